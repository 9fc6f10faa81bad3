package cn.bishui.monitoring.sample.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.sample.CertifyAnalyst;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.EnterFindings;
import cn.bishui.monitoring.sample.HandIn;
import cn.bishui.monitoring.sample.Laboratory;
import cn.bishui.monitoring.sample.PlanSampling;
import cn.bishui.monitoring.sample.ReviewSample;
import cn.bishui.monitoring.sample.Sample;
import cn.bishui.monitoring.sample.Samples;
import cn.bishui.monitoring.sample.Stage;
import cn.bishui.monitoring.sample.TakeSample;
import cn.bishui.web.NotFound;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

/** Manual monitoring for people. */
@Controller
class SamplePages {

    static final String PATH = "/monitoring/samples";

    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head',"
                    + " 'monitoring.supply-analyst', 'monitoring.supply-reviewer', 'monitoring.supply-head')";
    private static final String ANALYST = "hasAnyRole('monitoring.analyst', 'monitoring.supply-analyst')";
    private static final String REVIEWER = "hasAnyRole('monitoring.reviewer', 'monitoring.supply-reviewer')";
    private static final String HEAD = "hasAnyRole('monitoring.lab-head', 'monitoring.supply-head')";

    static final List<String> HEADS = List.of("monitoring.lab-head", "monitoring.supply-head");
    static final String DISCARD =
            "hasAnyRole('monitoring.analyst', 'monitoring.supply-analyst', 'monitoring.lab-head', 'monitoring.supply-head')";

    private final SampleTable table;
    private final Samples samples;
    private final Laboratory laboratory;
    private final TakeSample takeSample;
    private final EnterFindings enterFindings;
    private final HandIn handIn;
    private final ReviewSample reviewSample;
    private final CertifyAnalyst certifyAnalyst;
    private final PlanSampling planSampling;
    private final AuditReader audit;
    private final Clock clock;

    SamplePages(
            SampleTable table,
            Samples samples,
            Laboratory laboratory,
            TakeSample takeSample,
            EnterFindings enterFindings,
            HandIn handIn,
            ReviewSample reviewSample,
            CertifyAnalyst certifyAnalyst,
            PlanSampling planSampling,
            AuditReader audit,
            Clock clock) {
        this.table = table;
        this.samples = samples;
        this.laboratory = laboratory;
        this.takeSample = takeSample;
        this.enterFindings = enterFindings;
        this.handIn = handIn;
        this.reviewSample = reviewSample;
        this.certifyAnalyst = certifyAnalyst;
        this.planSampling = planSampling;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable Integer imported,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("imported", imported);
        model.addAttribute("listing", table.page(SampleTable.Filter.of(q, stage, month), request));
        model.addAttribute("stages", texts.options("sample.stage.", Stage.codes()));
        return "sample/list";
    }

    @GetMapping(PATH + "/samples.csv")
    @PreAuthorize(READ)
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String month,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("sample.title") + ".csv",
                texts.all(
                        "sample.number",
                        "sample.site",
                        "site.code",
                        "sample.taken-on",
                        "sample.taken-by",
                        "sample.condition",
                        "sample.found",
                        "sample.work",
                        "sample.stage"),
                csv -> table.each(
                        SampleTable.Filter.of(q, stage, month),
                        order,
                        row -> csv.row(
                                row.number(),
                                row.name(),
                                row.site(),
                                row.takenOn(),
                                row.takenBy(),
                                texts.of("sample.condition." + row.condition()),
                                row.found(),
                                row.work(),
                                texts.of("sample.stage." + row.progress()))));
    }

    @GetMapping(PATH + "/{number}")
    @PreAuthorize(READ)
    String show(@PathVariable String number, Texts texts, Person person, Model model) {
        return show(number, null, texts, person, model);
    }

    private String show(String number, @Nullable SampleForm typed, Texts texts, Person person, Model model) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        Laboratory.Bench bench = laboratory.bench(sample.site(), sample.takenOn());
        model.addAttribute(
                "form",
                typed == null
                        ? SampleForm.entering(sample.work().findings(), sample.version(), LocalDate.now(clock))
                        : typed);
        model.addAttribute("sample", sample);
        model.addAttribute("site", bench.site());
        model.addAttribute("items", bench.items());
        model.addAttribute("works", samples.works(number));
        model.addAttribute("mine", bench.site().description().bureau().name().equals(person.bureau()));
        model.addAttribute(
                "mayDiscard",
                sample.work().mayBeDiscarded()
                        && (sample.mayBeDiscardedBy(person.username()) || person.hasAnyOf(HEADS)));
        model.addAttribute("mayReview", sample.work().mayBeReviewedBy(person.username(), sample.takenBy()));
        model.addAttribute("history", History.of(audit.about(sample.subject()), texts));
        return "sample/show";
    }

    @GetMapping(PATH + "/new")
    @PreAuthorize(ANALYST)
    String form(@RequestParam(required = false) @Nullable String site, Texts texts, Person person, Model model) {
        model.addAttribute("form", SampleForm.taken(site, LocalDate.now(clock)));
        return take(texts, person, model);
    }

    private String take(Texts texts, Person person, Model model) {
        model.addAttribute("sites", table.sites(String.valueOf(person.bureau())));
        model.addAttribute("conditions", texts.options("sample.condition.", Condition.codes()));
        return "sample/new";
    }

    @PostMapping(PATH)
    @PreAuthorize(ANALYST)
    String take(
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        AtomicReference<String> number = new AtomicReference<>("");
        boolean taken = Attempt.succeeds(
                errors,
                () -> number.set(takeSample
                        .take(List.of(form.takenSample()), actor)
                        .getFirst()
                        .number()));
        return taken ? "redirect:" + PATH + "/" + number.get() : take(texts, person, model);
    }

    @PostMapping(PATH + "/{number}/values")
    @PreAuthorize(ANALYST)
    String enter(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return done(number, form, texts, person, model, Attempt.succeeds(errors, () -> {
            SampleForm.Entered entered = entered(number, form, actor);
            enterFindings.enter(number, entered.seen(), entered.findings(), actor);
        }));
    }

    @PostMapping(PATH + "/{number}/submit")
    @PreAuthorize(ANALYST)
    String submit(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        if (!form.hasFindings()) {
            return moved(number, form, ReviewSample.Move.SUBMIT, errors, texts, person, model, actor);
        }
        return done(number, form, texts, person, model, Attempt.succeeds(errors, () -> {
            SampleForm.Entered entered = entered(number, form, actor);
            handIn.handIn(number, entered.seen(), entered.findings(), actor);
        }));
    }

    private SampleForm.Entered entered(String number, SampleForm form, Actor actor) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        return form.entered(
                laboratory.bench(sample.site(), sample.takenOn()),
                sample.takenOn(),
                LocalDate.now(clock),
                actor.username());
    }

    @PostMapping(PATH + "/{number}/discard")
    @PreAuthorize(DISCARD)
    String discard(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return done(number, form, texts, person, model, Attempt.succeeds(errors, () -> {
            SampleForm.Reasoned why = form.reasoned();
            reviewSample.discard(number, why.seen(), why.reason(), person.hasAnyOf(HEADS), actor);
        }));
    }

    @PostMapping(PATH + "/{number}/review")
    @PreAuthorize(REVIEWER)
    String review(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return moved(number, form, ReviewSample.Move.REVIEW, errors, texts, person, model, actor);
    }

    @PostMapping(PATH + "/{number}/send-back")
    @PreAuthorize(REVIEWER)
    String sendBack(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return moved(number, form, ReviewSample.Move.SEND_BACK, errors, texts, person, model, actor);
    }

    @PostMapping(PATH + "/{number}/release")
    @PreAuthorize(HEAD)
    String release(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return moved(number, form, ReviewSample.Move.RELEASE, errors, texts, person, model, actor);
    }

    @PostMapping(PATH + "/{number}/correct")
    @PreAuthorize(HEAD)
    String correct(
            @PathVariable String number,
            @ModelAttribute("form") SampleForm form,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return moved(number, form, ReviewSample.Move.CORRECT, errors, texts, person, model, actor);
    }

    private String moved(
            String number,
            SampleForm form,
            ReviewSample.Move move,
            BindingResult errors,
            Texts texts,
            Person person,
            Model model,
            Actor actor) {
        return done(number, form, texts, person, model, Attempt.succeeds(errors, () -> {
            if (move == ReviewSample.Move.SEND_BACK || move == ReviewSample.Move.CORRECT) {
                SampleForm.Reasoned why = form.reasoned();
                reviewSample.review(number, why.seen(), move, why.reason(), actor);
            } else {
                reviewSample.review(number, form.seen(), move, "", actor);
            }
        }));
    }

    private String done(String number, SampleForm form, Texts texts, Person person, Model model, boolean done) {
        return done ? "redirect:" + PATH + "/" + number : show(number, form, texts, person, model);
    }

    @GetMapping("/monitoring/sampling-plans")
    @PreAuthorize(READ)
    String plans(@RequestParam(required = false) @Nullable String month, Person person, Model model) {
        model.addAttribute("form", SampleForm.EMPTY);
        return plans(shown(month), person, model);
    }

    private YearMonth shown(@Nullable String month) {
        return month == null || month.isBlank() ? YearMonth.now(clock) : SampleForm.yearMonth(month);
    }

    private String plans(YearMonth month, Person person, Model model) {
        model.addAttribute("month", month.toString());
        model.addAttribute("last", month.atEndOfMonth());
        model.addAttribute("planned", table.planned(month));
        model.addAttribute("sites", table.sites(String.valueOf(person.bureau())));
        return "sample/plans";
    }

    @PostMapping("/monitoring/sampling-plans")
    @PreAuthorize(HEAD)
    String plan(
            @ModelAttribute("form") SampleForm form, BindingResult errors, Person person, Model model, Actor actor) {
        boolean planned = Attempt.succeeds(errors, () -> {
            SampleForm.Planned plan = form.planned();
            planSampling.plan(plan.sites(), plan.month(), plan.due(), plan.note(), actor);
        });
        return planned
                ? "redirect:/monitoring/sampling-plans?month=" + form.planned().month()
                : plans(YearMonth.now(clock), person, model);
    }

    @GetMapping("/monitoring/certificates")
    @PreAuthorize(READ)
    String certificates(Model model) {
        model.addAttribute("form", SampleForm.EMPTY);
        return certified(model);
    }

    private String certified(Model model) {
        model.addAttribute("certificates", table.certificates());
        return "sample/certificates";
    }

    @PostMapping("/monitoring/certificates")
    @PreAuthorize(HEAD)
    String certify(@ModelAttribute("form") SampleForm form, BindingResult errors, Model model, Actor actor) {
        boolean certified = Attempt.succeeds(
                errors, () -> certifyAnalyst.certify(form.certificate(String.valueOf(actor.bureau())), actor));
        return certified ? "redirect:/monitoring/certificates" : certified(model);
    }
}
