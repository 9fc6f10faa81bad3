package cn.bishui.disclosure.complaint.kafka;

import cn.bishui.contracts.complaints.ComplaintAccepted;
import cn.bishui.contracts.complaints.ComplaintAnswered;
import cn.bishui.contracts.complaints.ComplaintAssigned;
import cn.bishui.contracts.complaints.ComplaintCorrected;
import cn.bishui.contracts.complaints.ComplaintRated;
import cn.bishui.contracts.complaints.ComplaintReceived;
import cn.bishui.contracts.complaints.ComplaintRefused;
import cn.bishui.contracts.complaints.ComplaintsFact;
import cn.bishui.disclosure.complaint.ComplaintStep;
import cn.bishui.disclosure.complaint.ComplaintStep.Matter;
import cn.bishui.disclosure.complaint.CountComplaint;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what becomes of complaints: all that is counted, nothing of who complained. */
@Component
@KafkaListener(topics = ComplaintsFact.TOPIC)
class ComplaintsListener {

    private static final String REPEAT = "not-accept-repeat";
    private static final Set<String> CONFIRMED = Set.of("true", "partly-true");

    private final Inbox inbox;
    private final CountComplaint complaint;
    private final Clock clock;

    ComplaintsListener(Inbox inbox, CountComplaint complaint, Clock clock) {
        this.inbox = inbox;
        this.complaint = complaint;
        this.clock = clock;
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintReceived fact, @Header(EventHeaders.ID) String id) {
        count(
                new ComplaintStep.Received(
                        fact.complaint(),
                        day(fact.receivedAt()),
                        new Matter(fact.pollutionType(), fact.waterSubtype(), fact.street()),
                        fact.channel()),
                id);
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintCorrected fact, @Header(EventHeaders.ID) String id) {
        count(
                new ComplaintStep.Corrected(
                        fact.complaint(),
                        day(fact.correctedAt()),
                        new Matter(fact.pollutionType(), fact.waterSubtype(), fact.street())),
                id);
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintAccepted fact, @Header(EventHeaders.ID) String id) {
        count(new ComplaintStep.Accepted(fact.complaint(), day(fact.acceptedAt())), id);
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintRefused fact, @Header(EventHeaders.ID) String id) {
        boolean repeat = REPEAT.equals(fact.outcome());
        count(new ComplaintStep.Refused(fact.complaint(), day(fact.refusedAt()), repeat), id);
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintAssigned fact, @Header(EventHeaders.ID) String id) {
        count(new ComplaintStep.Assigned(fact.complaint(), day(fact.assignedAt()), fact.bureau()), id);
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintAnswered fact, @Header(EventHeaders.ID) String id) {
        count(
                new ComplaintStep.Answered(
                        fact.complaint(),
                        day(fact.answeredAt()),
                        fact.bureau(),
                        fact.inTime(),
                        CONFIRMED.contains(fact.outcome())),
                id);
    }

    @KafkaHandler
    @Transactional
    void on(ComplaintRated fact, @Header(EventHeaders.ID) String id) {
        count(new ComplaintStep.Rated(fact.complaint(), day(fact.ratedAt()), fact.bureau(), fact.satisfaction()), id);
    }

    private void count(ComplaintStep step, String eventId) {
        if (inbox.accepts(eventId)) {
            complaint.count(step);
        }
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
