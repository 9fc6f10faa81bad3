package cn.bishui.disclosure.complaint;

import cn.bishui.contracts.complaints.SmallCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a period. Each month is a table of its own, in which small cells are hidden by {@link SmallCells};
 * whatever is told of a period is made of what its months tell. So all answers together say no more than the months do, and
 * none can be taken from another to reveal what a month hides.
 *
 * @param total all complaints
 * @param months all complaints of each month
 * @param types one row for each kind of pollution
 * @param streets one row for each street that tells something, those with most first
 * @param bureaus one row for each bureau
 */
public record Statistics(
        Period period, Row total, List<Row> months, List<Row> types, List<Row> streets, List<Row> bureaus) {

    /**
     * Figures that belong together.
     *
     * @param key what they are of: a month as {@code 2026-11}, the id of a kind of pollution, the name of a street, empty
     *     where it is not known, or the id of a bureau
     * @param onTime of those that were answered, the share of those in time
     * @param confirmed of those that were answered, the share of those that were found to be true, wholly or in part
     * @param satisfaction the mean rating
     */
    public record Row(String key, Map<Figure, Told> counts, Share onTime, Share confirmed, Share satisfaction) {

        /** Whether anything is told. */
        public boolean tells() {
            return counts.values().stream().anyMatch(told -> told.atLeast() > 0);
        }

        private int size() {
            return counts.values().stream().mapToInt(Told::atLeast).max().orElse(0);
        }

        /** How many, as it is told. */
        public Told told(Figure figure) {
            return counts.getOrDefault(figure, Told.some(0));
        }
    }

    /** Makes the statistics of a period of the counts of its months. */
    public static Statistics of(Period period, List<MonthCount> counts) {
        Map<YearMonth, List<MonthCount>> byMonth = counts.stream().collect(Collectors.groupingBy(MonthCount::month));
        Map<YearMonth, Month> told = new LinkedHashMap<>();
        period.months().forEach(month -> told.put(month, new Month(byMonth.getOrDefault(month, List.of()))));
        List<Month> all = List.copyOf(told.values());
        Set<String> streets = new LinkedHashSet<>();
        counts.stream()
                .filter(count -> count.by() == Breakdown.STREET)
                .map(MonthCount::row)
                .sorted()
                .forEach(streets::add);
        return new Statistics(
                period,
                row("", null, all),
                told.entrySet().stream()
                        .map(month -> row(month.getKey().toString(), null, List.of(month.getValue())))
                        .toList(),
                rows(Breakdown.TYPE, all),
                streets.stream()
                        .map(street -> row(street, Breakdown.STREET, all))
                        .filter(Row::tells)
                        .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                        .toList(),
                rows(Breakdown.BUREAU, all));
    }

    private static List<Row> rows(Breakdown by, List<Month> months) {
        return by.known().stream().map(key -> row(key, by, months)).toList();
    }

    private static Row row(String key, @Nullable Breakdown by, List<Month> months) {
        Cell cell = by == null ? Cell.ALL : new Cell(by, key);
        Map<Figure, Told> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            List<Month> telling =
                    months.stream().filter(month -> month.tells(figure, cell)).toList();
            int sum = telling.stream()
                    .mapToInt(month -> month.of(figure, cell).count())
                    .sum();
            counts.put(figure, telling.size() == months.size() && !months.isEmpty() ? Told.all(sum) : Told.some(sum));
        }
        return new Row(
                key,
                counts,
                share(Rate.ON_TIME, cell, months),
                share(Rate.CONFIRMED, cell, months),
                share(Rate.SATISFACTION, cell, months));
    }

    private static Share share(Rate rate, Cell cell, List<Month> months) {
        List<Month> telling =
                months.stream().filter(month -> month.tells(rate.base, cell)).toList();
        int of = telling.stream().mapToInt(month -> month.base(rate, cell)).sum();
        int part = telling.stream().mapToInt(month -> month.part(rate, cell)).sum();
        boolean partial = months.isEmpty() || telling.size() < months.size();
        return of == 0
                ? new Share(null, 0, true)
                : new Share(
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), rate.decimals, RoundingMode.HALF_UP),
                        of,
                        partial);
    }

    /** What is told of those that something happened to; where these are not few, it points at none of them. */
    private enum Rate {
        ON_TIME(Figure.ANSWERED, 2),
        CONFIRMED(Figure.ANSWERED, 2),
        SATISFACTION(Figure.RATED, 1);

        private final Figure base;
        private final int decimals;

        Rate(Figure base, int decimals) {
            this.base = base;
            this.decimals = decimals;
        }
    }

    /** A place in a month's tables: all, or a row of a breakdown. */
    private record Cell(@Nullable Breakdown by, String row) {

        static final Cell ALL = new Cell(null, "");
    }

    /** The tables of one month, and what they hide. */
    private static final class Month {

        private static final MonthCount NOTHING =
                new MonthCount(YearMonth.of(1, 1), Figure.RECEIVED, null, "", 0, 0, 0);

        private final Map<Cell, Map<Figure, MonthCount>> counts = new LinkedHashMap<>();
        private final Map<Cell, Set<Figure>> hidden = new HashMap<>();

        Month(List<MonthCount> month) {
            month.forEach(
                    count -> counts.computeIfAbsent(new Cell(count.by(), count.row()), _ -> new EnumMap<>(Figure.class))
                            .put(count.figure(), count));
            for (Figure figure : Figure.values()) {
                if (figure != Figure.REPEATS) {
                    hide(figure);
                }
            }
            hideRepeats();
        }

        private void hide(Figure figure) {
            if (!SmallCount.tellable(of(figure, Cell.ALL).count())) {
                hide(Cell.ALL, figure);
            }
            for (Breakdown by : Breakdown.values()) {
                Map<Cell, Integer> rows = new LinkedHashMap<>();
                cells(by).forEach(cell -> rows.put(cell, of(figure, cell).count()));
                SmallCells.hidden(rows).forEach(cell -> hide(cell, figure));
            }
        }

        private void hide(Cell cell, Figure figure) {
            hidden.computeIfAbsent(cell, _ -> EnumSet.noneOf(Figure.class)).add(figure);
        }

        /** The refused divide into repeats and others. */
        private void hideRepeats() {
            if (!tells(Figure.REFUSED, Cell.ALL) || !SmallCells.partsTellable(refused(Cell.ALL))) {
                hide(Cell.ALL, Figure.REPEATS);
            }
            for (Breakdown by : Breakdown.values()) {
                Map<Cell, List<Integer>> rows = new LinkedHashMap<>();
                Set<Cell> hiddenCounts = new LinkedHashSet<>();
                cells(by).forEach(cell -> {
                    rows.put(cell, refused(cell));
                    if (!tells(Figure.REFUSED, cell)) {
                        hiddenCounts.add(cell);
                    }
                });
                SmallCells.hiddenParts(rows, hiddenCounts).forEach(cell -> hide(cell, Figure.REPEATS));
            }
        }

        private List<Integer> refused(Cell cell) {
            int repeats = of(Figure.REPEATS, cell).count();
            return List.of(repeats, of(Figure.REFUSED, cell).count() - repeats);
        }

        private Set<Cell> cells(Breakdown by) {
            Set<Cell> cells = new LinkedHashSet<>();
            by.known().forEach(row -> cells.add(new Cell(by, row)));
            counts.keySet().stream().filter(cell -> cell.by() == by).forEach(cells::add);
            return cells;
        }

        MonthCount of(Figure figure, Cell cell) {
            return counts.getOrDefault(cell, Map.of()).getOrDefault(figure, NOTHING);
        }

        boolean tells(Figure figure, Cell cell) {
            return !hidden.getOrDefault(cell, Set.of()).contains(figure);
        }

        int base(Rate rate, Cell cell) {
            return of(rate.base, cell).count();
        }

        int part(Rate rate, Cell cell) {
            MonthCount base = of(rate.base, cell);
            return rate == Rate.CONFIRMED ? base.second() : base.first();
        }
    }
}
