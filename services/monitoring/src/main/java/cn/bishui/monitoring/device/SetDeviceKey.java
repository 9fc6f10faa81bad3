package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a device the key by which it encrypts, or its next one; what it sends under the one before is still read. */
@Service
public class SetDeviceKey {

    private final Devices devices;
    private final KeptKeys keys;
    private final KeySafe safe;
    private final AuditLog audit;
    private final Clock clock;

    SetDeviceKey(Devices devices, KeptKeys keys, KeySafe safe, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.keys = keys;
        this.safe = safe;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets it.
     *
     * @param version at which the actor saw the device
     * @throws RuleBroken with code {@code device.removed}, or {@code device.key-not-configured} where the service has no key to
     *     seal it with
     */
    @Transactional
    public Device set(String mn, long version, DeviceKey key, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        if (device.state() == DeviceState.REMOVED) {
            throw RuleBroken.conflict("device.removed", mn);
        }
        KeySafe.Sealed sealed = safe.seal(mn, key);
        Device changed = device.changed();
        if (device.version() != version || !devices.update(changed)) {
            throw new StaleVersion(device.subject(), version);
        }
        Instant now = clock.instant();
        keys.add(device.id(), sealed, now, actor.username());
        audit.record(actor, "device.key-set", device.subject(), Map.of());
        return changed;
    }
}
