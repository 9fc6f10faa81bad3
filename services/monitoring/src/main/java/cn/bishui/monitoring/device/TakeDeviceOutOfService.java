package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a device's data no longer count: at once for a fault, which is to be mended in time; with the bureau's consent for
 * what the unit wants to stop or remove (现场监督检查办法, 环发[2008]6号).
 */
@Service
public class TakeDeviceOutOfService {

    /** Report a fault: 12 hours (环发[2008]6号). */
    private static final String REPORT = "MON-FAULT";

    /** Mend it: 5 working days (Order 19 art. 8). */
    private static final String REPAIR = "MON-REPAIR";

    private final Devices devices;
    private final Outages outages;
    private final StopRequests requests;
    private final List<DeviceWatch> watches;
    private final LegalClocks clocks;
    private final OutageSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    TakeDeviceOutOfService(
            Devices devices,
            Outages outages,
            StopRequests requests,
            List<DeviceWatch> watches,
            LegalClocks clocks,
            OutageSettings settings,
            AuditLog audit,
            Clock clock) {
        this.devices = devices;
        this.outages = outages;
        this.requests = requests;
        this.watches = List.copyOf(watches);
        this.clocks = clocks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes it out of service.
     *
     * @param version at which the actor saw the device
     * @param beganAt when a fault was there; null for now
     * @throws RuleBroken with code {@code device.not-in-service}, {@code .fault-future} or {@code .no-consent}
     */
    @Transactional
    public Device take(
            String mn, long version, Outage.Kind kind, @Nullable Instant beganAt, String reason, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        Instant now = clock.instant();
        Instant began = beganAt == null ? now : beganAt;
        if (began.isAfter(now)) {
            throw RuleBroken.invalid("device.fault-future");
        }
        Device changed = device.outOfService(kind, now);
        if (device.version() != version || !devices.update(changed)) {
            throw new StaleVersion(device.subject(), version);
        }
        String consent = kind.needsConsent() ? useConsent(device, kind, now) : "";
        outages.end(device.id(), now);
        outages.add(outage(device, kind, reason, began, now), actor.username());
        watches.forEach(watch -> watch.changed(changed));
        audit.record(
                actor,
                kind == Outage.Kind.REMOVED ? "device.removed" : "device.out-of-service",
                device.subject(),
                Map.of("kind", kind.code(), "reason", reason, "beganAt", began.toString(), "consent", consent));
        return changed;
    }

    private Outage outage(Device device, Outage.Kind kind, String reason, Instant began, Instant now) {
        boolean fault = kind == Outage.Kind.FAULT;
        return new Outage(
                0,
                device.id(),
                kind,
                reason,
                began,
                now,
                fault ? clocks.expiry(REPORT, began).due() : null,
                fault ? repairDue(began) : null,
                kind == Outage.Kind.REMOVED ? now : null);
    }

    private Instant repairDue(Instant began) {
        Instant law = clocks.expiry(REPAIR, began).due();
        Duration sooner = settings.repairWithin();
        return sooner == null || began.plus(sooner).isAfter(law) ? law : began.plus(sooner);
    }

    /** What consented: an answer, or the silence of the bureau. */
    private String useConsent(Device device, Outage.Kind kind, Instant now) {
        LocalDate today = LocalDate.now(clock);
        StopRequest consent = requests.of(device.id()).stream()
                .filter(each -> each.consents(kind, today))
                .findFirst()
                .orElseThrow(() -> RuleBroken.conflict("device.no-consent", device.mn()));
        requests.save(consent.used(now));
        return consent.state(today).code();
    }
}
