package cn.bishui.complaints.complaint.web;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.AcceptComplaint;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.complaint.ReporterMessages;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.SentTwice;
import cn.bishui.complaints.identity.KeepIdentity;
import cn.bishui.complaints.street.Streets;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what was told: the complaint, who told it, and what is decided at once, together or not at all. */
@Component
class TakeDown {

    private final ReceiveComplaint receiveComplaint;
    private final AcceptComplaint acceptComplaint;
    private final KeepIdentity keepIdentity;
    private final Complaints complaints;
    private final SentTwice sentTwice;
    private final Streets streets;
    private final ReporterMessages messages;
    private final Clock clock;

    TakeDown(
            ReceiveComplaint receiveComplaint,
            AcceptComplaint acceptComplaint,
            KeepIdentity keepIdentity,
            Complaints complaints,
            SentTwice sentTwice,
            Streets streets,
            ReporterMessages messages,
            Clock clock) {
        this.receiveComplaint = receiveComplaint;
        this.acceptComplaint = acceptComplaint;
        this.keepIdentity = keepIdentity;
        this.complaints = complaints;
        this.sentTwice = sentTwice;
        this.streets = streets;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes it down.
     *
     * @param key null or blank if it cannot be sent twice
     */
    Receipt from(IntakeForm form, @Nullable String key, Actor operator) {
        IntakeForm.TakenDown told =
                form.read(this::earlier, streets::known, messages.areOffered(), LocalDate.now(clock));
        // two operators' keys are two keys
        RequestKey request = key == null || key.isBlank()
                ? null
                : sentTwice.key(operator.username() + "/" + key.strip(), form.said());
        return receiveComplaint.receive(told.complaint(), request, operator, id -> {
            if (!told.reporter().isEmpty()) {
                keepIdentity.keep(id, told.reporter(), operator);
            }
            if (told.then() != IntakeForm.Then.NOTHING) {
                acceptComplaint.accept(id, 0, told.then() == IntakeForm.Then.URGENT, operator);
            }
        });
    }

    private UUID earlier(String number) {
        return complaints
                .numbered(number.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> RuleBroken.invalid("complaint.first-unknown", number))
                .file()
                .id();
    }
}
