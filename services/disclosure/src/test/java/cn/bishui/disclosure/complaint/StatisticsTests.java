package cn.bishui.disclosure.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.complaints.SmallCount;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class StatisticsTests {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    /** Complaints of one month, each answered; of each kind so many. */
    private static List<MonthCount> answered(
            YearMonth month, Breakdown by, Map<String, List<Integer>> inTimeLateAndConfirmed) {
        List<MonthCount> counts = new ArrayList<>();
        int[] sums = new int[3];
        inTimeLateAndConfirmed.forEach((row, each) -> {
            counts.add(new MonthCount(
                    month, Figure.ANSWERED, by, row, each.get(0) + each.get(1), each.get(0), each.get(2)));
            for (int i = 0; i < 3; i++) {
                sums[i] += each.get(i);
            }
        });
        counts.add(new MonthCount(month, Figure.ANSWERED, null, "", sums[0] + sums[1], sums[0], sums[2]));
        return counts;
    }

    private static List<MonthCount> received(YearMonth month, Map<String, Integer> byType) {
        List<MonthCount> counts = new ArrayList<>();
        byType.forEach(
                (type, count) -> counts.add(new MonthCount(month, Figure.RECEIVED, Breakdown.TYPE, type, count, 0, 0)));
        counts.add(new MonthCount(
                month,
                Figure.RECEIVED,
                null,
                "",
                byType.values().stream().mapToInt(Integer::intValue).sum(),
                0,
                0));
        return counts;
    }

    private static Statistics statistics(YearMonth from, YearMonth to, List<MonthCount> counts) {
        return Statistics.of(new Period(from, to), counts);
    }

    private static Told told(Statistics statistics, @Nullable String type, Figure figure) {
        Statistics.Row row = type == null
                ? statistics.total()
                : statistics.types().stream()
                        .filter(each -> each.key().equals(type))
                        .findFirst()
                        .orElseThrow();
        return row.told(figure);
    }

    @Example
    void tellsWhatIsManyAndHidesWhatIsFew() {
        Statistics september =
                statistics(SEPTEMBER, SEPTEMBER, received(SEPTEMBER, Map.of("water", 12, "air", 5, "noise", 1)));

        assertThat(told(september, null, Figure.RECEIVED)).isEqualTo(new Told(18, 18));
        assertThat(told(september, "water", Figure.RECEIVED)).isEqualTo(new Told(12, 12));
        // 18 - 12 - 5 would be the one of noise
        assertThat(told(september, "air", Figure.RECEIVED)).isEqualTo(new Told(null, 0));
        assertThat(told(september, "noise", Figure.RECEIVED).suppressed()).isTrue();
        assertThat(told(september, "soil", Figure.RECEIVED)).isEqualTo(new Told(0, 0));
        assertThat(september.types()).hasSize(10);
        assertThat(september.bureaus()).hasSize(26);
    }

    @Example
    void saysNoMoreOfTwoMonthsThanOfEach() {
        List<MonthCount> counts = Stream.concat(
                        received(AUGUST, Map.of("water", 12, "noise", 7)).stream(),
                        received(SEPTEMBER, Map.of("water", 12, "air", 5, "noise", 1)).stream())
                .toList();
        Statistics both = statistics(AUGUST, SEPTEMBER, counts);

        assertThat(told(both, null, Figure.RECEIVED)).isEqualTo(new Told(37, 37));
        assertThat(told(both, "water", Figure.RECEIVED)).isEqualTo(new Told(24, 24));
        // eight, less the seven of August, would be the one of September
        assertThat(told(both, "noise", Figure.RECEIVED)).isEqualTo(new Told(null, 7));
        assertThat(both.months()).extracting(Statistics.Row::key).containsExactly("2026-08", "2026-09");
    }

    @Example
    void tellsNothingOfNoMonth() {
        Statistics none = statistics(SEPTEMBER, AUGUST, List.of());

        assertThat(none.months()).isEmpty();
        assertThat(none.total().tells()).isFalse();
        assertThat(told(none, null, Figure.RECEIVED)).isEqualTo(new Told(null, 0));
        assertThat(none.total().onTime()).isEqualTo(new Share(null, 0, true));
    }

    @Example
    void tellsAShareOfWhatIsNotFew() {
        Statistics september = statistics(
                SEPTEMBER,
                SEPTEMBER,
                answered(
                        SEPTEMBER,
                        Breakdown.BUREAU,
                        Map.of("ENV", List.of(20, 5, 8), "WATER", List.of(9, 1, 0), "LAND", List.of(1, 1, 1))));
        Map<String, Statistics.Row> bureaus = new TreeMap<>();
        september.bureaus().forEach(row -> bureaus.put(row.key(), row));

        assertThat(september.total().onTime()).isEqualTo(new Share(new BigDecimal("0.81"), 37, false));
        assertThat(bureaus.get("ENV").onTime()).isEqualTo(new Share(new BigDecimal("0.80"), 25, false));
        assertThat(bureaus.get("ENV").confirmed()).isEqualTo(new Share(new BigDecimal("0.32"), 25, false));
        // two of LAND; and with the total's, the share of WATER would give theirs away
        assertThat(bureaus.get("LAND").onTime()).isEqualTo(new Share(null, 0, true));
        assertThat(bureaus.get("WATER").onTime()).isEqualTo(new Share(null, 0, true));
        assertThat(bureaus.get("HOUSING").tells()).isFalse();
    }

    @Example
    void makesAShareOfSeveralMonthsOfThoseWhoseCountsAreTold() {
        List<MonthCount> counts = Stream.of(
                        answered(AUGUST, Breakdown.BUREAU, Map.of("ENV", List.of(9, 3, 6))),
                        answered(SEPTEMBER, Breakdown.BUREAU, Map.of("ENV", List.of(9, 1, 4))),
                        answered(SEPTEMBER.plusMonths(1), Breakdown.BUREAU, Map.of("ENV", List.of(0, 2, 0))))
                .flatMap(List::stream)
                .toList();

        assertThat(statistics(AUGUST, SEPTEMBER, counts).total().onTime())
                .isEqualTo(new Share(new BigDecimal("0.82"), 22, false));
        assertThat(statistics(AUGUST, SEPTEMBER.plusMonths(1), counts).total().onTime())
                .isEqualTo(new Share(new BigDecimal("0.82"), 22, true));
    }

    @Example
    void tellsRepeatsOnlyWhereTheOthersThatWereRefusedAreNotFewEither() {
        List<MonthCount> counts = new ArrayList<>();
        refused(counts, "water", 9, 4);
        refused(counts, "air", 5, 4);
        refused(counts, "noise", 6, 0);
        counts.add(new MonthCount(SEPTEMBER, Figure.REFUSED, null, "", 20, 0, 0));
        counts.add(new MonthCount(SEPTEMBER, Figure.REPEATS, null, "", 8, 0, 0));
        Statistics september = statistics(SEPTEMBER, SEPTEMBER, counts);

        assertThat(told(september, null, Figure.REPEATS)).isEqualTo(new Told(8, 8));
        assertThat(told(september, "air", Figure.REFUSED)).isEqualTo(new Told(5, 5));
        // one of air was refused for something else; the next smallest hides it
        assertThat(told(september, "air", Figure.REPEATS)).isEqualTo(new Told(null, 0));
        assertThat(told(september, "water", Figure.REPEATS)).isEqualTo(new Told(null, 0));
        assertThat(told(september, "noise", Figure.REPEATS)).isEqualTo(new Told(0, 0));
    }

    private static void refused(List<MonthCount> counts, String type, int refused, int repeats) {
        counts.add(new MonthCount(SEPTEMBER, Figure.REFUSED, Breakdown.TYPE, type, refused, 0, 0));
        counts.add(new MonthCount(SEPTEMBER, Figure.REPEATS, Breakdown.TYPE, type, repeats, 0, 0));
    }

    @Example
    void listsStreetsThatTellSomethingTheOneWithMostFirst() {
        List<MonthCount> counts = new ArrayList<>();
        Map.of("站前街道", 4, "延江街道", 9, "孤店子镇", 2, "", 3)
                .forEach((street, count) ->
                        counts.add(new MonthCount(SEPTEMBER, Figure.RECEIVED, Breakdown.STREET, street, count, 0, 0)));
        counts.add(new MonthCount(SEPTEMBER, Figure.RECEIVED, null, "", 18, 0, 0));

        assertThat(statistics(SEPTEMBER, SEPTEMBER, counts).streets())
                .extracting(Statistics.Row::key)
                .containsExactly("延江街道", "站前街道");
    }

    @Provide
    Arbitrary<List<List<Integer>>> years() {
        Arbitrary<Integer> count = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 30));
        return count.list().ofSize(4).list().ofSize(6);
    }

    /** Whoever takes one period from another has what some months tell, each of them three or more. */
    @Property(tries = 60)
    void letsNobodySubtractWhatAMonthHides(
            @ForAll("years") List<List<Integer>> months, @ForAll("places") List<Integer> ends) {
        List<String> types = List.of("water", "air", "noise", "other");
        List<MonthCount> counts = new ArrayList<>();
        for (int m = 0; m < months.size(); m++) {
            Map<String, Integer> byType = new TreeMap<>();
            for (int t = 0; t < types.size(); t++) {
                byType.put(types.get(t), months.get(m).get(t));
            }
            counts.addAll(received(AUGUST.plusMonths(m), byType));
        }
        int end = ends.get(0);
        int longer = ends.get(1);
        for (String type : types) {
            int one = told(statistics(AUGUST, AUGUST.plusMonths(end), counts), type, Figure.RECEIVED)
                    .atLeast();
            int other = told(statistics(AUGUST, AUGUST.plusMonths(longer), counts), type, Figure.RECEIVED)
                    .atLeast();
            int between = 0;
            for (int m = Math.min(end, longer) + 1; m <= Math.max(end, longer); m++) {
                YearMonth month = AUGUST.plusMonths(m);
                int monthly = told(statistics(month, month, counts), type, Figure.RECEIVED)
                        .atLeast();
                assertThat(monthly).matches(each -> each == 0 || each >= SmallCount.SMALLEST_TOLD);
                between += monthly;
            }
            assertThat(Math.abs(one - other)).isEqualTo(between);
        }
    }

    @Provide
    Arbitrary<List<Integer>> places() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 5);
        return Combinators.combine(place, place).as(List::of);
    }
}
