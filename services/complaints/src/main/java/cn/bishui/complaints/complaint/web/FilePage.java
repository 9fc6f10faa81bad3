package cn.bishui.complaints.complaint.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Act;
import cn.bishui.complaints.complaint.Acts;
import cn.bishui.complaints.complaint.AddEvidence;
import cn.bishui.complaints.complaint.AddedFacts;
import cn.bishui.complaints.complaint.Bureaus;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.Move;
import cn.bishui.complaints.complaint.Notices;
import cn.bishui.complaints.complaint.OpenComplaint;
import cn.bishui.complaints.complaint.ReadAdditions;
import cn.bishui.complaints.complaint.Refusal;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.complaint.Steps;
import cn.bishui.complaints.evidence.EvidenceList;
import cn.bishui.complaints.supervision.CallBacks;
import cn.bishui.complaints.supervision.Supervision;
import cn.bishui.complaints.supervision.Supervisions;
import cn.bishui.complaints.supervision.Urgings;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a complaint's file together for its page and for the pages of its moves. */
@Component
class FilePage {

    private final OpenComplaint openComplaint;
    private final Complaints complaints;
    private final AddedFacts facts;
    private final FileRecord record;
    private final Repeats repeats;
    private final Notices notices;
    private final NoticeLines noticeLines;
    private final ReadAdditions readAdditions;
    private final Acts acts;
    private final EvidenceList evidence;
    private final Urgings urgings;
    private final Supervisions supervisions;
    private final CallBacks callBacks;
    private final Steps steps;
    private final Timeline timeline;
    private final LegalClocks law;
    private final Clock clock;

    FilePage(
            OpenComplaint openComplaint,
            Complaints complaints,
            AddedFacts facts,
            FileRecord record,
            Repeats repeats,
            Notices notices,
            NoticeLines noticeLines,
            ReadAdditions readAdditions,
            Acts acts,
            EvidenceList evidence,
            Urgings urgings,
            Supervisions supervisions,
            CallBacks callBacks,
            Steps steps,
            Timeline timeline,
            LegalClocks law,
            Clock clock) {
        this.openComplaint = openComplaint;
        this.complaints = complaints;
        this.facts = facts;
        this.record = record;
        this.repeats = repeats;
        this.notices = notices;
        this.noticeLines = noticeLines;
        this.readAdditions = readAdditions;
        this.acts = acts;
        this.evidence = evidence;
        this.urgings = urgings;
        this.supervisions = supervisions;
        this.callBacks = callBacks;
        this.steps = steps;
        this.timeline = timeline;
        this.law = law;
        this.clock = clock;
    }

    /** A complaint and what somebody may do about it. */
    record Open(ComplaintSheet sheet, Moves moves) {

        ComplaintFile file() {
            return sheet.file();
        }
    }

    /** What somebody may do about a complaint that they may see. */
    Open open(String number, Person person) {
        Complaint complaint = openComplaint.of(number, person);
        return new Open(ComplaintSheet.of(complaint), moves(complaint, person));
    }

    private Moves moves(Complaint complaint, Person person) {
        UUID id = complaint.file().id();
        return Moves.of(
                complaint,
                acts.of(id).isPresent(),
                supervised(supervisions.of(id)),
                !notices.waiting(id).isEmpty(),
                person,
                new Move(person.actor(), clock.instant(), law));
    }

    private static boolean supervised(List<Supervision> all) {
        return all.stream().anyMatch(each -> each.closing() == null);
    }

    /** What every page about a complaint needs. */
    Open head(String number, Person person, Texts texts, Model model) {
        Open open = open(number, person);
        ComplaintSheet sheet = open.sheet();
        Instant now = clock.instant();
        model.addAttribute("sheet", sheet);
        model.addAttribute("at", "/complaints/" + sheet.file().number());
        model.addAttribute("moves", open.moves().all());
        model.addAttribute("primary", open.moves().primary());
        model.addAttribute("bureaus", Bureaus.names(texts.locale()));
        model.addAttribute("due", due(sheet));
        model.addAttribute("late", late(sheet, now));
        return open;
    }

    /** The last day of the clock that leads, null where nobody has to do anything. */
    static @Nullable LocalDate due(ComplaintSheet sheet) {
        return sheet.state().open()
                ? sheet.file().clocks().leading().map(each -> each.lastDay()).orElse(null)
                : null;
    }

    static boolean late(ComplaintSheet sheet, Instant now) {
        return sheet.isLate(now);
    }

    /** What was told later, and the photos and videos. */
    void material(ComplaintFile file, Model model) {
        model.addAttribute("facts", facts.of(file.id()));
        model.addAttribute("evidence", evidence.of(file.id()));
    }

    /** Everything. */
    void whole(String number, Person person, Texts texts, Model model) {
        Open open = head(number, person, texts, model);
        ComplaintSheet sheet = open.sheet();
        ComplaintFile file = sheet.file();
        UUID id = file.id();
        boolean seesAll = Sight.of(person).bureau() == null;
        model.addAttribute("seesAll", seesAll);
        List<ClockLine> clocks = ClockLine.of(sheet.complaint(), clock.instant(), law);
        model.addAttribute("clocks", clocks.stream().filter(ClockLine::running).toList());
        model.addAttribute(
                "ended", clocks.stream().filter(each -> !each.running()).toList());
        material(file, model);
        model.addAttribute("mayAddEvidence", AddEvidence.may(sheet.complaint(), person));
        if (!model.containsAttribute("upload")) {
            model.addAttribute("upload", new HandInEvidence.Form(null));
        }
        model.addAttribute("additions", readAdditions.by(sheet.complaint(), person));
        model.addAttribute("repeats", repeats.of(id));
        model.addAttribute("notices", noticeLines.of(id, seesAll));
        model.addAttribute("earlier", complaints.earlierAnswers(id));
        model.addAttribute("reminders", record.reminders(id));
        Optional<Act> act = acts.of(id);
        model.addAttribute("act", act.orElse(null));
        model.addAttribute("urgings", urgings.of(id));
        model.addAttribute("supervisions", supervisions.of(id));
        model.addAttribute("callBacks", seesAll ? callBacks.of(id) : List.of());
        Refusal refusal = sheet.parts().refusal();
        model.addAttribute("first", refusal == null ? null : numberOf(refusal.first()));
        model.addAttribute("hint", seesAll ? numberOf(file.hint()) : null);
        model.addAttribute("steps", steps.of(id).reversed());
        model.addAttribute("history", timeline.of(file.number(), seesAll, texts));
        model.addAttribute("mayTell", person.roles().contains(Roles.OPERATOR));
        model.addAttribute("maySupervise", person.roles().contains(Roles.SUPERVISOR));
        model.addAttribute("mayCall", person.roles().contains(Roles.OPERATOR));
        model.addAttribute("mayKnow", person.roles().contains(Roles.IDENTITY_READER));
        model.addAttribute(
                "speaksFor",
                person.hasAnyOf(List.of(Roles.OPERATOR, Roles.HANDLER, Roles.HEAD)) ? person.bureau() : null);
    }

    /** The number of the complaint that the reporter takes for the same, null if none. */
    @Nullable
    String hinted(ComplaintFile file) {
        return numberOf(file.hint());
    }

    private @Nullable String numberOf(@Nullable UUID id) {
        return id == null
                ? null
                : complaints.find(id).map(each -> each.file().number()).orElse(null);
    }
}
