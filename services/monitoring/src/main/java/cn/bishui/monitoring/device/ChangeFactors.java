package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a device measures, its ranges and analysers; what held before stays known. */
@Service
public class ChangeFactors {

    private final Devices devices;
    private final Factors factors;
    private final AuditLog audit;
    private final Clock clock;

    ChangeFactors(Devices devices, Factors factors, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes them.
     *
     * @param version at which the actor saw the device
     * @param wanted all that hold from now on
     */
    @Transactional
    public Device change(String mn, long version, List<Factor> wanted, String reason, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        if (device.state() == DeviceState.REMOVED) {
            throw RuleBroken.conflict("device.removed", mn);
        }
        Device changed = device.changed();
        if (device.version() != version || !devices.update(changed)) {
            throw new StaleVersion(device.subject(), version);
        }
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        Instant now = clock.instant();
        List<Factor> each = Factor.each(wanted);
        List<Factor> held = factors.of(device.id());
        for (Factor old : held) {
            if (each.stream().noneMatch(old::sameAs)) {
                factors.end(device.id(), old.pollutant().code(), now);
                before.add(old.inWords());
            }
        }
        for (Factor fresh : each) {
            Optional<Factor> same = held.stream().filter(fresh::sameAs).findFirst();
            if (same.isEmpty()) {
                factors.add(device.id(), fresh, now, actor.username());
                after.add(fresh.inWords());
            }
        }
        audit.record(
                actor,
                "device.factors-changed",
                device.subject(),
                Map.of("reason", reason, "before", String.join("; ", before), "after", String.join("; ", after)));
        return changed;
    }
}
