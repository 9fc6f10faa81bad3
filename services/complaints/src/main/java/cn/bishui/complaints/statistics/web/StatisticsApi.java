package cn.bishui.complaints.statistics.web;

import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.statistics.Counts;
import cn.bishui.complaints.statistics.Dimension;
import cn.bishui.complaints.statistics.Figure;
import cn.bishui.complaints.statistics.Line;
import cn.bishui.complaints.statistics.SmallCells;
import cn.bishui.complaints.statistics.Statistics;
import cn.bishui.web.Person;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statistics for programs; an export, so without small counts: what is not told is null. */
@RestController
class StatisticsApi {

    private final Statistics statistics;
    private final Clock clock;

    StatisticsApi(Statistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    record Told(LocalDate from, LocalDate to, Cells total, Map<String, List<Cells>> by) {}

    /** A line of it. */
    record Cells(
            String key,
            Map<String, @Nullable Long> counts,
            @Nullable BigDecimal inTimeShare,
            @Nullable BigDecimal trueShare,
            @Nullable BigDecimal repeatShare,
            @Nullable BigDecimal satisfaction) {

        static Cells of(Line line) {
            Map<String, @Nullable Long> counts = new LinkedHashMap<>();
            for (Figure figure : Figure.values()) {
                counts.put(figure.id(), line.count(figure));
            }
            return new Cells(
                    line.key(),
                    counts,
                    line.inTimeShare(),
                    line.trueShare(),
                    line.repeatShare(),
                    line.averageSatisfaction());
        }
    }

    @GetMapping("/api/complaints/v1/statistics")
    @PreAuthorize(Roles.MAY_READ)
    Told statistics(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Person person) {
        Period period = Period.of(from, to, LocalDate.now(clock));
        Counts counts = SmallCells.hide(statistics.count(period.from(), period.to(), Sight.of(person)));
        Map<String, List<Cells>> by = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values()) {
            by.put(dimension.id(), counts.by(dimension).stream().map(Cells::of).toList());
        }
        return new Told(period.from(), period.to(), Cells.of(counts.total()), by);
    }
}
