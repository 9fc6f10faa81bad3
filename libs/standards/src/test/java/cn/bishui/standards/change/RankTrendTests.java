package cn.bishui.standards.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Rules;
import cn.bishui.standards.change.RankTrend.Rise;
import cn.bishui.standards.change.RankTrend.Significance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankTrendTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        // the ranks make the sums of squares 0, 40, 2, 6, 12, 70
        "1 2 3 4 5, 1.0000, SIGNIFICANT, WORSE",
        "5 4 3 2 1, -1.0000, SIGNIFICANT, BETTER",
        "2 1 3 4 5, 0.9000, NONE, SAME",
        "1 2 3 4 6 5, 0.9429, SIGNIFICANT, WORSE",
        "6 5 4 3 2 1, -1.0000, HIGHLY_SIGNIFICANT, BETTER",
        "2 1 4 3 6 5, 0.8286, NONE, SAME",
        "1 2 3 4 5 6 7, 1.0000, HIGHLY_SIGNIFICANT, WORSE",
        "3 1 2 5 4 7 6, 0.8214, SIGNIFICANT, WORSE",
        "5 5 5 5 5, 0.0000, NONE, SAME",
        "1 1 2 2 3 3 4 4, 0.9759, HIGHLY_SIGNIFICANT, WORSE",
    })
    void correlatesRanksWithTime(
            String values, BigDecimal correlation, Significance significance, Direction direction) {
        RankTrend trend = trend(values, Rise.IS_WORSE);
        assertThat(trend.correlation()).isEqualTo(correlation);
        assertThat(trend.significance()).isEqualTo(significance);
        assertThat(trend.direction()).isEqualTo(direction);
    }

    @Test
    void moreOxygenIsBetterAndMorePhIsNeither() {
        assertThat(trend("1 2 3 4 5 6", Rise.IS_BETTER).direction()).isEqualTo(Direction.BETTER);
        assertThat(trend("6 5 4 3 2 1", Rise.IS_BETTER).direction()).isEqualTo(Direction.WORSE);
        assertThat(trend("6 5 4 3 2 1", Rise.IS_NEITHER).direction()).isEqualTo(Direction.NEITHER);
    }

    @Test
    void explainsATrend() {
        assertThat(trend("6 5 4 3 1 2", Rise.IS_WORSE).working()).isEqualTo("rs = -0.9429, |rs| > 0.829 (N = 6): 显著好转");
        assertThat(trend("2 1 3 4 5", Rise.IS_WORSE).working()).isEqualTo("rs = 0.9000, |rs| ≤ 0.900 (N = 5): 无显著变化");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "9, 9", "10, 10", "11, 10", "12, 12", "13, 12", "29, 28", "30, 30", "48, 30"})
    void takesTheStricterCriticalValueWhereTheTableHasNone(int periods, int row) {
        List<BigDecimal> values =
                IntStream.range(0, periods).mapToObj(BigDecimal::valueOf).toList();
        RankTrend trend = RankTrend.of(values, Rise.IS_WORSE, DAY, Rules.standard());
        assertThat(trend.criticalPeriods()).isEqualTo(row);
        assertThat(trend.periods()).isEqualTo(periods);
    }

    @Test
    void valuesThatAreAllEqualHaveNoTrendHoweverMany() {
        RankTrend trend = trend("0.01 ".repeat(24).strip(), Rise.IS_WORSE);
        assertThat(trend.correlation()).isZero();
        assertThat(trend.significance()).isEqualTo(Significance.NONE);
    }

    @Test
    void wantsFivePeriods() {
        assertThatThrownBy(() -> trend("1 2 3 4", Rise.IS_WORSE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theCorrelationLiesBetweenMinusOneAndOne(
            @ForAll @Size(min = 5, max = 30) List<@IntRange(max = 20) Integer> numbers) {
        List<BigDecimal> values = numbers.stream().map(BigDecimal::valueOf).toList();
        RankTrend trend = RankTrend.of(values, Rise.IS_WORSE, DAY, Rules.standard());
        assertThat(trend.correlation()).isBetween(new BigDecimal("-1"), BigDecimal.ONE);
    }

    @Property
    void onlyTheOrderOfTheValuesMatters(@ForAll @Size(min = 5, max = 30) List<@IntRange(max = 20) Integer> numbers) {
        List<BigDecimal> values = numbers.stream().map(BigDecimal::valueOf).toList();
        List<BigDecimal> cubes = values.stream().map(each -> each.pow(3)).toList();
        assertThat(RankTrend.of(cubes, Rise.IS_WORSE, DAY, Rules.standard()))
                .isEqualTo(RankTrend.of(values, Rise.IS_WORSE, DAY, Rules.standard()));
    }

    private static RankTrend trend(String values, Rise rise) {
        return RankTrend.of(
                Arrays.stream(values.split(" ", -1)).map(BigDecimal::new).toList(), rise, DAY, Rules.standard());
    }
}
