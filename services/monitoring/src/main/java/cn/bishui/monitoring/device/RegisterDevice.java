package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a device at an outlet of a permit in force. */
@Service
public class RegisterDevice {

    private final Devices devices;
    private final Permits permits;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RegisterDevice(Devices devices, Permits permits, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.permits = permits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers it; it is not in service yet.
     *
     * @throws RuleBroken with code {@code device.permit-unknown}, {@code .permit-ended}, {@code .permit-of-other-unit},
     *     {@code .outlet-unknown} or {@code .mn-taken}
     */
    @Transactional
    public Device register(NewDevice wanted, Actor actor) {
        Permit permit = permits.find(wanted.permit())
                .orElseThrow(() -> RuleBroken.conflict("device.permit-unknown", wanted.permit()));
        if (!permit.status().equals(PermitRegisterEntry.IN_FORCE)) {
            throw RuleBroken.conflict("device.permit-ended", wanted.permit());
        }
        if (!permit.unit().equals(wanted.unit())) {
            throw RuleBroken.conflict("device.permit-of-other-unit", wanted.permit(), wanted.unit());
        }
        if (permit.outlet(wanted.outlet()).isEmpty()) {
            throw RuleBroken.conflict("device.outlet-unknown", wanted.outlet(), wanted.permit());
        }
        Device device = devices.add(wanted, DevicePassword.seal(wanted.password(), random), clock.instant())
                .orElseThrow(() -> RuleBroken.conflict("device.mn-taken", wanted.mn()));
        audit.record(
                actor,
                "device.registered",
                device.subject(),
                Map.of(
                        "unit", device.unit(),
                        "outlet", device.outlet(),
                        "permit", device.permit(),
                        "reportIntervalSeconds", device.reportInterval().toSeconds()));
        return device;
    }
}
