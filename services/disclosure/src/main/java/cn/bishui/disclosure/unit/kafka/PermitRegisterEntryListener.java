package cn.bishui.disclosure.unit.kafka;

import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.disclosure.unit.Permit;
import cn.bishui.disclosure.unit.RegisterPermit;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears how each permit stands. */
@Component
@KafkaListener(topics = PermitRegisterEntry.TOPIC)
class PermitRegisterEntryListener {

    private final Inbox inbox;
    private final RegisterPermit register;

    PermitRegisterEntryListener(Inbox inbox, RegisterPermit register) {
        this.inbox = inbox;
        this.register = register;
    }

    @KafkaHandler
    @Transactional
    void on(PermitRegisterEntry fact, @Header(EventHeaders.ID) String id, @Header(EventHeaders.TIME) String toldAt) {
        if (inbox.accepts(id)) {
            register.register(translated(fact), new Source(id, fact.type(), Instant.parse(toldAt)));
        }
    }

    private static Permit translated(PermitRegisterEntry fact) {
        return new Permit(
                fact.permit(),
                fact.version(),
                fact.unit(),
                fact.unitName(),
                fact.trade(),
                fact.managementType(),
                fact.status(),
                fact.issuedBy(),
                fact.validFrom(),
                fact.validTo(),
                fact.outlets().stream()
                        .map(PermitRegisterEntryListener::translated)
                        .toList(),
                fact.changedAt());
    }

    private static Permit.Outlet translated(PermitRegisterEntry.Outlet outlet) {
        return new Permit.Outlet(
                outlet.code(),
                outlet.name(),
                outlet.receiving(),
                outlet.longitude(),
                outlet.latitude(),
                outlet.limits().stream()
                        .map(limit -> new Permit.Limit(
                                limit.pollutant(),
                                limit.min(),
                                limit.max(),
                                limit.unitOfMeasure(),
                                limit.validFrom(),
                                limit.validTo(),
                                limit.limitSet()))
                        .toList());
    }
}
