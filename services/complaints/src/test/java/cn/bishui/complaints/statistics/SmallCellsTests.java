package cn.bishui.complaints.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.complaints.SmallCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which counts are told, and that the others cannot be computed from them. */
class SmallCellsTests {

    private static Line line(String key, long received, long accepted, long refused) {
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            counts.put(figure, 0L);
        }
        counts.put(Figure.RECEIVED, received);
        counts.put(Figure.ACCEPTED, accepted);
        counts.put(Figure.REFUSED, refused);
        counts.put(Figure.REFUSED_OTHER_DEPARTMENT, refused);
        return new Line(key, counts, 0L);
    }

    private static Counts counts(Line... lines) {
        Map<Figure, Long> total = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            long sum = 0;
            for (Line line : lines) {
                sum += line.known(figure);
            }
            total.put(figure, sum);
        }
        return new Counts(new Line("", total, 0L), Map.of(Dimension.STREET, List.of(lines)));
    }

    @Test
    void hidesACountBelowThreeAndTheNextOneThatWouldTellIt() {
        List<Line> told = SmallCells.hide(counts(line("a", 40, 40, 0), line("b", 7, 7, 0), line("c", 2, 2, 0)))
                .by(Dimension.STREET);

        assertThat(told.get(2).received()).isNull();
        assertThat(told.get(1).received()).isNull();
        assertThat(told.get(0).received()).isEqualTo(40);
    }

    @Test
    void tellsNoneAndThree() {
        Counts told = SmallCells.hide(counts(line("a", 40, 40, 0), line("b", 3, 3, 0), line("c", 0, 0, 0)));

        assertThat(told.by(Dimension.STREET).get(1).received()).isEqualTo(3);
        assertThat(told.by(Dimension.STREET).get(2).received()).isZero();
        assertThat(told.total().received()).isEqualTo(43);
    }

    @Test
    void hidesAPartWhoseRestIsSmall() {
        Counts told = SmallCells.hide(counts(line("a", 10, 9, 1), line("b", 20, 20, 0), line("c", 30, 15, 15)));

        Line first = told.by(Dimension.STREET).getFirst();
        assertThat(first.received()).isEqualTo(10);
        assertThat(first.accepted()).isNull();
        assertThat(first.refused()).isNull();
        assertThat(first.counts()).doesNotContainKey(Figure.REFUSED_OTHER_DEPARTMENT);
    }

    @Test
    void tellsNoShareOfWhatIsHidden() {
        Map<Figure, Long> counts = new EnumMap<>(line("a", 50, 50, 0).counts());
        counts.put(Figure.ANSWERED, 50L);
        counts.put(Figure.IN_TIME, 49L);
        counts.put(Figure.RATED, 2L);
        Line all = new Line("", counts, 9L);

        Line told = SmallCells.hide(new Counts(all, Map.of())).total();

        assertThat(told.inTimeShare()).isNull();
        assertThat(told.averageSatisfaction()).isNull();
        assertThat(told.satisfaction()).isNull();
        assertThat(told.answered()).isEqualTo(50);
    }

    @Test
    void noSmallCountIsToldNorAloneInItsColumn() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                int accepted = random.nextInt(8);
                int refused = random.nextInt(5);
                lines.add(line("s" + i, accepted + refused + random.nextInt(3), accepted, refused));
            }
            Counts known = counts(lines.toArray(Line[]::new));
            Counts told = SmallCells.hide(known);
            List<Line> shown = told.by(Dimension.STREET);
            for (Figure figure : Figure.values()) {
                long hidden = 0;
                int cells = 0;
                for (int i = 0; i < shown.size(); i++) {
                    Long count = shown.get(i).count(figure);
                    if (count == null) {
                        hidden += lines.get(i).known(figure);
                        cells++;
                    } else {
                        assertThat(count).isNotIn(1L, 2L);
                    }
                }
                if (told.total().count(figure) != null && cells > 0) {
                    assertThat(cells).as(figure + " of round " + round).isGreaterThan(1);
                    assertThat(hidden)
                            .as(figure + " of round " + round)
                            .isGreaterThanOrEqualTo(SmallCount.SMALLEST_TOLD);
                }
            }
            for (Line line : shown) {
                Long received = line.received();
                Long accepted = line.accepted();
                Long refused = line.refused();
                if (received != null && accepted != null && refused != null) {
                    assertThat(received - accepted - refused).isNotIn(1L, 2L);
                }
            }
        }
    }
}
