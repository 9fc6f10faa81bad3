package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollutantsTests {

    @ParameterizedTest
    @CsvSource({
        "w01018, 011, 化学需氧量, mg/L, 1, mg/L",
        "w00000, B01, 污水, L/s, 2, L/s",
        "w01001, 001, pH值, 1, 2, 1",
        "w20111, 020, 总汞, µg/L, 2, mg/L",
        "w20089, 041, 铊, ng/L, 0, mg/L",
        "w01010, , 水温, °C, 1, °C",
        "w02003, 550, 粪大肠菌群, 1/L, 0, 1/L",
    })
    void knowsTheTable(String code, String oldCode, String name, String unit, int decimals, String judgedUnit) {
        Pollutant pollutant = Pollutants.of(code);
        assertThat(pollutant.oldCode()).isEqualTo(oldCode);
        assertThat(pollutant.nameZh()).isEqualTo(name);
        assertThat(pollutant.unit()).isEqualTo(unit);
        assertThat(pollutant.decimals()).isEqualTo(decimals);
        assertThat(pollutant.judgedUnit()).isEqualTo(judgedUnit);
    }

    @ParameterizedTest
    @CsvSource({
        "w01018, 58.2, 58.2",
        "w20111, 1.25, 0.00125",
        "w20089, 100, 0.000100",
        "w20144, 0.1, 0.1",
        "w01001, 7.12, 7.12",
        "w20115, 0, 0",
    })
    void convertsToTheUnitOfLimits(String code, BigDecimal sent, BigDecimal judged) {
        assertThat(Pollutants.of(code).inJudgedUnit(sent)).isEqualByComparingTo(judged);
    }

    @Test
    void findsAPollutantByItsOldCodeToo() {
        for (Pollutant pollutant : Pollutants.all()) {
            assertThat(Pollutants.of(pollutant.code())).isEqualTo(pollutant);
            if (pollutant.oldCode() != null) {
                assertThat(Pollutants.of(pollutant.oldCode())).isEqualTo(pollutant);
            }
        }
    }

    @Test
    void holdsAllRowsOnce() {
        assertThat(Pollutants.all()).hasSize(63);
        assertThat(Pollutants.all()).extracting(Pollutant::code).doesNotHaveDuplicates();
        assertThat(Pollutants.all().stream().map(Pollutant::oldCode).filter(code -> code != null))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotInventACode() {
        assertThat(Pollutants.find("w99999")).isEmpty();
        assertThatThrownBy(() -> Pollutants.of("w99999")).isInstanceOf(IllegalArgumentException.class);
    }
}
