package cn.bishui.complaints.complaint.web;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Acts;
import cn.bishui.complaints.complaint.AddedFacts;
import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.ReadAdditions;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.evidence.EvidenceList;
import cn.bishui.web.Person;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Complaints for programs: the list, the file, every move, and intake by operators' systems. The same rules as on pages. */
@RestController
@RequestMapping("/api/complaints/v1/complaints")
class ComplaintApi {

    private final ComplaintList list;
    private final FilePage filePage;
    private final MakeMove make;
    private final TakeDown takeDown;
    private final HandInEvidence handInEvidence;
    private final AddedFacts facts;
    private final EvidenceList evidence;
    private final Repeats repeats;
    private final NoticeLines noticeLines;
    private final ReadAdditions readAdditions;
    private final Acts acts;
    private final LegalClocks law;
    private final Clock clock;

    ComplaintApi(
            ComplaintList list,
            FilePage filePage,
            MakeMove make,
            TakeDown takeDown,
            HandInEvidence handInEvidence,
            AddedFacts facts,
            EvidenceList evidence,
            Repeats repeats,
            NoticeLines noticeLines,
            ReadAdditions readAdditions,
            Acts acts,
            LegalClocks law,
            Clock clock) {
        this.list = list;
        this.filePage = filePage;
        this.make = make;
        this.takeDown = takeDown;
        this.handInEvidence = handInEvidence;
        this.facts = facts;
        this.evidence = evidence;
        this.repeats = repeats;
        this.noticeLines = noticeLines;
        this.readAdditions = readAdditions;
        this.acts = acts;
        this.law = law;
        this.clock = clock;
    }

    /** A page of the list; {@code total} stops at 500, of those that have some words at 100. */
    record Page(List<ComplaintList.Row> items, long total, int page, int size) {}

    /** What the sender of a complaint is given. */
    record Given(String number, String secret, Instant receivedAt, LocalDate due) {}

    @GetMapping
    @PreAuthorize(Roles.MAY_READ)
    Page list(@ModelAttribute ListQuestion asked, ListRequest request, Person person) {
        Listing<ComplaintList.Row> page = list.page(asked.read(person, clock.instant()), Sight.of(person), request);
        return new Page(page.rows(), page.total(), request.page(), request.size());
    }

    @PostMapping
    @PreAuthorize(Roles.MAY_RECEIVE)
    @ResponseStatus(HttpStatus.CREATED)
    Given receive(
            @RequestBody IntakeForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Actor actor) {
        Receipt receipt = takeDown.from(form, key, actor);
        return new Given(receipt.number(), receipt.secret(), receipt.receivedAt(), receipt.due());
    }

    @GetMapping("/{number}")
    @PreAuthorize(Roles.MAY_READ)
    ComplaintView file(@PathVariable String number, Person person) {
        FilePage.Open open = filePage.open(number, person);
        UUID id = open.file().id();
        Instant now = clock.instant();
        readAdditions.by(open.sheet().complaint(), person);
        return ComplaintView.of(
                open,
                new ComplaintView.Beside(
                        ClockLine.of(open.sheet().complaint(), now, law),
                        facts.of(id),
                        evidence.of(id),
                        repeats.of(id),
                        noticeLines.of(id, Sight.of(person).bureau() == null),
                        acts.of(id).orElse(null)),
                now);
    }

    @PostMapping("/{number}/acceptance")
    @PreAuthorize(Roles.MAY_RECEIVE)
    ComplaintView accept(@PathVariable String number, @RequestBody FileInput.SeenForm form, Person person) {
        make.accept(number, form, false, person);
        return file(number, person);
    }

    @PostMapping("/{number}/urgent-acceptance")
    @PreAuthorize(Roles.MAY_RECEIVE)
    ComplaintView acceptUrgently(@PathVariable String number, @RequestBody FileInput.SeenForm form, Person person) {
        make.accept(number, form, true, person);
        return file(number, person);
    }

    @PostMapping("/{number}/refusal")
    @PreAuthorize(Roles.MAY_RECEIVE)
    ComplaintView refuse(@PathVariable String number, @RequestBody FileInput.RefusalForm form, Person person) {
        make.refuse(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/assignment")
    @PreAuthorize(Roles.MAY_RECEIVE)
    ComplaintView assign(@PathVariable String number, @RequestBody FileInput.AssignmentForm form, Person person) {
        make.assign(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/settlement")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    ComplaintView settle(@PathVariable String number, @RequestBody FileInput.SettlementForm form, Person person) {
        make.settle(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/overturning")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    ComplaintView overturn(@PathVariable String number, @RequestBody FileInput.ReasonForm form, Person person) {
        make.overturn(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/objection")
    @PreAuthorize(Roles.MAY_SPEAK_FOR_BUREAU)
    ComplaintView object(@PathVariable String number, @RequestBody FileInput.ReasonForm form, Person person) {
        make.object(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/taking")
    @PreAuthorize(Roles.MAY_HANDLE)
    ComplaintView take(@PathVariable String number, @RequestBody FileInput.SeenForm form, Person person) {
        make.take(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/time")
    @PreAuthorize(Roles.MAY_HANDLE)
    ComplaintView askForTime(@PathVariable String number, @RequestBody FileInput.TimeForm form, Person person) {
        make.askForTime(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/time/grant")
    @PreAuthorize(Roles.MAY_SIGN)
    ComplaintView grantTime(@PathVariable String number, @RequestBody FileInput.SeenForm form, Person person) {
        make.grantTime(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/time/denial")
    @PreAuthorize(Roles.MAY_SIGN)
    ComplaintView denyTime(@PathVariable String number, @RequestBody FileInput.ReasonForm form, Person person) {
        make.denyTime(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/result")
    @PreAuthorize(Roles.MAY_HANDLE)
    ComplaintView draft(@PathVariable String number, @RequestBody FileInput.ResultForm form, Person person) {
        make.draft(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/result/signature")
    @PreAuthorize(Roles.MAY_SIGN)
    ComplaintView sign(@PathVariable String number, @RequestBody FileInput.SeenForm form, Person person) {
        make.sign(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/result/return")
    @PreAuthorize(Roles.MAY_SIGN)
    ComplaintView returnResult(@PathVariable String number, @RequestBody FileInput.ReasonForm form, Person person) {
        make.returnResult(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/answer/return")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    ComplaintView sendBack(@PathVariable String number, @RequestBody FileInput.ReasonForm form, Person person) {
        make.sendBack(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/ruling")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    ComplaintView rule(@PathVariable String number, @RequestBody FileInput.RulingForm form, Person person) {
        make.rule(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/act")
    @PreAuthorize(Roles.MAY_HANDLE)
    ComplaintView reportAct(@PathVariable String number, @RequestBody FileInput.ActForm form, Person person) {
        make.reportAct(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/facts")
    @PreAuthorize(Roles.MAY_ADD)
    ComplaintView addFact(@PathVariable String number, @RequestBody FileInput.FactForm form, Person person) {
        make.addFact(number, form, person);
        return file(number, person);
    }

    /** Files of a multipart form, field {@code files}: JPEG, PNG, MP4, MOV, WebM. */
    @PostMapping("/{number}/evidence")
    @PreAuthorize(Roles.MAY_ANSWER)
    ComplaintView addEvidence(
            @PathVariable String number,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            Person person) {
        handInEvidence.take(number, new HandInEvidence.Form(files), person);
        return file(number, person);
    }

    @PostMapping("/{number}/matter")
    @PreAuthorize(Roles.MAY_CORRECT)
    ComplaintView correct(@PathVariable String number, @RequestBody FileInput.MatterForm form, Person person) {
        make.correct(number, form, person);
        return file(number, person);
    }

    @PostMapping("/{number}/notices/{notice}")
    @PreAuthorize(Roles.MAY_RECEIVE)
    ComplaintView tell(
            @PathVariable String number,
            @PathVariable UUID notice,
            @RequestBody FileInput.NoticeForm form,
            Person person) {
        make.tell(number, notice, form, person);
        return file(number, person);
    }
}
