package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.contracts.complaints.ComplaintReceived;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a complaint in, on whatever channel. */
@Service
public class ReceiveComplaint {

    private final Complaints complaints;
    private final Requests requests;
    private final Secrets secrets;
    private final Docket docket;

    ReceiveComplaint(Complaints complaints, Requests requests, Secrets secrets, Docket docket) {
        this.complaints = complaints;
        this.requests = requests;
        this.secrets = secrets;
        this.docket = docket;
    }

    /**
     * Takes it in.
     *
     * @param key null if the sender cannot send it twice
     * @param together what is kept with it or not at all: who reports, and what they send
     * @return the same receipt for the same request
     */
    @Transactional
    public Receipt receive(NewComplaint told, @Nullable RequestKey key, Actor actor, Consumer<UUID> together) {
        Move move = docket.moveBy(actor);
        UUID id = UUID.randomUUID();
        Optional<UUID> before = key == null ? Optional.empty() : requests.keep(key, id, move.at());
        if (before.isPresent()) {
            return receiptOf(before.get());
        }
        ComplaintFile file = new ComplaintFile(
                        id,
                        complaints.nextNumber(LegalClocks.day(move.at()).getYear()),
                        told.channel(),
                        move.at(),
                        told.matter(),
                        told.reach(),
                        told.realName(),
                        told.superiorDue(),
                        told.hint(),
                        ComplaintClocks.NONE,
                        0)
                .and(HotlineStep.RECEIVED, move);
        Matter matter = file.matter();
        docket.enterNew(
                new Complaint.Received(file),
                SecretHash.of(secrets.secretOf(id)),
                Entry.of(move, "complaint.received")
                        .with("channel", file.channel().id())
                        .with("type", matter.type().id())
                        .step("received", null, Docket.due(file), null),
                new ComplaintReceived(
                        id.toString(),
                        file.number(),
                        file.channel().id(),
                        matter.type().id(),
                        matter.subtype() == null ? null : matter.subtype().id(),
                        matter.street(),
                        file.receivedAt()));
        together.accept(id);
        return receipt(file);
    }

    /**
     * The receipt that the same request got before; empty if it is new.
     *
     * @throws cn.bishui.contracts.RuleBroken {@code complaint.request-differs} if the first request under the key was another
     */
    @Transactional(readOnly = true)
    public Optional<Receipt> repeated(RequestKey key) {
        return requests.find(key).map(this::receiptOf);
    }

    /** The receipt of a complaint once more, for whoever has shown its secret. */
    @Transactional(readOnly = true)
    public Receipt receiptOf(UUID id) {
        return receipt(complaints.find(id).orElseThrow(Complaint::unknown).file());
    }

    private Receipt receipt(ComplaintFile file) {
        LocalDate due = file.clocks()
                .latest(HotlineClocks.TELL)
                .orElseThrow(() -> new IllegalStateException(file.number() + " has no clock"))
                .lastDay();
        return new Receipt(file.id(), file.number(), secrets.secretOf(file.id()), file.receivedAt(), due);
    }
}
