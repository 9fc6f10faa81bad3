package cn.bishui.monitoring.source.web;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.source.SourceAssessment;
import cn.bishui.monitoring.source.SourceAssessments;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Sources of drinking water, month by month; those without data are listed as missing. */
@Controller
class SourcePages {

    private static final String PATH = "/monitoring/sources";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";

    private final SourceAssessments assessments;
    private final Sites sites;
    private final JdbcClient jdbc;
    private final Clock clock;

    SourcePages(SourceAssessments assessments, Sites sites, JdbcClient jdbc, Clock clock) {
        this.assessments = assessments;
        this.sites = sites;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a program gets. */
    record Page(String period, List<SourceAssessments.Standing> items) {}

    private Period period(@Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            return Period.of(typed.strip());
        }
        return Period.of(jdbc.sql("select max(period) from source_assessment where span = 'month'")
                .query(String.class)
                .optional()
                .orElseGet(() -> YearMonth.now(clock).toString()));
    }

    @GetMapping("/api/monitoring/v1/sources")
    @PreAuthorize(READ)
    @ResponseBody
    Page api(@RequestParam(required = false) @Nullable String period) {
        Period of = period(period);
        return new Page(of.text(), assessments.standing(of));
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(@RequestParam(required = false) @Nullable String period, Model model) {
        Period of = period(period);
        List<SourceAssessments.Standing> standing = assessments.standing(of);
        model.addAttribute("period", of.text());
        model.addAttribute("before", of.before().text());
        model.addAttribute("after", of.after().text());
        model.addAttribute("year", Period.yearOf(YearMonth.from(of.first())).text());
        model.addAttribute("sources", standing);
        model.addAttribute(
                "missing",
                standing.stream()
                        .filter(each ->
                                each.assessment() == null || each.assessment().withoutValue() != null)
                        .count());
        return "source/list";
    }

    @GetMapping(PATH + "/sources.csv")
    @PreAuthorize(READ)
    void csv(@RequestParam(required = false) @Nullable String period, Texts texts, HttpServletResponse response) {
        Period of = period(period);
        CsvDownload.send(
                response,
                texts.of("source.title") + "-" + of.text() + ".csv",
                texts.all(
                        "assessment.period",
                        "source.name",
                        "site.code",
                        "site.source",
                        "site.supply",
                        "source.verdict",
                        "source.exceeded",
                        "source.items",
                        "source.missing",
                        "source.full"),
                csv -> assessments.standing(of).forEach(each -> csv.row(row(of, each, texts))));
    }

    private static Object[] row(Period of, SourceAssessments.Standing each, Texts texts) {
        SourceAssessment found = each.assessment();
        return new Object[] {
            of.text(),
            each.name(),
            each.site(),
            texts.of("site.source." + each.sourceKind()),
            each.supplyPerDay() == null ? "" : each.supplyPerDay(),
            verdict(found, texts),
            found == null ? "" : String.join("、", found.exceeded()),
            found == null ? 0 : found.items(),
            found == null ? "" : String.join("、", found.missing()),
            found != null && found.fullIndex() ? texts.of("source.full.is") : ""
        };
    }

    private static String verdict(@Nullable SourceAssessment found, Texts texts) {
        if (found == null) {
            return texts.of("sample.condition." + SourceAssessment.NOT_SAMPLED);
        }
        if (found.withoutValue() != null) {
            return texts.of("sample.condition." + found.withoutValue());
        }
        return found.meets() == null
                ? texts.of("source.undecided")
                : texts.of("assessment.target." + (found.meets() ? "met" : "failed"));
    }

    @GetMapping(PATH + "/{site}/{period}")
    @PreAuthorize(READ)
    String show(@PathVariable String site, @PathVariable String period, Model model) {
        Site source = sites.find(site).orElseThrow(() -> new NotFound("site", site));
        List<SourceAssessment> revisions = assessments.of(site, Period.of(period));
        if (revisions.isEmpty()) {
            throw new NotFound("assessment", site + "/" + period);
        }
        model.addAttribute("site", source);
        model.addAttribute("revisions", revisions);
        return "source/show";
    }
}
