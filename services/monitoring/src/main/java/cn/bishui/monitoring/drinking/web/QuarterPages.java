package cn.bishui.monitoring.drinking.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.ApproveQuarter;
import cn.bishui.monitoring.drinking.AssembleQuarter;
import cn.bishui.monitoring.drinking.DrinkingQuarter;
import cn.bishui.monitoring.drinking.PointResult;
import cn.bishui.monitoring.drinking.QuarterReport;
import cn.bishui.monitoring.drinking.QuarterReports;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Quarters of drinking water for people: what each bureau reported, what is missing, approval and corrections. */
@Controller
class QuarterPages {

    static final String PATH = "/monitoring/drinking";
    static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head',"
                    + " 'monitoring.supply-analyst', 'monitoring.supply-reviewer', 'monitoring.supply-head',"
                    + " 'monitoring.drinking-approver')";
    static final String APPROVE = "hasAnyRole('monitoring.lab-head', 'monitoring.drinking-approver')";

    /** So many quarters are listed, the one that runs first. */
    static final int LISTED = 9;

    private final AssembleQuarter assembleQuarter;
    private final QuarterReports reports;
    private final ApproveQuarter approveQuarter;
    private final AuditReader audit;
    private final Clock clock;

    QuarterPages(
            AssembleQuarter assembleQuarter,
            QuarterReports reports,
            ApproveQuarter approveQuarter,
            AuditReader audit,
            Clock clock) {
        this.assembleQuarter = assembleQuarter;
        this.reports = reports;
        this.approveQuarter = approveQuarter;
        this.audit = audit;
        this.clock = clock;
    }

    /** A quarter in the list. */
    record Row(
            Period quarter,
            boolean over,
            int points,
            int incomplete,
            @Nullable QuarterReport report,
            boolean outdated) {}

    /** Reads {@code 2026-Q3}; everything else is not found. */
    static Period quarter(String typed) {
        Period quarter = Period.of(typed);
        if (quarter.span() != Period.Span.QUARTER) {
            throw RuleBroken.missing("assessment.period");
        }
        return quarter;
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(Model model) {
        Period running = Period.quarterOf(YearMonth.now(clock));
        model.addAttribute(
                "rows",
                Stream.iterate(running, Period::before)
                        .limit(LISTED)
                        .map(this::row)
                        .filter(each -> each.points() > 0 || each.report() != null)
                        .toList());
        return "drinking/list";
    }

    private Row row(Period quarter) {
        DrinkingQuarter now = assembleQuarter.of(quarter);
        Optional<QuarterReport> report = reports.latest(quarter);
        return new Row(
                quarter,
                isOver(quarter),
                now.points().size(),
                now.incomplete().size(),
                report.orElse(null),
                report.filter(each -> each.isOutdatedBy(now)).isPresent());
    }

    private boolean isOver(Period quarter) {
        return quarter.last().isBefore(LocalDate.now(clock));
    }

    @GetMapping(PATH + "/{quarter}")
    @PreAuthorize(READ)
    String show(
            @PathVariable String quarter,
            @RequestParam(required = false) @Nullable Integer revision,
            Texts texts,
            Model model) {
        model.addAttribute("form", QuarterForm.EMPTY);
        return show(quarter(quarter), revision, texts, model);
    }

    private String show(Period quarter, @Nullable Integer revision, Texts texts, Model model) {
        DrinkingQuarter now = assembleQuarter.of(quarter);
        List<QuarterReport> told = reports.of(quarter);
        QuarterReport shown = revision == null ? null : revision(told, revision, quarter);
        boolean outdated = !told.isEmpty() && told.getFirst().isOutdatedBy(now);
        model.addAttribute("quarter", quarter);
        model.addAttribute("shown", shown);
        model.addAttribute("points", shown == null ? now.points() : shown.points());
        model.addAttribute("incomplete", now.incomplete());
        model.addAttribute("digest", now.digest());
        model.addAttribute("reports", told);
        model.addAttribute("outdated", outdated);
        model.addAttribute("over", isOver(quarter));
        model.addAttribute("approvable", isOver(quarter) && !now.points().isEmpty() && (told.isEmpty() || outdated));
        model.addAttribute("history", History.of(audit.about(QuarterReport.subject(quarter)), texts));
        return "drinking/show";
    }

    private static QuarterReport revision(List<QuarterReport> told, int revision, Period quarter) {
        return told.stream()
                .filter(each -> each.revision() == revision)
                .findFirst()
                .orElseThrow(() -> new NotFound("revision", quarter.text() + "/" + revision));
    }

    @PostMapping(PATH + "/{quarter}/approve")
    @PreAuthorize(APPROVE)
    String approve(
            @PathVariable String quarter,
            @ModelAttribute("form") QuarterForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        Period of = quarter(quarter);
        boolean approved = Attempt.succeeds(errors, () -> {
            QuarterForm.Approval said = form.read();
            approveQuarter.approve(of, said.digest(), said.incompleteReason(), said.correctionReason(), actor);
        });
        return approved ? "redirect:" + PATH + "/" + of.text() : show(of, null, texts, model);
    }

    @GetMapping(PATH + "/{quarter}/points.csv")
    @PreAuthorize(READ)
    void csv(
            @PathVariable String quarter,
            @RequestParam(required = false) @Nullable Integer revision,
            Texts texts,
            HttpServletResponse response) {
        Period of = quarter(quarter);
        List<PointResult> points = revision == null
                ? assembleQuarter.of(of).points()
                : revision(reports.of(of), revision, of).points();
        CsvDownload.send(
                response,
                texts.of("drinking.title") + "-" + of.text() + ".csv",
                texts.all(
                        "drinking.quarter",
                        "site.code",
                        "drinking.point",
                        "site.kind",
                        "site.bureau",
                        "drinking.samples",
                        "drinking.last",
                        "drinking.items",
                        "drinking.exceeded",
                        "drinking.undecided",
                        "drinking.rate",
                        "drinking.verdict",
                        "drinking.missing-months",
                        "drinking.standard"),
                csv -> points.forEach(each -> csv.row(
                        of.text(),
                        each.code(),
                        each.name(),
                        texts.of("site.kind." + each.kind()),
                        texts.of("site.bureau." + each.bureau().name()),
                        each.samples().size(),
                        each.lastSampledOn(),
                        each.items(),
                        each.exceeded().stream().map(QuarterPages::text).collect(Collectors.joining("；")),
                        each.undecided(),
                        each.qualifiedRate(),
                        texts.of("drinking.verdict." + verdict(each)),
                        String.join("、", each.missingMonths()),
                        each.standard())));
    }

    /** How a result over its limit is written: {@code 铁 0.36 mg/L(≤0.3, 超标0.20倍)}. */
    static String text(PointResult.Over over) {
        return over.name() + " " + over.value() + (over.unit().isEmpty() ? "" : " " + over.unit()) + "(" + over.limit()
                + (over.multiple() == null ? "" : ", 超标" + over.multiple().toPlainString() + "倍") + ")";
    }

    /** Word for what a point comes to, as messages name it. */
    static String verdict(PointResult point) {
        if (point.withoutValue() != null) {
            return point.withoutValue();
        }
        Boolean meets = point.meets();
        if (meets == null) {
            return "undecided";
        }
        return meets ? "met" : "failed";
    }
}
