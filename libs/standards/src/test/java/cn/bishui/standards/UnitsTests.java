package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTests {

    @ParameterizedTest
    @CsvSource({
        "0.05 μg/L, mg/L, 0.00005",
        "0.05µg/L, mg/L, 0.00005",
        "0.05 ug·L⁻¹, mg/L, 0.00005",
        "0.04L μg/L, mg/L, 0.00004L",
        "<0.04 微克/升, mg/L, 0.00004L",
        "1.2 毫克/升, mg/L, 1.2",
        "1.20 mg/L, mg/L, 1.20",
        "1.20, mg/L, 1.20",
        "0.004 mg/L, µg/L, 4",
        "230 个/L, count/L, 230",
        "3 个/10L, count/10L, 3",
        "3 个/L, count/10L, 30",
        "1.2×10^3 MPN/L, count/L, 1200",
        "20 MPN/100mL, count/L, 200",
        "20 MPN/100mL, MPN/100mL or CFU/100mL, 20",
        ">24000 个/升, count/L, >24000",
        "7.2 无量纲, 1, 7.2",
        "12.5℃, degC, 12.5",
        "0.3 m, cm, 30",
        "无, text, 无",
    })
    void readsAValueInTheUnitThatIsWanted(String text, String unit, String read) {
        assertThat(Units.read(text, unit).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"5 mmol/L, mg/L, mmol/L", "5 cm, mg/L, cm", "7 mg/L, 1, mg/L", "3 or 4, mg/L, or4"})
    void refusesAnotherUnitByItsName(String text, String wanted, String unit) {
        assertThatThrownBy(() -> Units.read(text, wanted))
                .isInstanceOfSatisfying(
                        Units.OtherUnit.class,
                        refused -> assertThat(refused.unit()).isEqualTo(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7,2", "1.2.3", "", "mg/L 5", "0.01LL5"})
    void refusesWhatIsNoValue(String text) {
        assertThatThrownBy(() -> Units.read(text, "mg/L")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsUnitsFromRemarks() {
        assertThat(Units.isUnit("mg/L")).isTrue();
        assertThat(Units.isUnit("个/L")).isTrue();
        assertThat(Units.isUnit("无量纲")).isTrue();
        assertThat(Units.isUnit("MPN/100mL或CFU/100mL")).isTrue();
        assertThat(Units.isUnit("以N计")).isFalse();
        assertThat(Units.isUnit("COD")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E-99999", "0e40", "1×10^99", "<1e31", ">1e31 mg/L"})
    void refusesNumbersThatWouldFillMemory(String text) {
        assertThatThrownBy(() -> Units.read(text, "mg/L")).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameWithAUnitBehindItIsNotTakenForTheNameAlone() {
        SurfaceWater water = SurfaceWater.on(LocalDate.of(2026, 11, 23));
        assertThat(water.item(WaterType.RIVER, "氨氮(以N计)")).isPresent();
        assertThat(water.item(WaterType.RIVER, "氨氮(μg/L)")).isEmpty();
        assertThat(water.item(WaterType.RIVER, "氨氮(mmol/L)")).isEmpty();
        assertThat(water.assess(Sample.river("x", Map.of("氨氮(μg/L)", Measured.value("500"))))
                        .unknown())
                .containsExactly("氨氮(μg/L)");
    }

    @Test
    void refusesEndlessTextsAtOnce() {
        assertThatThrownBy(() -> Units.read("1".repeat(5_000_000) + "x", "mg/L"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000001");
    }
}
