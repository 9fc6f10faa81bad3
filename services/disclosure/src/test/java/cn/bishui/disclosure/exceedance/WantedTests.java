package cn.bishui.disclosure.exceedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WantedTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void mayBeOfOneDay() {
        assertThat(new Wanted(DAY, DAY, null, null).from()).isEqualTo(DAY);
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> new Wanted(DAY, DAY.minusDays(1), null, null))
                .satisfies(broken -> assertThat(broken.code()).isEqualTo("period.reversed"));
    }

    @Test
    void knowsEveryStatusByItsCode() {
        for (CaseStatus status : CaseStatus.values()) {
            assertThat(CaseStatus.of(status.code())).isEqualTo(status);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CaseStatus.of("closed"));
    }

    @Test
    void namesPollutantsInTheReadersLanguage() {
        PollutantNames names = new PollutantNames();
        assertThat(names.of("w01018", "化学需氧量（COD）", Locale.CHINESE)).isEqualTo("化学需氧量（COD）");
        assertThat(names.of("w01018", null, Locale.CHINESE)).contains("化学需氧量");
        assertThat(names.of("w01018", "化学需氧量", Locale.ENGLISH)).isEqualTo("COD");
        assertThat(names.of("w99999", null, Locale.ENGLISH)).isEqualTo("w99999");
    }
}
