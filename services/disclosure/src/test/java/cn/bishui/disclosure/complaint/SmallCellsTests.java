package cn.bishui.disclosure.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bishui.contracts.complaints.SmallCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SmallCellsTests {

    private static Set<String> hidden(Map<String, Integer> counts) {
        return SmallCells.hidden(counts);
    }

    private static Map<String, Integer> table(Object... cells) {
        Map<String, Integer> table = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            table.put((String) cells[i], (Integer) cells[i + 1]);
        }
        return table;
    }

    @Example
    void tellsWhatIsLargeEnough() {
        assertThat(hidden(table("water", 12, "air", 3, "noise", 40))).isEmpty();
        assertThat(SmallCount.tellable(2)).isFalse();
        assertThat(SmallCount.tellable(3)).isTrue();
    }

    @Example
    void hidesTheNextSmallestWhereOneOrTwoWouldBeTheRest() {
        assertThat(hidden(table("water", 12, "air", 1, "noise", 40))).containsExactlyInAnyOrder("air", "water");
        assertThat(hidden(table("water", 12, "air", 1, "noise", 1))).containsExactlyInAnyOrder("air", "noise", "water");
    }

    @Example
    void hidesNoMoreWhereSmallOnesHideEachOther() {
        assertThat(hidden(table("water", 12, "air", 1, "noise", 2))).containsExactlyInAnyOrder("air", "noise");
    }

    @Example
    void hidesMoreWhereSeveralCouldOnlyBeOneEach() {
        assertThat(hidden(table("water", 12, "air", 1, "noise", 1, "soil", 1)))
                .containsExactlyInAnyOrder("air", "noise", "soil", "water");
        assertThat(hidden(table("water", 0, "air", 1, "noise", 1, "soil", 1, "other", 0)))
                .containsExactlyInAnyOrder("air", "noise", "soil", "water");
    }

    @Example
    void tellsThatThereIsNone() {
        assertThat(hidden(table("water", 12, "air", 0, "noise", 0))).isEmpty();
        assertThat(SmallCount.tellable(0)).isTrue();
    }

    @Example
    void hidesEverythingOfATotalThatIsNotTold() {
        assertThat(hidden(table("water", 1, "air", 1, "noise", 0))).containsExactlyInAnyOrder("water", "air", "noise");
        assertThat(hidden(table())).isEmpty();
    }

    @Example
    void hidesAPartThatIsOneOrTwo() {
        Map<String, List<Integer>> repeatsAndOthers =
                Map.of("water", List.of(20, 4), "air", List.of(9, 1), "noise", List.of(6, 0));
        // the one other of air, which the total would give away, is hidden with those of water
        assertThat(SmallCells.hiddenParts(repeatsAndOthers, Set.of())).containsExactlyInAnyOrder("air", "water");
        assertThat(SmallCells.partsTellable(List.of(26, 5))).isTrue();
        assertThat(SmallCells.partsTellable(List.of(26, 2))).isFalse();
        assertThat(SmallCells.partsTellable(List.of(26, 0))).isTrue();
    }

    @Example
    void neverTellsPartsOfACountThatIsHidden() {
        assertThat(SmallCells.hiddenParts(Map.of("water", List.of(20, 0), "air", List.of(5, 0)), Set.of("air")))
                .containsExactly("air");
    }

    @Example
    void countsNothingBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> hidden(table("water", -1)));
    }

    @Provide
    Arbitrary<Map<String, Integer>> tables() {
        Arbitrary<Integer> count = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 2)),
                Tuple.of(2, Arbitraries.integers().between(3, 9)),
                Tuple.of(1, Arbitraries.integers().between(10, 500)));
        return count.list().ofMaxSize(9).map(SmallCellsTests::named);
    }

    private static <V> Map<String, V> named(List<V> values) {
        Map<String, V> named = new LinkedHashMap<>();
        for (V value : values) {
            named.put("row " + named.size(), value);
        }
        return named;
    }

    @Property
    void tellsNothingSmall(@ForAll("tables") Map<String, Integer> counts) {
        Set<String> hidden = hidden(counts);

        counts.forEach((row, count) -> {
            if (!hidden.contains(row)) {
                assertThat(count).isNotIn(1, 2);
            }
        });
        assertThat(counts.keySet()).containsAll(hidden);
    }

    /** Who has the total and all that is told has the sum of the rest, and no more. */
    @Property
    void leavesNoRestThatIsSmallOrOfOneRow(@ForAll("tables") Map<String, Integer> counts) {
        Set<String> hidden = hidden(counts);
        int rest = hidden.stream().mapToInt(counts::get).sum();

        if (!hidden.isEmpty() && hidden.size() < counts.size()) {
            assertThat(rest).isGreaterThanOrEqualTo(SmallCount.SMALLEST_TOLD);
            assertThat(hidden).hasSizeGreaterThan(1);
        }
    }

    /**
     * Tries every table that fits what is told, also for somebody who knows that a row is hidden for counting somebody: each
     * hidden row could count something else.
     */
    @Property
    void leavesEveryHiddenCountOpen(@ForAll("littleTables") Map<String, Integer> counts) {
        Set<String> hidden = hidden(counts);
        int rest = hidden.stream().mapToInt(counts::get).sum();
        int least = hidden.stream().anyMatch(row -> counts.get(row) == 0) ? 0 : 1;

        if (!hidden.isEmpty() && hidden.size() < counts.size()) {
            List<List<Integer>> possible = splits(rest, hidden.size(), least);
            for (int place = 0; place < hidden.size(); place++) {
                int at = place;
                assertThat(possible.stream().map(split -> split.get(at)).collect(Collectors.toSet()))
                        .hasSizeGreaterThan(1);
            }
        }
    }

    @Provide
    Arbitrary<Map<String, Integer>> littleTables() {
        return Arbitraries.integers().between(0, 5).list().ofMaxSize(4).map(SmallCellsTests::named);
    }

    private static List<List<Integer>> splits(int sum, int rows, int least) {
        if (rows == 1) {
            return sum < least ? List.of() : List.of(List.of(sum));
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int first = least; first <= sum; first++) {
            for (List<Integer> rest : splits(sum - first, rows - 1, least)) {
                List<Integer> split = new ArrayList<>(List.of(first));
                split.addAll(rest);
                all.add(split);
            }
        }
        return all;
    }

    @Property
    void hidesAtMostOneRowThatIsLargeEnoughItself(@ForAll("tables") Map<String, Integer> counts) {
        assertThat(hidden(counts).stream().filter(row -> counts.get(row) >= SmallCount.SMALLEST_TOLD))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Provide
    Arbitrary<Map<String, List<Integer>>> divided() {
        Arbitrary<Integer> part = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(0, 2)),
                Tuple.of(1, Arbitraries.integers().between(3, 60)));
        return Combinators.combine(part, part).as(List::of).list().ofMaxSize(8).map(SmallCellsTests::named);
    }

    @Property
    void leavesNoRestOfAPartThatIsSmall(@ForAll("divided") Map<String, List<Integer>> parts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        parts.forEach((row, divided) -> counts.put(row, divided.get(0) + divided.get(1)));
        Set<String> hiddenCounts = hidden(counts);
        Set<String> hidden = SmallCells.hiddenParts(parts, hiddenCounts);

        assertThat(hidden).containsAll(hiddenCounts);
        Set<String> told = new HashSet<>(parts.keySet());
        told.removeAll(hidden);
        for (int kind = 0; kind < 2; kind++) {
            int at = kind;
            assertThat(told)
                    .noneMatch(
                            row -> parts.get(row).get(at) > 0 && parts.get(row).get(at) < SmallCount.SMALLEST_TOLD);
            int total =
                    parts.values().stream().mapToInt(divided -> divided.get(at)).sum();
            int rest = hidden.stream().mapToInt(row -> parts.get(row).get(at)).sum();
            if (SmallCount.tellable(total)) {
                assertThat(rest).isNotIn(1, 2);
            }
        }
    }
}
