package cn.bishui.monitoring.assessment.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Assessments;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Assessments for people, and the list of them for programs. */
@Controller
class AssessmentPages {

    private static final String PATH = "/monitoring/assessments";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";

    private final AssessmentTable table;
    private final Assessments assessments;
    private final Sites sites;

    AssessmentPages(AssessmentTable table, Assessments assessments, Sites sites) {
        this.table = table;
        this.assessments = assessments;
        this.sites = sites;
    }

    /** One page of the list. */
    record Page(List<AssessmentTable.Row> items, long total) {}

    @GetMapping("/api/monitoring/v1/assessments")
    @PreAuthorize(READ)
    @ResponseBody
    Page api(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String target,
            ListRequest request) {
        Listing<AssessmentTable.Row> listing = table.page(AssessmentTable.Filter.of(q, month, target), request);
        return new Page(listing.rows(), listing.total());
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String target,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("listing", table.page(AssessmentTable.Filter.of(q, month, target), request));
        model.addAttribute("targets", texts.options("assessment.target.", List.of("met", "failed")));
        return "assessment/list";
    }

    @GetMapping(PATH + "/assessments.csv")
    @PreAuthorize(READ)
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String target,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("assessment.title") + ".csv",
                texts.all(
                        "sample.month",
                        "sample.site",
                        "site.code",
                        "assessment.class",
                        "site.target",
                        "assessment.meets",
                        "judge.named.surface-water",
                        "assessment.evaluated",
                        "assessment.revision"),
                csv -> table.each(
                        AssessmentTable.Filter.of(q, month, target),
                        order,
                        row -> csv.row(
                                row.monthText(),
                                row.name(),
                                row.site(),
                                row.waterClass() == null
                                        ? without(row.withoutValue(), texts)
                                        : texts.of("site.class." + row.waterClass()),
                                row.targetClass() == null ? "" : texts.of("site.class." + row.targetClass()),
                                row.meetsTarget() == null
                                        ? ""
                                        : texts.of("assessment.target." + (row.meetsTarget() ? "met" : "failed")),
                                row.mainPollutants(),
                                row.evaluated(),
                                row.revision())));
    }

    private static String without(@Nullable String why, Texts texts) {
        return why == null ? "" : texts.of("sample.condition." + why);
    }

    @GetMapping(PATH + "/{site}/{month}")
    @PreAuthorize(READ)
    String show(@PathVariable String site, @PathVariable String month, Model model) {
        Site section = sites.find(site).orElseThrow(() -> new NotFound("site", site));
        List<Assessment> revisions = assessments.of(site, month(month));
        if (revisions.isEmpty()) {
            throw new NotFound("assessment", site + "/" + month);
        }
        model.addAttribute("site", section);
        model.addAttribute("revisions", revisions);
        return "assessment/show";
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException notAMonth) {
            throw RuleBroken.missing("plan.month");
        }
    }
}
