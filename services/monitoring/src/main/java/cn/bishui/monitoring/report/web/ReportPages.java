package cn.bishui.monitoring.report.web;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.WaterWords;
import cn.bishui.monitoring.report.MakeReport;
import cn.bishui.monitoring.report.Report;
import cn.bishui.monitoring.report.Report.Section;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a month, a quarter or a year, which prints on A4. */
@Controller
class ReportPages {

    private static final String PATH = "/monitoring/assessments/report";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";

    private final MakeReport makeReport;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportPages(MakeReport makeReport, JdbcClient jdbc, Clock clock) {
        this.makeReport = makeReport;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leads to the report of the period that was typed, or of the newest month that has one. */
    @GetMapping(PATH)
    @PreAuthorize(READ)
    String choose(@RequestParam(required = false) @Nullable String period) {
        if (period != null && !period.isBlank()) {
            return "redirect:" + PATH + "/" + Period.of(period.strip()).text();
        }
        return "redirect:" + PATH + "/"
                + jdbc.sql("select max(period) from assessment where span = 'month'")
                        .query(String.class)
                        .optional()
                        .orElseGet(() -> YearMonth.now(clock).toString());
    }

    @GetMapping(PATH + "/{period}")
    @PreAuthorize(READ)
    String show(@PathVariable String period, Texts texts, Model model) {
        Period of = Period.of(period);
        Report report = makeReport.of(of);
        YearMonth month = YearMonth.from(of.first());
        model.addAttribute("report", report);
        model.addAttribute("words", new WaterWords(texts));
        model.addAttribute("title", title(of, texts));
        model.addAttribute("before", of.before().text());
        model.addAttribute("others", others(of, month));
        model.addAttribute("now", clock.instant());
        return "report/show";
    }

    /** The next period where it has begun, the quarter and the year of this one. */
    private List<String> others(Period of, YearMonth month) {
        LocalDate today = LocalDate.now(clock);
        return Stream.of(of.after(), Period.quarterOf(month), Period.yearOf(month))
                .filter(each -> !each.equals(of) && !each.first().isAfter(today))
                .map(Period::text)
                .toList();
    }

    private static String title(Period of, Texts texts) {
        return texts.of(
                "report.title." + of.span().code(),
                of.first().getYear(),
                of.span() == Period.Span.QUARTER ? of.quarter() : of.first().getMonthValue());
    }

    @GetMapping(PATH + "/{period}/sections.csv")
    @PreAuthorize(READ)
    void csv(@PathVariable String period, Texts texts, HttpServletResponse response) {
        Period of = Period.of(period);
        Report report = makeReport.of(of);
        CsvDownload.send(
                response,
                title(of, texts) + ".csv",
                texts.all(
                        "report.section",
                        "site.code",
                        "site.target",
                        "assessment.class",
                        "assessment.meets",
                        "judge.named.surface-water",
                        "report.before",
                        "report.year-before",
                        "report.base",
                        "report.keeping",
                        "report.why"),
                csv -> report.sections()
                        .forEach(each -> csv.row(
                                each.name(),
                                each.site(),
                                each.now() == null ? "" : waterClass(each.now().targetClass(), texts),
                                each.hasClass()
                                        ? waterClass(each.waterClass(), texts)
                                        : texts.of("sample.condition." + each.withoutValue()),
                                met(each, texts),
                                each.now() == null
                                        ? ""
                                        : String.join("、", each.now().mainPollutants()),
                                earlier(each.before(), "last-period", texts),
                                earlier(each.yearBefore(), "same-period-last-year", texts),
                                each.base() == null
                                        ? texts.of("water.change.no-data.base-year")
                                        : waterClass(each.base().waterClass(), texts),
                                each.keeping() == null
                                        ? ""
                                        : texts.of("keeping."
                                                + each.keeping()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-')),
                                each.why())));
    }

    private static String earlier(@Nullable Assessment of, String against, Texts texts) {
        if (of == null) {
            return texts.of("water.change.no-data." + against);
        }
        String why = of.withoutValue();
        return of.waterClass() == null && why != null
                ? texts.of("sample.condition." + why)
                : waterClass(of.waterClass(), texts);
    }

    private static String waterClass(@Nullable Integer of, Texts texts) {
        return of == null ? "" : texts.of("site.class." + of);
    }

    private static String met(Section each, Texts texts) {
        Boolean meets = each.now() == null ? null : each.now().meetsTarget();
        return meets == null ? "" : texts.of("assessment.target." + (meets ? "met" : "failed"));
    }
}
