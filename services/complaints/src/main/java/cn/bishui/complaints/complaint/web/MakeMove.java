package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.AcceptComplaint;
import cn.bishui.complaints.complaint.AddFact;
import cn.bishui.complaints.complaint.AskForTime;
import cn.bishui.complaints.complaint.AssignComplaint;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.CorrectMatter;
import cn.bishui.complaints.complaint.DecideResult;
import cn.bishui.complaints.complaint.DecideTime;
import cn.bishui.complaints.complaint.DraftResult;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.ObjectToAssignment;
import cn.bishui.complaints.complaint.OpenComplaint;
import cn.bishui.complaints.complaint.RefuseComplaint;
import cn.bishui.complaints.complaint.ReportAct;
import cn.bishui.complaints.complaint.RuleOnRequest;
import cn.bishui.complaints.complaint.SendBackAnswer;
import cn.bishui.complaints.complaint.TakeComplaint;
import cn.bishui.complaints.complaint.TellReporter;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the moves that pages and programs ask for, on files that the mover may see. The role is the endpoint's matter. */
@Component
class MakeMove {

    private final OpenComplaint openComplaint;
    private final AcceptComplaint acceptComplaint;
    private final RefuseComplaint refuseComplaint;
    private final AssignComplaint assignComplaint;
    private final ObjectToAssignment objectToAssignment;
    private final TakeComplaint takeComplaint;
    private final AskForTime askForTime;
    private final DecideTime decideTime;
    private final DraftResult draftResult;
    private final DecideResult decideResult;
    private final SendBackAnswer sendBackAnswer;
    private final RuleOnRequest ruleOnRequest;
    private final ReportAct reportAct;
    private final AddFact addFact;
    private final CorrectMatter correctMatter;
    private final TellReporter tellReporter;
    private final FileRecord record;
    private final Clock clock;

    MakeMove(
            OpenComplaint openComplaint,
            AcceptComplaint acceptComplaint,
            RefuseComplaint refuseComplaint,
            AssignComplaint assignComplaint,
            ObjectToAssignment objectToAssignment,
            TakeComplaint takeComplaint,
            AskForTime askForTime,
            DecideTime decideTime,
            DraftResult draftResult,
            DecideResult decideResult,
            SendBackAnswer sendBackAnswer,
            RuleOnRequest ruleOnRequest,
            ReportAct reportAct,
            AddFact addFact,
            CorrectMatter correctMatter,
            TellReporter tellReporter,
            FileRecord record,
            Clock clock) {
        this.openComplaint = openComplaint;
        this.acceptComplaint = acceptComplaint;
        this.refuseComplaint = refuseComplaint;
        this.assignComplaint = assignComplaint;
        this.objectToAssignment = objectToAssignment;
        this.takeComplaint = takeComplaint;
        this.askForTime = askForTime;
        this.decideTime = decideTime;
        this.draftResult = draftResult;
        this.decideResult = decideResult;
        this.sendBackAnswer = sendBackAnswer;
        this.ruleOnRequest = ruleOnRequest;
        this.reportAct = reportAct;
        this.addFact = addFact;
        this.correctMatter = correctMatter;
        this.tellReporter = tellReporter;
        this.record = record;
        this.clock = clock;
    }

    private Complaint open(String number, Person person) {
        return openComplaint.of(number, person);
    }

    private UUID id(String number, Person person) {
        return open(number, person).file().id();
    }

    void accept(String number, FileInput.SeenForm form, boolean urgent, Person person) {
        acceptComplaint.accept(id(number, person), form.read(), urgent, person.actor());
    }

    void refuse(String number, FileInput.RefusalForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Refused read = form.read();
        refuseComplaint.refuse(id, read.seen(), read.outcome(), read.told(), read.first(), person.actor());
    }

    void overturn(String number, FileInput.ReasonForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Reasoned read = form.read();
        acceptComplaint.overturn(id, read.seen(), read.reason(), person.actor());
    }

    void assign(String number, FileInput.AssignmentForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Assigned read = form.read();
        assignComplaint.assign(id, read.seen(), read.bureau(), read.joint(), person.actor());
    }

    void settle(String number, FileInput.SettlementForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Assigned read = form.read();
        assignComplaint.settle(id, read.seen(), read.bureau(), read.joint(), read.reason(), person.actor());
    }

    void object(String number, FileInput.ReasonForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Reasoned read = form.read();
        objectToAssignment.object(id, read.seen(), read.reason(), person.actor());
    }

    /** Takes it up, or over from a colleague. */
    void take(String number, FileInput.SeenForm form, Person person) {
        takeComplaint.take(id(number, person), form.read(), person.actor());
    }

    void askForTime(String number, FileInput.TimeForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Wanted read = form.read();
        askForTime.ask(id, read.seen(), read.days(), read.reason(), person.actor());
    }

    void grantTime(String number, FileInput.SeenForm form, Person person) {
        decideTime.grant(id(number, person), form.read(), person.actor());
    }

    void denyTime(String number, FileInput.ReasonForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Reasoned read = form.read();
        decideTime.deny(id, read.seen(), read.reason(), person.actor());
    }

    void draft(String number, FileInput.ResultForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Drafted read = form.read();
        draftResult.draft(id, read.seen(), read.draft(), person.actor());
    }

    void sign(String number, FileInput.SeenForm form, Person person) {
        decideResult.sign(id(number, person), form.read(), person.actor());
    }

    void returnResult(String number, FileInput.ReasonForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Reasoned read = form.read();
        decideResult.sendBack(id, read.seen(), read.reason(), person.actor());
    }

    void sendBack(String number, FileInput.ReasonForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Reasoned read = form.read();
        sendBackAnswer.sendBack(id, read.seen(), read.reason(), person.actor());
    }

    void rule(String number, FileInput.RulingForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Ruled read = form.read();
        ruleOnRequest.rule(id, read.seen(), read.verdict(), read.text(), person.actor());
    }

    void reportAct(String number, FileInput.ActForm form, Person person) {
        UUID id = id(number, person);
        FileInput.Found read = form.read();
        reportAct.report(id, read.unit(), read.unitName(), read.outlet(), read.act(), read.foundOn(), person.actor());
    }

    void addFact(String number, FileInput.FactForm form, Person person) {
        addFact.add(id(number, person), form.read(), person.actor());
    }

    void correct(String number, FileInput.MatterForm form, Person person) {
        Complaint complaint = open(number, person);
        FileInput.Corrected read = form.read(complaint.file().matter().content(), LocalDate.now(clock));
        correctMatter.correct(complaint.file().id(), read.seen(), read.matter(), person.actor());
    }

    /** Notes that the reporter was told, or cannot be. */
    void tell(String number, UUID notice, FileInput.NoticeForm form, Person person) {
        UUID id = id(number, person);
        FileRecord.NoticeLine line = record.notices(id).stream()
                .filter(each -> each.id().equals(notice))
                .findFirst()
                .orElseThrow(() -> RuleBroken.missing("complaint.notice-unknown"));
        if (line.doneAt() != null) {
            throw RuleBroken.conflict("complaint.notice-done");
        }
        FileInput.Told read = form.read();
        tellReporter.note(notice, read.reached(), read.note(), person.actor());
    }
}
