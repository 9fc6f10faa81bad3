package cn.bishui.standards.surfacewater;

import static cn.bishui.standards.surfacewater.SectionTests.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.bishui.standards.surfacewater.TrophicState.Grade;
import cn.bishui.standards.surfacewater.TrophicState.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrophicStateTests {

    private static final SurfaceWater WATER = SurfaceWater.on(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource({
        // 呼伦湖 2011-2020 (ChinaXiv 202112.00113 table 3): TLI of chlorophyll a, TP, TN, SD, of all, the state
        "2011, 37.749, 69.802, 68.909, 81.743, 61.837, 中度富营养",
        "2012, 48.321, 60.681, 66.362, 77.199, 61.607, 中度富营养",
        "2013, 43.745, 64.437, 67.866, 77.837, 61.452, 中度富营养",
        "2014, 37.101, 82.332, 64.888, 80.690, 63.391, 中度富营养",
        "2015, 50.054, 72.340, 68.334, 79.757, 65.861, 中度富营养",
        "2016, 43.519, 86.198, 93.172, 77.313, 71.815, 重度富营养",
        "2017, 53.865, 79.571, 86.139, 73.053, 71.165, 重度富营养",
        "2018, 54.379, 69.894, 79.746, 76.036, 68.375, 中度富营养",
        "2019, 55.209, 64.039, 87.591, 76.198, 69.055, 中度富营养",
        "2020, 47.262, 73.131, 64.568, 67.415, 61.535, 中度富营养",
    })
    void agreesWithTenYearsOfALake(
            int year,
            BigDecimal chlorophyll,
            BigDecimal phosphorus,
            BigDecimal nitrogen,
            BigDecimal transparency,
            BigDecimal all,
            String state) {
        Map<Indicator, BigDecimal> indexes = new LinkedHashMap<>();
        indexes.put(indicator("Chl-a"), chlorophyll);
        indexes.put(indicator("TP"), phosphorus);
        indexes.put(indicator("TN"), nitrogen);
        indexes.put(indicator("SD"), transparency);
        BigDecimal mean = TrophicState.mean(indexes);
        assertThat(mean).as("%d", year).isCloseTo(all, within(new BigDecimal("0.006")));
        assertThat(TrophicState.grade(WATER, mean).zh()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        // the same lake: concentrations of the text, rounded there, and the indexes of the table
        "TN, 9.79, 93.172, 0.02",
        "TN, 1.81, 64.568, 0.03",
        "TP, 0.60, 86.198, 0.2",
        "SD, 0.43, 67.415, 0.2",
        "Chl-a, 3.05, 37.101, 0.02",
        "Chl-a, 7.77, 47.262, 0.02",
        // by the formula
        "CODMn, 1, 1.090, 0",
        "TP, 1, 94.360, 0",
    })
    void agreesWithPublishedIndexes(String indicator, BigDecimal value, BigDecimal index, BigDecimal tolerance) {
        assertThat(indicator(indicator).index(value)).isCloseTo(index, within(tolerance));
    }

    @Test
    void weighsFiveIndicators() {
        TrophicState state = TrophicState.of(WATER, measured("叶绿素a=10 总磷=0.05 总氮=1.0 透明度=0.5 高锰酸盐指数=4"));
        assertThat(state.parts())
                .extracting(each -> each.weight().toPlainString())
                .containsExactly("0.2663", "0.1879", "0.1790", "0.1834", "0.1834");
        assertThat(state.parts())
                .extracting(each -> each.index().toPlainString())
                .containsExactly("50.006", "45.709", "54.530", "64.627", "37.979");
        assertThat(state.index()).isEqualTo(new BigDecimal("50.48"));
        assertThat(state.grade()).isEqualTo(Grade.LIGHTLY_EUTROPHIC);
        assertThat(state.rules()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "29.99, OLIGOTROPHIC",
        "30, MESOTROPHIC",
        "50.00, MESOTROPHIC",
        "50.01, LIGHTLY_EUTROPHIC",
        "60, LIGHTLY_EUTROPHIC",
        "60.01, MODERATELY_EUTROPHIC",
        "70, MODERATELY_EUTROPHIC",
        "70.01, HEAVILY_EUTROPHIC",
        "-5, OLIGOTROPHIC",
    })
    void grades(BigDecimal index, Grade grade) {
        assertThat(TrophicState.grade(WATER, index)).isEqualTo(grade);
    }

    @Test
    void wantsAllFiveIndicatorsAboveZero() {
        assertThatThrownBy(() -> TrophicState.of(WATER, measured("TP=0.05 TN=1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrophicState.ofSome(WATER, measured("TP=0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrophicState.ofSome(WATER, measured("COD=20")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrophicState.ofSome(WATER, measured("TP=ND")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TrophicState.ofSome(WATER, measured("TP=0.02L"))
                        .parts()
                        .getFirst()
                        .value())
                .isEqualByComparingTo("0.01");
    }

    @Property
    void moreNutrientsNeverMakeALakePoorer(
            @ForAll @Scale(3) @BigRange(min = "0.001", max = "10") BigDecimal one,
            @ForAll @Scale(3) @BigRange(min = "0.001", max = "10") BigDecimal other) {
        BigDecimal low = one.min(other);
        BigDecimal high = one.max(other);
        assertThat(indicator("TP").index(high))
                .isGreaterThanOrEqualTo(indicator("TP").index(low));
        assertThat(indicator("SD").index(high))
                .isLessThanOrEqualTo(indicator("SD").index(low));
    }

    private static Indicator indicator(String name) {
        return TrophicState.indicators().stream()
                .filter(each -> each.item().isCalled(name))
                .findFirst()
                .orElseThrow();
    }
}
