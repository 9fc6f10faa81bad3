package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes a manual sample that stands in for a device out of service: 4 a day, at most 6 hours apart (环发[2008]6号). */
@Service
public class NoteManualSample {

    private final Devices devices;
    private final Outages outages;
    private final AuditLog audit;
    private final Clock clock;

    NoteManualSample(Devices devices, Outages outages, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.outages = outages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes it.
     *
     * @param note what was found
     * @throws RuleBroken with code {@code device.no-outage}, {@code .sample-moment} or {@code .sample-twice}
     */
    @Transactional
    public void note(String mn, Instant takenAt, String note, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        Outage outage = outages.open(device.id()).orElseThrow(() -> RuleBroken.conflict("device.no-outage", mn));
        Instant now = clock.instant();
        if (takenAt.isAfter(now) || takenAt.isBefore(outage.beganAt())) {
            throw RuleBroken.invalid("device.sample-moment");
        }
        if (!outages.addSample(outage.id(), takenAt, note, now, actor.username())) {
            throw RuleBroken.conflict("device.sample-twice");
        }
        audit.record(
                actor, "device.manual-sample", device.subject(), Map.of("takenAt", takenAt.toString(), "reason", note));
    }
}
