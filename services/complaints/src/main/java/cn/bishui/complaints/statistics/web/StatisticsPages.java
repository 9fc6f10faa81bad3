package cn.bishui.complaints.statistics.web;

import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.statistics.Counts;
import cn.bishui.complaints.statistics.Dimension;
import cn.bishui.complaints.statistics.Figure;
import cn.bishui.complaints.statistics.Line;
import cn.bishui.complaints.statistics.SmallCells;
import cn.bishui.complaints.statistics.Statistics;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The statistics and the yearly report. Who sees every complaint sees every count; what leaves the house, and what a bureau
 * sees, has no small ones.
 */
@Controller
class StatisticsPages {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Statistics statistics;
    private final Clock clock;

    StatisticsPages(Statistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @GetMapping("/complaints/statistics")
    @PreAuthorize(Roles.MAY_READ)
    String statistics(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Person person,
            Texts texts,
            Model model) {
        Period period = Period.of(from, to, LocalDate.now(clock));
        Sight sight = Sight.of(person);
        Counts counted = statistics.count(period.from(), period.to(), sight);
        boolean seesAll = sight.bureau() == null;
        model.addAttribute("period", period);
        model.addAttribute("counts", seesAll ? counted : SmallCells.hide(counted));
        model.addAttribute("dimensions", Dimension.values());
        model.addAttribute("refusals", REFUSALS);
        model.addAttribute("labels", new Labels(texts));
        model.addAttribute("seesAll", seesAll);
        model.addAttribute("mayReport", person.hasAnyOf(List.of(Roles.SUPERVISOR, Roles.READER)));
        model.addAttribute("lastYear", LocalDate.now(clock).getYear() - 1);
        return "statistics/statistics";
    }

    /** Why complaints were refused, in the order of the tables. */
    private static final List<Figure> REFUSALS = List.of(
            Figure.REFUSED_OTHER_DEPARTMENT,
            Figure.REFUSED_LEGAL_ROUTE,
            Figure.REFUSED_REPEAT,
            Figure.REFUSED_UNSATISFIED);

    @GetMapping("/complaints/statistics.csv")
    @PreAuthorize(Roles.MAY_READ)
    void download(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Person person,
            Texts texts,
            HttpServletResponse response) {
        Period period = Period.of(from, to, LocalDate.now(clock));
        Sight sight = Sight.of(person);
        Counts counted = statistics.count(period.from(), period.to(), sight);
        Counts told = sight.bureau() == null ? counted : SmallCells.hide(counted);
        Labels labels = new Labels(texts);
        String[] heads = Stream.of(
                        Stream.of(texts.of("statistics.by"), texts.of("statistics.kind")),
                        Stream.of(Figure.values()).map(figure -> texts.of("statistics." + figure.id())),
                        Stream.of("in-time-share", "true-share", "repeat-share", "satisfaction")
                                .map(share -> texts.of("statistics." + share)))
                .flatMap(each -> each)
                .toArray(String[]::new);
        CsvDownload.send(
                response, texts.of("statistics.csv") + "-" + period.from() + "-" + period.to() + ".csv", heads, csv -> {
                    csv.row(cells(texts.of("statistics.total"), "", told.total()));
                    for (Dimension dimension : Dimension.values()) {
                        told.by(dimension)
                                .forEach(line -> csv.row(cells(
                                        texts.of("statistics.by." + dimension.id()),
                                        labels.of(dimension, line.key()),
                                        line)));
                    }
                });
    }

    private static @Nullable Object[] cells(String by, String kind, Line line) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(by, kind));
        for (Figure figure : Figure.values()) {
            cells.add(line.count(figure));
        }
        cells.add(line.inTimeShare());
        cells.add(line.trueShare());
        cells.add(line.repeatShare());
        cells.add(line.averageSatisfaction());
        return cells.toArray();
    }

    @GetMapping("/complaints/report")
    @PreAuthorize(Roles.MAY_REPORT)
    String lastReport() {
        int year = LocalDate.now(clock).getYear();
        Period last = Period.ofYear(year - 1);
        Long received =
                statistics.count(last.from(), last.to(), Sight.ALL).total().count(Figure.RECEIVED);
        boolean empty = received != null && received == 0;
        return "redirect:/complaints/report/" + (empty ? year : year - 1);
    }

    /** The yearly report to the own and the upper level; Order 15 art. 6. It leaves the house. */
    @GetMapping("/complaints/report/{year}")
    @PreAuthorize(Roles.MAY_REPORT)
    String report(@PathVariable int year, Texts texts, Model model) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw RuleBroken.missing("statistics.year", year);
        }
        LocalDate today = LocalDate.now(clock);
        Period period = Period.ofYear(year);
        Period before = Period.ofYear(year - 1);
        model.addAttribute("year", year);
        model.addAttribute("today", today);
        model.addAttribute("over", today.isAfter(period.to()));
        model.addAttribute("counts", SmallCells.hide(statistics.count(period.from(), period.to(), Sight.ALL)));
        model.addAttribute("before", SmallCells.hide(statistics.count(before.from(), before.to(), Sight.ALL)));
        Statistics.Calls calls = statistics.calls(period.from(), period.to());
        model.addAttribute("calls", SmallCells.tellable(calls) ? calls : null);
        model.addAttribute("dimensions", Dimension.values());
        model.addAttribute("refusals", REFUSALS);
        model.addAttribute(
                "figures",
                List.of(
                        Figure.RECEIVED,
                        Figure.ACCEPTED,
                        Figure.REFUSED,
                        Figure.ANSWERED,
                        Figure.RATED,
                        Figure.REPEATS));
        model.addAttribute("labels", new Labels(texts));
        return "statistics/report";
    }
}
