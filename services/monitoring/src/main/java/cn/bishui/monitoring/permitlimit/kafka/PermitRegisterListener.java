package cn.bishui.monitoring.permitlimit.kafka;

import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.messaging.EventHeaders;
import cn.bishui.messaging.Inbox;
import cn.bishui.monitoring.permitlimit.KeepPermit;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.standards.Limit;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@KafkaListener(topics = PermitRegisterEntry.TOPIC)
class PermitRegisterListener {

    private final Inbox inbox;
    private final KeepPermit keepPermit;

    PermitRegisterListener(Inbox inbox, KeepPermit keepPermit) {
        this.inbox = inbox;
        this.keepPermit = keepPermit;
    }

    @KafkaHandler
    @Transactional
    void on(PermitRegisterEntry entry, @Header(EventHeaders.ID) String eventId) {
        if (inbox.accepts(eventId)) {
            keepPermit.keep(permit(entry));
        }
    }

    private static Permit permit(PermitRegisterEntry entry) {
        return new Permit(
                entry.permit(),
                entry.version(),
                entry.unit(),
                entry.unitName(),
                entry.status(),
                entry.validFrom(),
                entry.validTo(),
                entry.outlets().stream()
                        .map(outlet -> new Permit.Outlet(
                                outlet.code(),
                                outlet.name(),
                                outlet.longitude(),
                                outlet.latitude(),
                                outlet.limits().stream()
                                        .map(limit -> limit(entry.permit(), limit))
                                        .toList()))
                        .toList());
    }

    private static Permit.SetLimit limit(String permit, PermitRegisterEntry.Limit told) {
        return new Permit.SetLimit(
                new Limit(
                        told.pollutant(),
                        told.min(),
                        told.max(),
                        told.unitOfMeasure(),
                        told.validFrom(),
                        told.validTo(),
                        permit + " " + told.limitSet()),
                told.limitSet());
    }
}
