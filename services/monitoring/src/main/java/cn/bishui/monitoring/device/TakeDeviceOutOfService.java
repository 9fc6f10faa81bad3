package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a device's data no longer count, with a reason (环发[2008]6号: stopping needs the bureau's consent). */
@Service
public class TakeDeviceOutOfService {

    private final Devices devices;
    private final List<DeviceWatch> watches;
    private final AuditLog audit;
    private final Clock clock;

    TakeDeviceOutOfService(Devices devices, List<DeviceWatch> watches, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.watches = List.copyOf(watches);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes it out of service.
     *
     * @param version at which the actor saw the device
     */
    @Transactional
    public Device take(String mn, long version, String reason, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        if (device.version() != version) {
            throw new StaleVersion(device.subject(), version);
        }
        Device changed = device.outOfService(clock.instant());
        if (!devices.update(changed)) {
            throw new StaleVersion(device.subject(), version);
        }
        watches.forEach(watch -> watch.changed(changed));
        audit.record(actor, "device.out-of-service", device.subject(), Map.of("reason", reason));
        return changed;
    }
}
