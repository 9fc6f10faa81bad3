package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds what somebody tells later. No clock knows of it. */
@Service
public class AddFact {

    /** Facts a complaint can take. */
    private static final int MOST = 50;

    private final Complaints complaints;
    private final AddedFacts facts;
    private final Steps steps;
    private final ReadAdditions readAdditions;
    private final AuditLog audit;
    private final Clock clock;

    AddFact(
            Complaints complaints,
            AddedFacts facts,
            Steps steps,
            ReadAdditions readAdditions,
            AuditLog audit,
            Clock clock) {
        this.complaints = complaints;
        this.facts = facts;
        this.steps = steps;
        this.readAdditions = readAdditions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds it, whatever state the complaint is in unless it is closed. */
    @Transactional
    public void add(UUID id, String words, Actor actor) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        if (complaint instanceof Complaint.Closed) {
            throw RuleBroken.conflict("complaint.closed");
        }
        if (facts.of(id).size() >= MOST) {
            throw RuleBroken.conflict("complaint.facts-full", MOST);
        }
        addTo(complaint, words, actor);
    }

    /** Adds why somebody wants a complaint opened again, however much was added before. */
    void addTo(Complaint complaint, String words, Actor actor) {
        UUID id = complaint.file().id();
        Instant now = clock.instant();
        facts.add(id, new AddedFact(UUID.randomUUID(), now, actor.username(), words));
        steps.add(id, new Step(now, "added", null, null, null));
        readAdditions.added(complaint, actor, now);
        audit.record(actor, "complaint.fact-added", Docket.subject(complaint.file()), Map.of());
    }
}
