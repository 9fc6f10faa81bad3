package cn.bishui.complaints.statistics;

import static cn.bishui.complaints.statistics.Figure.ACCEPTED;
import static cn.bishui.complaints.statistics.Figure.ANSWERED;
import static cn.bishui.complaints.statistics.Figure.IN_TIME;
import static cn.bishui.complaints.statistics.Figure.RATED;
import static cn.bishui.complaints.statistics.Figure.RECEIVED;
import static cn.bishui.complaints.statistics.Figure.REFUSED;
import static cn.bishui.complaints.statistics.Figure.REFUSED_LEGAL_ROUTE;
import static cn.bishui.complaints.statistics.Figure.REFUSED_OTHER_DEPARTMENT;
import static cn.bishui.complaints.statistics.Figure.REFUSED_REPEAT;
import static cn.bishui.complaints.statistics.Figure.REFUSED_UNSATISFIED;
import static cn.bishui.complaints.statistics.Figure.REPEATS;
import static cn.bishui.complaints.statistics.Figure.SATISFIED;
import static cn.bishui.complaints.statistics.Figure.TRUE;

import cn.bishui.contracts.complaints.SmallCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hides the counts that are too small to be told, see {@link SmallCount}, and as many others as it takes that nobody can compute them:
 * from the whole and the other part, or from the total and the other kinds.
 */
public final class SmallCells {

    /** Parts of a whole: what the whole has beside the part is a count too. */
    private static final List<Map.Entry<Figure, Figure>> PARTS = List.of(
            Map.entry(ACCEPTED, RECEIVED),
            Map.entry(REFUSED, RECEIVED),
            Map.entry(REPEATS, RECEIVED),
            Map.entry(ANSWERED, ACCEPTED),
            Map.entry(IN_TIME, ANSWERED),
            Map.entry(TRUE, ANSWERED),
            Map.entry(RATED, ANSWERED),
            Map.entry(SATISFIED, RATED));

    /** What together makes up {@link Figure#REFUSED}. */
    private static final Set<Figure> REFUSALS =
            EnumSet.of(REFUSED_OTHER_DEPARTMENT, REFUSED_LEGAL_ROUTE, REFUSED_REPEAT, REFUSED_UNSATISFIED);

    private SmallCells() {}

    /** The counts without those that are too small to be told. */
    public static Counts hide(Counts counts) {
        // the total stands in every table: what one of them takes from it, all take
        Set<Figure> hiddenOfTotal = EnumSet.noneOf(Figure.class);
        Map<Dimension, List<Line>> told = new EnumMap<>(Dimension.class);
        int before;
        do {
            before = hiddenOfTotal.size();
            for (Dimension dimension : Dimension.values()) {
                Table table = new Table(counts.total(), counts.by(dimension), hiddenOfTotal);
                table.settle();
                told.put(dimension, table.lines());
            }
        } while (hiddenOfTotal.size() > before);
        return new Counts(without(counts.total(), hiddenOfTotal), told);
    }

    /** Whether what the calls to reporters came to can be told in parts. */
    public static boolean tellable(Statistics.Calls calls) {
        return !small(calls.called())
                && !small(calls.satisfied())
                && !small(calls.unsatisfied())
                && !small(calls.unreachable());
    }

    private static Line without(Line line, Set<Figure> hidden) {
        Map<Figure, Long> counts = new HashMap<>(line.counts());
        hidden.forEach(counts::remove);
        return new Line(line.key(), counts, hidden.contains(RATED) ? null : line.satisfaction());
    }

    private static boolean small(long count) {
        return !SmallCount.tellable(count);
    }

    /** The lines of one dimension, the total last. */
    private static final class Table {

        private final List<Line> lines;
        private final List<Set<Figure>> hidden = new ArrayList<>();
        private boolean changed;

        Table(Line total, List<Line> kinds, Set<Figure> hiddenOfTotal) {
            lines = new ArrayList<>(kinds);
            lines.add(total);
            kinds.forEach(_ -> hidden.add(EnumSet.noneOf(Figure.class)));
            hidden.add(hiddenOfTotal);
        }

        List<Line> lines() {
            List<Line> told = new ArrayList<>();
            for (int i = 0; i < lines.size() - 1; i++) {
                told.add(without(lines.get(i), hidden.get(i)));
            }
            return told;
        }

        void settle() {
            do {
                changed = false;
                for (int i = 0; i < lines.size(); i++) {
                    hideSmall(i);
                    hideParts(i);
                    hideRefusals(i);
                }
                for (Figure figure : Figure.values()) {
                    hideInColumn(figure);
                }
            } while (changed);
        }

        private void hide(int line, Figure figure) {
            changed |= hidden.get(line).add(figure);
        }

        private void hideSmall(int i) {
            for (Figure figure : Figure.values()) {
                if (small(lines.get(i).known(figure))) {
                    hide(i, figure);
                }
            }
        }

        private void hideParts(int i) {
            Line line = lines.get(i);
            for (Map.Entry<Figure, Figure> each : PARTS) {
                Figure part = each.getKey();
                Figure whole = each.getValue();
                boolean derivable = small(line.known(whole) - line.known(part));
                boolean nothingLeft =
                        line.known(part) == line.known(whole) && hidden.get(i).contains(whole);
                if (derivable || nothingLeft) {
                    hide(i, part);
                }
            }
            // what is neither accepted nor refused is not told, but is what those two leave
            long undecided = line.known(RECEIVED) - line.known(ACCEPTED) - line.known(REFUSED);
            boolean bothTold =
                    !hidden.get(i).contains(ACCEPTED) && !hidden.get(i).contains(REFUSED);
            if (small(undecided) && bothTold) {
                hide(i, line.known(ACCEPTED) < line.known(REFUSED) ? ACCEPTED : REFUSED);
            }
            // where nothing is undecided, one of the two is as good as the other
            if (undecided < SmallCount.SMALLEST_TOLD
                    && hidden.get(i).contains(ACCEPTED) != hidden.get(i).contains(REFUSED)) {
                hide(i, hidden.get(i).contains(ACCEPTED) ? REFUSED : ACCEPTED);
            }
        }

        private void hideRefusals(int i) {
            Line line = lines.get(i);
            if (hidden.get(i).contains(REFUSED)) {
                // their sum would tell what is hidden
                REFUSALS.stream().filter(each -> line.known(each) > 0).forEach(each -> hide(i, each));
                return;
            }
            List<Figure> candidates = new ArrayList<>(REFUSALS);
            candidates.removeAll(hidden.get(i));
            candidates.sort((one, other) -> Long.compare(line.known(one), line.known(other)));
            while (leaks(REFUSALS.stream()
                            .filter(hidden.get(i)::contains)
                            .mapToLong(line::known)
                            .toArray())
                    && !candidates.isEmpty()) {
                hide(i, candidates.removeFirst());
            }
            if (leaks(REFUSALS.stream()
                    .filter(hidden.get(i)::contains)
                    .mapToLong(line::known)
                    .toArray())) {
                hide(i, REFUSED);
            }
        }

        private void hideInColumn(Figure figure) {
            int total = lines.size() - 1;
            if (hidden.get(total).contains(figure)) {
                return;
            }
            List<Integer> candidates = new ArrayList<>();
            for (int i = 0; i < total; i++) {
                if (!hidden.get(i).contains(figure)) {
                    candidates.add(i);
                }
            }
            candidates.sort((one, other) ->
                    Long.compare(lines.get(one).known(figure), lines.get(other).known(figure)));
            while (leaks(hiddenIn(figure)) && !candidates.isEmpty()) {
                hide(candidates.removeFirst(), figure);
            }
            if (leaks(hiddenIn(figure))) {
                hide(total, figure);
            }
        }

        private long[] hiddenIn(Figure figure) {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < lines.size() - 1; i++) {
                if (hidden.get(i).contains(figure)) {
                    counts.add(lines.get(i).known(figure));
                }
            }
            return counts.stream().mapToLong(Long::longValue).toArray();
        }

        /** Whether their sum, which anybody can compute, tells what they are: one alone, or several that are hardly anything. */
        private static boolean leaks(long[] hiddenCounts) {
            long sum = 0;
            for (long count : hiddenCounts) {
                sum += count;
            }
            return hiddenCounts.length == 1 || (hiddenCounts.length > 1 && sum < SmallCount.SMALLEST_TOLD);
        }
    }
}
