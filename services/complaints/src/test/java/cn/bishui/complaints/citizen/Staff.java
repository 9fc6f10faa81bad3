package cn.bishui.complaints.citizen;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.AcceptComplaint;
import cn.bishui.complaints.complaint.AssignComplaint;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.DecideResult;
import cn.bishui.complaints.complaint.DraftResult;
import cn.bishui.complaints.complaint.RefuseComplaint;
import cn.bishui.complaints.complaint.RuleOnRequest;
import cn.bishui.complaints.complaint.TakeComplaint;
import cn.bishui.complaints.complaint.Verdict;
import cn.bishui.complaints.hotline.Finding;
import cn.bishui.complaints.hotline.IntakeOutcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What people in the bureaus do to a complaint, so that its reporter has something to see. */
final class Staff {

    private static final Actor OPERATOR = new Actor("operator", "ENV", null);
    private static final Actor SUPERVISOR = new Actor("supervisor", "ENV", null);
    private static final Actor HANDLER = new Actor("handler", "WATER", null);
    private static final Actor HEAD = new Actor("head", "WATER", null);

    private final ApplicationContext context;

    Staff(ApplicationContext context) {
        this.context = context;
    }

    UUID id(String number) {
        return complaint(number).file().id();
    }

    Complaint complaint(String number) {
        return context.getBean(Complaints.class).numbered(number).orElseThrow();
    }

    void accept(String number) {
        context.getBean(AcceptComplaint.class).accept(id(number), version(number), false, OPERATOR);
    }

    void refuse(String number, IntakeOutcome outcome, String told, @Nullable String first) {
        context.getBean(RefuseComplaint.class).refuse(id(number), version(number), outcome, told, first, OPERATOR);
    }

    void investigate(String number) {
        context.getBean(AssignComplaint.class).assign(id(number), version(number), "WATER", List.of(), OPERATOR);
        context.getBean(TakeComplaint.class).take(id(number), version(number), HANDLER);
    }

    void answer(String number, String words) {
        context.getBean(DraftResult.class)
                .draft(
                        id(number),
                        version(number),
                        new DraftResult.Draft(Finding.CONFIRMED, "现场检查、采样", "超标排放", "责令改正", words),
                        HANDLER);
        context.getBean(DecideResult.class).sign(id(number), version(number), HEAD);
    }

    /** From nothing decided to an answer. */
    void dealWith(String number, String words) {
        accept(number);
        investigate(number);
        answer(number, words);
    }

    void confirm(String number, String words) {
        context.getBean(RuleOnRequest.class).rule(id(number), version(number), Verdict.of("upheld"), words, SUPERVISOR);
    }

    private long version(String number) {
        return complaint(number).file().version();
    }
}
