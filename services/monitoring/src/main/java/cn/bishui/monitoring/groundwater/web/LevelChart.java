package cn.bishui.monitoring.groundwater.web;

import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The level of a well as the chart island reads it ({@code assets/chart.js}).
 *
 * @param inverse whether larger values stand lower: a depth goes downwards
 */
record LevelChart(String unit, boolean inverse, List<Series> series) {

    /** @param points each of day, value, and whether it was a number */
    record Series(String name, List<List<@Nullable Object>> points) {}

    static LevelChart of(Item item, String name, List<WellTable.Level> levels) {
        List<List<@Nullable Object>> points = new ArrayList<>();
        for (WellTable.Level each : levels) {
            // what is no number, as "deeper than the well", is a gap
            BigDecimal value = Measured.parse(each.found()) instanceof Value(BigDecimal number) ? number : null;
            points.add(Arrays.<@Nullable Object>asList(each.day().toString(), value, value != null));
        }
        return new LevelChart(item.unit(), !item.signed(), List.of(new Series(name, points)));
    }
}
