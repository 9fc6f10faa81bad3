package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes how a device's test went; one that passed may be put in service. */
@Service
public class AcceptDevice {

    private final Devices devices;
    private final Acceptances acceptances;
    private final List<DeviceWatch> watches;
    private final AuditLog audit;
    private final Clock clock;

    AcceptDevice(Devices devices, Acceptances acceptances, List<DeviceWatch> watches, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.acceptances = acceptances;
        this.watches = List.copyOf(watches);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes it.
     *
     * @param version at which the actor saw the device
     * @param actor somebody else than who registered it
     */
    @Transactional
    public Device accept(String mn, long version, Acceptance acceptance, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        if (acceptance.testedOn().isAfter(LocalDate.now(clock))) {
            throw RuleBroken.invalid("device.test-future");
        }
        Instant now = clock.instant();
        Device changed = device.tested(actor.username(), acceptance.passed(), now);
        if (device.version() != version || !devices.update(changed)) {
            throw new StaleVersion(device.subject(), version);
        }
        acceptances.add(device.id(), acceptance, now, actor.username());
        watches.forEach(watch -> watch.changed(changed));
        audit.record(
                actor,
                acceptance.passed() ? "device.tested" : "device.test-failed",
                device.subject(),
                Map.of(
                        "testedOn", acceptance.testedOn().toString(),
                        "report", acceptance.report(),
                        "reason", acceptance.note()));
        return changed;
    }
}
