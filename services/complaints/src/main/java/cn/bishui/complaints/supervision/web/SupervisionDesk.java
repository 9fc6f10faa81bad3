package cn.bishui.complaints.supervision.web;

import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.OpenComplaint;
import cn.bishui.complaints.supervision.CallBacks;
import cn.bishui.complaints.supervision.CallReporters;
import cn.bishui.complaints.supervision.SuperviseComplaint;
import cn.bishui.complaints.supervision.Supervisions;
import cn.bishui.complaints.supervision.UrgeBureau;
import cn.bishui.complaints.supervision.Urgings;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Does what pages and programs ask of supervision, on files that the asker may see. */
@Component
class SupervisionDesk {

    private final OpenComplaint openComplaint;
    private final UrgeBureau urgeBureau;
    private final SuperviseComplaint superviseComplaint;
    private final CallReporters callReporters;
    private final Urgings urgings;
    private final Supervisions supervisions;
    private final CallBacks callBacks;

    SupervisionDesk(
            OpenComplaint openComplaint,
            UrgeBureau urgeBureau,
            SuperviseComplaint superviseComplaint,
            CallReporters callReporters,
            Urgings urgings,
            Supervisions supervisions,
            CallBacks callBacks) {
        this.openComplaint = openComplaint;
        this.urgeBureau = urgeBureau;
        this.superviseComplaint = superviseComplaint;
        this.callReporters = callReporters;
        this.urgings = urgings;
        this.supervisions = supervisions;
        this.callBacks = callBacks;
    }

    Complaint complaint(String number, Person person) {
        return openComplaint.of(number, person);
    }

    void urge(String number, SupervisionInput.WordsForm form, Person person) {
        UUID id = complaint(number, person).file().id();
        urgeBureau.urge(id, form.read(), person.actor());
    }

    void answer(String number, UUID urging, SupervisionInput.WordsForm form, Person person) {
        mustBeOf(urgings.of(complaint(number, person).file().id()), urging, each -> each.id(), "urging.unknown");
        urgeBureau.answer(urging, form.read(), person.actor());
    }

    void supervise(String number, SupervisionInput.SuperviseForm form, Person person) {
        UUID id = complaint(number, person).file().id();
        SupervisionInput.Demand read = form.read();
        superviseComplaint.supervise(id, read.reason(), read.demand(), read.due(), person.actor());
    }

    void close(String number, UUID supervision, SupervisionInput.WordsForm form, Person person) {
        mustBeOf(
                supervisions.of(complaint(number, person).file().id()),
                supervision,
                each -> each.id(),
                "supervision.unknown");
        superviseComplaint.close(supervision, form.read(), person.actor());
    }

    void called(String number, UUID callBack, SupervisionInput.CallForm form, Person person) {
        mustBeOf(callBacks.of(complaint(number, person).file().id()), callBack, each -> each.id(), "call-back.unknown");
        SupervisionInput.Called read = form.read();
        callReporters.note(callBack, read.outcome(), read.words(), person.actor());
    }

    int draw(SupervisionInput.MonthForm form, Person person) {
        return callReporters.draw(form.read(), person.actor());
    }

    private static <T> void mustBeOf(List<T> all, UUID id, Function<T, UUID> idOf, String otherwise) {
        if (all.stream().noneMatch(each -> idOf.apply(each).equals(id))) {
            throw RuleBroken.missing(otherwise);
        }
    }
}
