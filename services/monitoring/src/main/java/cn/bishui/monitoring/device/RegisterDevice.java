package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a device at an outlet of a permit in force, or at a site of the network that is in use. */
@Service
public class RegisterDevice {

    private final Devices devices;
    private final KeptKeys keys;
    private final KeySafe safe;
    private final Factors factors;
    private final Permits permits;
    private final Sites sites;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RegisterDevice(
            Devices devices,
            KeptKeys keys,
            KeySafe safe,
            Factors factors,
            Permits permits,
            Sites sites,
            AuditLog audit,
            Clock clock) {
        this.devices = devices;
        this.keys = keys;
        this.safe = safe;
        this.factors = factors;
        this.permits = permits;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers it; it is not in service yet.
     *
     * @throws RuleBroken with code {@code device.permit-unknown}, {@code .permit-ended}, {@code .permit-of-other-unit},
     *     {@code .outlet-unknown}, {@code .site-unknown}, {@code .site-no-point}, {@code .site-not-in-use} or
     *     {@code .mn-taken}; {@code .key-not-configured} where it has a key and the service none
     */
    @Transactional
    public Device register(NewDevice wanted, Actor actor) {
        switch (wanted.place()) {
            case DevicePlace.AtOutlet outlet -> check(outlet);
            case DevicePlace.AtSite site -> check(site);
        }
        Instant now = clock.instant();
        Device device = devices.add(wanted, DevicePassword.seal(wanted.password(), random), now, actor.username())
                .orElseThrow(() -> RuleBroken.conflict("device.mn-taken", wanted.mn()));
        DeviceKey key = wanted.key();
        if (key != null) {
            keys.add(device.id(), safe.seal(device.mn(), key), now, actor.username());
        }
        wanted.factors().forEach(factor -> factors.add(device.id(), factor, now, actor.username()));
        Map<String, Object> details = new TreeMap<>();
        switch (device.place()) {
            case DevicePlace.AtOutlet(String unit, String outlet, String permit) -> {
                details.put("unit", unit);
                details.put("outlet", outlet);
                details.put("permit", permit);
            }
            case DevicePlace.AtSite(String site) -> details.put("site", site);
        }
        details.put("encrypts", key != null);
        details.put("reportIntervalSeconds", device.reportInterval().toSeconds());
        details.put("factors", wanted.factors().stream().map(Factor::inWords).collect(Collectors.joining("; ")));
        audit.record(actor, "device.registered", device.subject(), details);
        return device;
    }

    private void check(DevicePlace.AtOutlet place) {
        Permit permit = permits.find(place.permit())
                .orElseThrow(() -> RuleBroken.conflict("device.permit-unknown", place.permit()));
        if (!permit.status().equals(PermitRegisterEntry.IN_FORCE)) {
            throw RuleBroken.conflict("device.permit-ended", place.permit());
        }
        if (!permit.unit().equals(place.unit())) {
            throw RuleBroken.conflict("device.permit-of-other-unit", place.permit(), place.unit());
        }
        if (permit.outlet(place.outlet()).isEmpty()) {
            throw RuleBroken.conflict("device.outlet-unknown", place.outlet(), place.permit());
        }
    }

    private void check(DevicePlace.AtSite place) {
        Site site =
                sites.find(place.site()).orElseThrow(() -> RuleBroken.conflict("device.site-unknown", place.site()));
        if (!site.description().kind().isPoint()) {
            throw RuleBroken.conflict("device.site-no-point", place.site());
        }
        if (!site.state().isInUse()) {
            throw RuleBroken.conflict("device.site-not-in-use", place.site());
        }
    }
}
