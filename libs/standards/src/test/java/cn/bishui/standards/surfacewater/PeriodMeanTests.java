package cn.bishui.standards.surfacewater;

import static cn.bishui.standards.surfacewater.SectionTests.river;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.surfacewater.PeriodMean.Sufficiency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodMeanTests {

    private final SurfaceWater water = SurfaceWater.on(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource({
        // sampled months, months under ice, how that is
        "12, 0, COMPLETE",
        "9, 3, ENOUGH",
        "8, 4, ENOUGH",
        "8, 3, GAPS",
        "11, 0, GAPS",
        "7, 5, TOO_FEW",
        "0, 5, TOO_FEW",
    })
    void aYearWithIceHasEightMonthsAtLeast(int sampled, int ice, Sufficiency sufficiency) {
        Map<YearMonth, Sample> months = new LinkedHashMap<>();
        Map<YearMonth, String> excused = new LinkedHashMap<>();
        for (int i = 0; i < sampled; i++) {
            months.put(YearMonth.of(2026, 12 - i), river("松花江", "NH3-N=0." + (i % 2 == 0 ? "4" : "6")));
        }
        for (int i = 0; i < ice; i++) {
            excused.put(YearMonth.of(2026, 1 + i), "冰封");
        }
        PeriodMean year = PeriodMean.year(water, 2026, months, excused);
        assertThat(year.sufficiency()).isEqualTo(sufficiency);
        assertThat(year.sampled()).hasSize(sampled);
        assertThat(year.excused()).hasSize(ice);
        assertThat(year.lacking()).hasSize(12 - sampled - ice);
        if (sampled == 0) {
            assertThat(year.mean()).isNull();
        } else {
            assertThat(year.mean().section()).isEqualTo("松花江");
        }
    }

    @Test
    void takesTheMeanOfEachItemOverTheMonthsThatHaveIt() {
        Map<YearMonth, Sample> months = Map.of(
                YearMonth.of(2026, 1), river("a", "NH3-N=1.0 pH=6 铅=0.01L"),
                YearMonth.of(2026, 2), river("a", "氨氮=2.0 pH=8 铅=0.02L"),
                YearMonth.of(2026, 3), river("a", "COD=10"));
        PeriodMean quarter = PeriodMean.quarter(water, 2026, 1, months, Map.of());
        assertThat(quarter.name()).isEqualTo("2026-Q1");
        assertThat(quarter.sufficiency()).isEqualTo(Sufficiency.COMPLETE);
        assertThat(quarter.mean().values().get("w21003").text()).isEqualTo("1.5");
        assertThat(quarter.mean().values().get("w01018").text()).isEqualTo("10");
        assertThat(quarter.mean().values().get("w01001").text()).isEqualTo("6.296709");
        assertThat(quarter.mean().values().get("w20144")).isEqualTo(new Below(new BigDecimal("0.02")));
        assertThat(water.assess(quarter.mean()).waterClass()).isEqualTo(WaterClass.IV);
    }

    @Test
    void aMonthWithoutAnyValueIsNotSampled() {
        Map<YearMonth, Sample> months = Map.of(
                YearMonth.of(2026, 4), river("a", ""),
                YearMonth.of(2026, 5), river("a", "COD=10"),
                YearMonth.of(2026, 6), river("a", "COD=12"));
        PeriodMean quarter = PeriodMean.quarter(water, 2026, 2, months, Map.of(YearMonth.of(2026, 5), "?"));
        assertThat(quarter.sufficiency()).isEqualTo(Sufficiency.GAPS);
        assertThat(quarter.lacking()).containsExactly(YearMonth.of(2026, 4));
        assertThat(quarter.excused()).isEmpty();
    }

    @Test
    void refusesMonthsOfAnotherPeriod() {
        Map<YearMonth, Sample> months = Map.of(YearMonth.of(2025, 12), river("a", "COD=10"));
        assertThatThrownBy(() -> PeriodMean.year(water, 2026, months, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodMean.quarter(water, 2026, 1, months, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
