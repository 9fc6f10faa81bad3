package cn.bishui.monitoring.assessment.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Assessments;
import cn.bishui.monitoring.assessment.CompareSections;
import cn.bishui.monitoring.assessment.Decline;
import cn.bishui.monitoring.assessment.Declines;
import cn.bishui.monitoring.assessment.ExplainDecline;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.Trophic;
import cn.bishui.monitoring.assessment.WaterWords;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.Rules;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Assessments of sections for people, and the list of them for programs. */
@Controller
class AssessmentPages {

    static final String PATH = "/monitoring/assessments";
    static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";

    private static final String EXPLAIN = "hasAnyRole('monitoring.reviewer', 'monitoring.lab-head')";

    private final AssessmentTable table;
    private final Assessments assessments;
    private final Declines declines;
    private final CompareSections compare;
    private final ExplainDecline explainDecline;
    private final Sites sites;
    private final AuditReader audit;
    private final Rules rules;

    AssessmentPages(
            AssessmentTable table,
            Assessments assessments,
            Declines declines,
            CompareSections compare,
            ExplainDecline explainDecline,
            Sites sites,
            AuditReader audit,
            Rules rules) {
        this.table = table;
        this.assessments = assessments;
        this.declines = declines;
        this.compare = compare;
        this.explainDecline = explainDecline;
        this.sites = sites;
        this.audit = audit;
        this.rules = rules;
    }

    /** One page of the list. */
    record Page(List<AssessmentTable.Row> items, long total) {}

    @GetMapping("/api/monitoring/v1/assessments")
    @PreAuthorize(READ)
    @ResponseBody
    Page api(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String span,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String target,
            ListRequest request) {
        Listing<AssessmentTable.Row> listing =
                table.page(AssessmentTable.Filter.of(q, span, period == null ? month : period, target, null), request);
        return new Page(listing.rows(), listing.total());
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String span,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String declined,
            ListRequest request,
            Texts texts,
            Model model) {
        AssessmentTable.Filter filter = AssessmentTable.Filter.of(q, span, period, target, declined);
        model.addAttribute("listing", table.page(filter, request));
        model.addAttribute("span", filter.span());
        model.addAttribute("spans", texts.options("assessment.span.", List.of("month", "quarter", "year", "all")));
        model.addAttribute("targets", texts.options("assessment.target.", List.of("met", "failed")));
        model.addAttribute("declines", texts.options("decline.filter.", List.of("open", "all")));
        return "assessment/list";
    }

    @GetMapping(PATH + "/assessments.csv")
    @PreAuthorize(READ)
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String span,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String declined,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("assessment.title") + ".csv",
                texts.all(
                        "assessment.period",
                        "sample.site",
                        "site.code",
                        "assessment.class",
                        "site.target",
                        "assessment.meets",
                        "judge.named.surface-water",
                        "assessment.evaluated",
                        "assessment.revision",
                        "assessment.provisional",
                        "decline.title"),
                csv -> table.each(
                        AssessmentTable.Filter.of(q, span, period, target, declined),
                        order,
                        row -> csv.row(
                                row.period(),
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
                                row.revision(),
                                row.provisional() ? texts.of("assessment.provisional.is") : "",
                                row.decline() == null ? "" : texts.of("decline.state." + row.decline()))));
    }

    static String without(@Nullable String why, Texts texts) {
        return why == null ? "" : texts.of("sample.condition." + why);
    }

    @GetMapping(PATH + "/{site}/{period}")
    @PreAuthorize(READ)
    String show(@PathVariable String site, @PathVariable String period, Texts texts, Model model) {
        return show(site, Period.of(period), DeclineForm.EMPTY, texts, model);
    }

    private String show(String site, Period period, DeclineForm form, Texts texts, Model model) {
        Site section = sites.find(site).orElseThrow(() -> new NotFound("site", site));
        List<Assessment> revisions = assessments.of(site, period);
        if (revisions.isEmpty()) {
            throw new NotFound("assessment", site + "/" + period.text());
        }
        Site then = sites.on(site, period.last()).orElse(section);
        Decline decline = declines.find(site, period).orElse(null);
        model.addAttribute("site", section);
        model.addAttribute("revisions", revisions);
        model.addAttribute("period", period.text());
        model.addAttribute(
                "compared",
                Compared.of(
                        compare.of(then, revisions.getFirst()),
                        absent(site, period),
                        period,
                        compare.baseYear(),
                        texts));
        Map<Integer, Trophic> trophic = new HashMap<>();
        for (Assessment each : revisions) {
            Trophic of = Trophic.of(type(then), each);
            if (of != null) {
                trophic.put(each.revision(), of);
            }
        }
        model.addAttribute("trophic", trophic);
        Map<Integer, ClassBasis> basis = new HashMap<>();
        revisions.forEach(each -> basis.put(each.revision(), ClassBasis.of(type(then), each, rules, texts)));
        model.addAttribute("basis", basis);
        model.addAttribute("baseYear", Integer.toString(compare.baseYear()));
        model.addAttribute("words", new WaterWords(texts));
        model.addAttribute("decline", decline);
        model.addAttribute("form", form);
        model.addAttribute("history", History.of(audit.about(Decline.subject(site, period)), texts));
        return "assessment/show";
    }

    private Set<Against> absent(String site, Period period) {
        Set<Against> absent = EnumSet.noneOf(Against.class);
        if (assessments.latest(site, period.before()).isEmpty()) {
            absent.add(Against.LAST_PERIOD);
        }
        if (assessments.latest(site, period.yearBefore()).isEmpty()) {
            absent.add(Against.SAME_PERIOD_LAST_YEAR);
        }
        if (compare.base(site).isEmpty()) {
            absent.add(Against.BASE_YEAR);
        }
        return absent;
    }

    private static WaterType type(Site section) {
        WaterType declared = section.description().waterType();
        return declared == null ? WaterType.RIVER : declared;
    }

    @PostMapping(PATH + "/{site}/{period}/cause")
    @PreAuthorize(EXPLAIN)
    String cause(
            @PathVariable String site,
            @PathVariable String period,
            @ModelAttribute("form") DeclineForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return explain(site, Period.of(period), ExplainDecline.What.CAUSE, form, errors, texts, model, actor);
    }

    @PostMapping(PATH + "/{site}/{period}/measures")
    @PreAuthorize(EXPLAIN)
    String measures(
            @PathVariable String site,
            @PathVariable String period,
            @ModelAttribute("form") DeclineForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return explain(site, Period.of(period), ExplainDecline.What.MEASURES, form, errors, texts, model, actor);
    }

    private String explain(
            String site,
            Period period,
            ExplainDecline.What what,
            DeclineForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        boolean done = Attempt.succeeds(errors, () -> {
            DeclineForm.Said said = form.read();
            explainDecline.explain(site, period, said.seen(), what, said.words(), actor);
        });
        return done ? "redirect:" + PATH + "/" + site + "/" + period.text() : show(site, period, form, texts, model);
    }
}
