package cn.bishui.monitoring.sample.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.sample.CertifyAnalyst;
import cn.bishui.monitoring.sample.EnterFindings;
import cn.bishui.monitoring.sample.HandIn;
import cn.bishui.monitoring.sample.Laboratory;
import cn.bishui.monitoring.sample.PlanSampling;
import cn.bishui.monitoring.sample.ReviewSample;
import cn.bishui.monitoring.sample.Sample;
import cn.bishui.monitoring.sample.Samples;
import cn.bishui.monitoring.sample.TakeSample;
import cn.bishui.monitoring.sample.Work;
import cn.bishui.web.NotFound;
import cn.bishui.web.Person;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manual monitoring for programs. */
@RestController
@RequestMapping("/api/monitoring/v1")
class SampleApi {

    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head',"
                    + " 'monitoring.supply-analyst', 'monitoring.supply-reviewer', 'monitoring.supply-head')";
    private static final String ANALYST = "hasAnyRole('monitoring.analyst', 'monitoring.supply-analyst')";
    private static final String REVIEWER = "hasAnyRole('monitoring.reviewer', 'monitoring.supply-reviewer')";
    private static final String HEAD = "hasAnyRole('monitoring.lab-head', 'monitoring.supply-head')";

    private final SampleTable table;
    private final Samples samples;
    private final Laboratory laboratory;
    private final TakeSample takeSample;
    private final EnterFindings enterFindings;
    private final HandIn handIn;
    private final ReviewSample reviewSample;
    private final CertifyAnalyst certifyAnalyst;
    private final PlanSampling planSampling;
    private final Clock clock;

    SampleApi(
            SampleTable table,
            Samples samples,
            Laboratory laboratory,
            TakeSample takeSample,
            EnterFindings enterFindings,
            HandIn handIn,
            ReviewSample reviewSample,
            CertifyAnalyst certifyAnalyst,
            PlanSampling planSampling,
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
        this.clock = clock;
    }

    /** One page of the list. */
    record Page(List<SampleTable.Row> items, long total) {}

    /** A sample with every version of what was found. */
    record File(Sample sample, List<Work> works) {}

    @GetMapping("/samples")
    @PreAuthorize(READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String month,
            ListRequest request) {
        Listing<SampleTable.Row> listing = table.page(SampleTable.Filter.of(q, stage, month), request);
        return new Page(listing.rows(), listing.total());
    }

    @GetMapping("/samples/{number}")
    @PreAuthorize(READ)
    File get(@PathVariable String number) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        return new File(sample, samples.works(number));
    }

    @PostMapping("/samples")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(ANALYST)
    File take(@RequestBody SampleForm form, Actor actor) {
        return get(
                takeSample.take(List.of(form.takenSample()), actor).getFirst().number());
    }

    @PutMapping("/samples/{number}/values")
    @PreAuthorize(ANALYST)
    File enter(@PathVariable String number, @RequestBody SampleForm form, Actor actor) {
        SampleForm.Entered entered = entered(number, form, actor);
        enterFindings.enter(number, entered.seen(), entered.findings(), actor);
        return get(number);
    }

    private SampleForm.Entered entered(String number, SampleForm form, Actor actor) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        return form.entered(
                laboratory.bench(sample.site(), sample.takenOn()),
                sample.takenOn(),
                LocalDate.now(clock),
                actor.username());
    }

    @PostMapping("/samples/{number}/submit")
    @PreAuthorize(ANALYST)
    File submit(@PathVariable String number, @RequestBody SampleForm form, Actor actor) {
        if (form.hasFindings()) {
            SampleForm.Entered entered = entered(number, form, actor);
            handIn.handIn(number, entered.seen(), entered.findings(), actor);
        } else {
            reviewSample.review(number, form.seen(), ReviewSample.Move.SUBMIT, "", actor);
        }
        return get(number);
    }

    @PostMapping("/samples/{number}/discard")
    @PreAuthorize(SamplePages.DISCARD)
    File discard(@PathVariable String number, @RequestBody SampleForm form, Person person, Actor actor) {
        SampleForm.Reasoned why = form.reasoned();
        reviewSample.discard(number, why.seen(), why.reason(), person.hasAnyOf(SamplePages.HEADS), actor);
        return get(number);
    }

    @PostMapping("/samples/{number}/review")
    @PreAuthorize(REVIEWER)
    File review(@PathVariable String number, @RequestBody SampleForm form, Actor actor) {
        reviewSample.review(number, form.seen(), ReviewSample.Move.REVIEW, "", actor);
        return get(number);
    }

    @PostMapping("/samples/{number}/send-back")
    @PreAuthorize(REVIEWER)
    File sendBack(@PathVariable String number, @RequestBody SampleForm form, Actor actor) {
        SampleForm.Reasoned why = form.reasoned();
        reviewSample.review(number, why.seen(), ReviewSample.Move.SEND_BACK, why.reason(), actor);
        return get(number);
    }

    @PostMapping("/samples/{number}/release")
    @PreAuthorize(HEAD)
    File release(@PathVariable String number, @RequestBody SampleForm form, Actor actor) {
        reviewSample.review(number, form.seen(), ReviewSample.Move.RELEASE, "", actor);
        return get(number);
    }

    @PostMapping("/samples/{number}/correct")
    @PreAuthorize(HEAD)
    File correct(@PathVariable String number, @RequestBody SampleForm form, Actor actor) {
        SampleForm.Reasoned why = form.reasoned();
        reviewSample.review(number, why.seen(), ReviewSample.Move.CORRECT, why.reason(), actor);
        return get(number);
    }

    @PostMapping("/certificates")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(HEAD)
    void certify(@RequestBody SampleForm form, Actor actor) {
        certifyAnalyst.certify(form.certificate(String.valueOf(actor.bureau())), actor);
    }

    @PostMapping("/sampling-plans")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(HEAD)
    void plan(@RequestBody SampleForm form, Actor actor) {
        SampleForm.Planned plan = form.planned();
        planSampling.plan(plan.sites(), plan.month(), plan.due(), plan.note(), actor);
    }
}
