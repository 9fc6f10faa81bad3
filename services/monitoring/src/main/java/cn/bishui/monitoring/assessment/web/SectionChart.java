package cn.bishui.monitoring.assessment.web;

import cn.bishui.standards.Bound;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.web.Texts;
import cn.bishui.web.page.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The months of one item at a section, or the days of a station, as the chart island reads them ({@code assets/chart.js}): the limits of the classes as bands in
 * the colours of 环办[2011]22号 with their numerals, the limit of the target as a line, months without a sample as gaps,
 * values below detection hollow.
 */
record SectionChart(String unit, @Nullable Line limit, List<Band> bands, List<Series> series) {

    private static final BigDecimal ROOM = new BigDecimal("1.15");

    /** The limit of the target. */
    record Line(BigDecimal value, String label) {}

    /** A class. */
    record Band(BigDecimal from, BigDecimal to, String label, String colour) {}

    /** @param points each of month, value or null, and whether it was a number */
    record Series(String name, List<List<@Nullable Object>> points) {}

    /** A day, or the first of a month; the value is half the detection limit where it was not reached. */
    record Point(String day, @Nullable BigDecimal value, boolean number) {}

    static SectionChart of(SurfaceItem item, String name, @Nullable Integer target, List<Point> points, Texts texts) {
        String unit =
                item.item().unit().equals("1") ? "" : Formats.unit(item.item().unit(), texts.locale());
        Line line = target == null ? null : line(item, WaterClass.of(target), texts);
        BigDecimal highest = points.stream()
                .map(Point::value)
                .filter(BigDecimal.class::isInstance)
                .reduce(line == null ? BigDecimal.ONE : line.value(), BigDecimal::max);
        return new SectionChart(
                unit,
                line,
                bands(item, highest.multiply(ROOM)),
                List.of(new Series(
                        name,
                        points.stream()
                                .map(each -> Arrays.<@Nullable Object>asList(each.day(), each.value(), each.number()))
                                .toList())));
    }

    private static @Nullable Line line(SurfaceItem item, WaterClass target, Texts texts) {
        Bound bound = item.limit(target).orElse(null);
        String label = texts.of("assessment.chart.target", target.zh());
        return switch (bound) {
            case Bound.Max max -> new Line(max.limit(), label + " " + max.text());
            case Bound.Min min -> new Line(min.limit(), label + " " + min.text());
            case null, default -> null;
        };
    }

    /** As far up as the chart goes; of classes that share a limit the better one. */
    private static List<Band> bands(SurfaceItem item, BigDecimal top) {
        List<Band> bands = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        BigDecimal upper = top;
        for (WaterClass each : WaterClass.values()) {
            Bound bound = item.limit(each).orElse(null);
            switch (bound) {
                case Bound.Max max -> {
                    add(bands, from, max.limit().min(top), each.zh() + " " + max.text(), each);
                    from = max.limit();
                }
                case Bound.Min min -> {
                    add(bands, min.limit(), upper, each.zh() + " " + min.text(), each);
                    upper = min.limit().min(upper);
                }
                case Bound.Within within -> {
                    if (each == WaterClass.I) {
                        bands.add(new Band(
                                within.min(),
                                within.max(),
                                WaterClass.I.zh() + "~" + WaterClass.V.zh() + " " + within.text(),
                                each.level().colour()));
                    }
                    return bands;
                }
                case null, default -> {
                    boolean upward = item.limit(WaterClass.V).orElse(null) instanceof Bound.Max;
                    boolean downward = item.limit(WaterClass.V).orElse(null) instanceof Bound.Min;
                    if (upward) {
                        add(bands, from, top, each.zh(), each);
                    } else if (downward) {
                        add(bands, BigDecimal.ZERO, upper, each.zh(), each);
                    }
                }
            }
        }
        return bands;
    }

    private static void add(List<Band> bands, BigDecimal from, BigDecimal to, String label, WaterClass of) {
        if (to.compareTo(from) > 0) {
            bands.add(new Band(from, to, label, of.level().colour()));
        }
    }
}
