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

/** Lets a device's data count, after it was tested or repaired. */
@Service
public class PutDeviceInService {

    private final Devices devices;
    private final Outages outages;
    private final List<DeviceWatch> watches;
    private final AuditLog audit;
    private final Clock clock;

    PutDeviceInService(Devices devices, Outages outages, List<DeviceWatch> watches, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.outages = outages;
        this.watches = List.copyOf(watches);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts it in service.
     *
     * @param version at which the actor saw the device
     */
    @Transactional
    public Device put(String mn, long version, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        if (device.version() != version) {
            throw new StaleVersion(device.subject(), version);
        }
        Device changed = device.inService(clock.instant());
        if (!devices.update(changed)) {
            throw new StaleVersion(device.subject(), version);
        }
        outages.end(device.id(), changed.stateSince());
        watches.forEach(watch -> watch.changed(changed));
        audit.record(actor, "device.in-service", device.subject(), Map.of());
        return changed;
    }
}
