package cn.bishui.monitoring.sign;

import cn.bishui.alarms.Alarms;
import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.DataSuspected;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.DeviceWatch;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.monitoring.sign.Window.Calibration;
import cn.bishui.monitoring.sign.Window.FlagCount;
import cn.bishui.monitoring.sign.Window.Revised;
import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.monitoring.silence.Silences;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks every hour at what each device in service sent lately for signs of tampering, and tells each once: its records are
 * frozen, and while it is not decided on, what is seen of it again is counted only.
 *
 * <p>Only what came while the device was in service is looked at, and nothing while it is silent, but for the silences.
 */
@Service
public class LookForSigns implements DeviceWatch {

    /** Kind of the alarm. */
    public static final String ALARM = "fraud-signs";

    private static final Duration HOURS_BACK = Duration.ofDays(31);
    private static final Duration DAYS_BACK = Duration.ofDays(7);
    private static final Duration FINE_BACK = Duration.ofHours(6);

    /** A device whose clock is ahead by more is beyond what is looked for. */
    private static final Duration AHEAD = Duration.ofHours(12);

    private static final Duration REVISED_BACK = Duration.ofDays(7);
    private static final Duration INSTRUMENTS_BACK = Duration.ofDays(400);

    /** Looks at the minute 35 and the twenty after it, when the hour before is complete. */
    private static final int MINUTE = 35;

    private static final int SPREAD_SECONDS = 1200;

    private static final String SUBJECT = "device/";
    private static final Actor MONITORING = Actor.system("monitoring");

    private final KeptRecords records;
    private final SignSources sources;
    private final Suspicions suspicions;
    private final Devices devices;
    private final Permits permits;
    private final Silences silences;
    private final SignRules rules;
    private final Alarms alarms;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    LookForSigns(
            KeptRecords records,
            SignSources sources,
            Suspicions suspicions,
            Devices devices,
            Permits permits,
            Silences silences,
            SignRules rules,
            Alarms alarms,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.records = records;
        this.sources = sources;
        this.suspicions = suspicions;
        this.devices = devices;
        this.permits = permits;
        this.silences = silences;
        this.rules = rules;
        this.alarms = alarms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void changed(Device device) {
        if (isLookedAt(device)) {
            alarms.set(subject(device.id()), nextLook(device.id(), clock.instant()), ALARM);
        } else {
            alarms.cancel(subject(device.id()), ALARM);
        }
    }

    /** Those of units; what stands in the water is the bureau's own. */
    private static boolean isLookedAt(Device device) {
        return device.state() == DeviceState.IN_SERVICE && device.isAtOutlet();
    }

    private static String subject(int device) {
        return SUBJECT + device;
    }

    /** Looks at the device of an alarm that rings. */
    @Transactional
    public void look(String subject) {
        devices.find(Integer.parseInt(subject.substring(SUBJECT.length())))
                .filter(LookForSigns::isLookedAt)
                .ifPresent(device -> {
                    look(device);
                    alarms.set(subject, nextLook(device.id(), clock.instant()), ALARM);
                });
    }

    private void look(Device device) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        Thresholds thresholds = rules.on(now.toLocalDate());
        Optional<Permit> permit = permits.find(device.outlet().permit());
        Window window = window(device, permit, now, thresholds);
        boolean silent = silences.isOpen(device.id());
        for (Sign sign : Sign.values()) {
            if (!silent || sign.inSilence()) {
                sign.look(window, thresholds).forEach(seen -> take(device, permit, seen, thresholds));
            }
        }
    }

    private Window window(Device device, Optional<Permit> permit, LocalDateTime now, Thresholds thresholds) {
        int id = device.id();
        LocalDateTime since = LocalDateTime.ofInstant(device.stateSince(), clock.getZone());
        LocalDateTime hoursFrom = later(since, now.minus(HOURS_BACK));
        LocalDateTime daysFrom = later(since, now.minus(DAYS_BACK).truncatedTo(ChronoUnit.DAYS));
        LocalDateTime fineFrom = later(since, now.minus(FINE_BACK));
        List<KeptRecord> hours = records.between(id, Window.HOUR, hoursFrom, now);
        List<KeptRecord> days = records.between(id, Window.DAY, daysFrom, now);
        List<KeptRecord> minutes = records.between(id, Window.MINUTES, fineFrom, now);
        LocalDateTime flagsFrom = later(since, now.minusDays(thresholds.count("F07.days")));
        Map<String, FlagCount> flags =
                Flags.worthCounting(hours, flagsFrom, thresholds) ? sources.flags(id, flagsFrom, now) : Map.of();
        List<Revised> revised = new ArrayList<>();
        LocalDateTime revisedFrom = now.minus(REVISED_BACK);
        revised.addAll(revised(id, Window.HOUR, hours, revisedFrom));
        revised.addAll(revised(id, Window.DAY, days, revisedFrom));
        revised.addAll(revised(id, Window.MINUTES, minutes, revisedFrom));
        List<Said> uploads = sources.said(id, Window.PARAMETERS, hoursFrom, now);
        Duration near = Duration.ofHours(thresholds.count("F06.hours"));
        List<Calibration> calibrations = Parameters.changes(uploads).stream()
                .map(Parameters.Change::at)
                .distinct()
                .flatMap(at -> sources.calibrations(id, at.minus(near), at.plus(near)).stream())
                .toList();
        return new Window(
                now,
                clock.getZone(),
                device.reportInterval(),
                permit.flatMap(held -> held.outlet(device.outlet().outlet())).orElse(null),
                hours,
                days,
                minutes,
                records.between(id, Window.REALTIME, fineFrom, now.plus(AHEAD)),
                revised,
                uploads,
                sources.said(id, Window.INSTRUMENTS, later(since, now.minus(INSTRUMENTS_BACK)), now),
                sources.outages(id, hoursFrom, clock.getZone()),
                calibrations,
                flags,
                sources.samples(device.outlet().unit(), device.outlet().outlet(), hoursFrom, now, clock.getZone()));
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    /** Every version of those that came in several. */
    private List<Revised> revised(int device, int cn, List<KeptRecord> latest, LocalDateTime from) {
        List<LocalDateTime> several = latest.stream()
                .filter(each -> each.version() > 1 && !each.dataTime().isBefore(from))
                .map(KeptRecord::dataTime)
                .toList();
        if (several.isEmpty()) {
            return List.of();
        }
        Map<LocalDateTime, List<KeptRecord>> versions = new LinkedHashMap<>();
        records.versions(device, cn, several.getFirst(), several.getLast().plusSeconds(1))
                .forEach(each -> versions.computeIfAbsent(each.dataTime(), _ -> new ArrayList<>())
                        .add(each));
        return several.stream()
                .map(each -> new Revised(cn, versions.getOrDefault(each, List.of())))
                .filter(each -> each.versions().size() > 1)
                .toList();
    }

    private void take(Device device, Optional<Permit> permit, Observation seen, Thresholds thresholds) {
        Optional<Suspicions.Latest> before = suspicions.latest(device.id(), seen.sign(), seen.pollutant());
        boolean sawMore =
                before.isPresent() && seen.ended().isAfter(before.get().lastSeen());
        if (before.isPresent() && before.get().state().open()) {
            if (sawMore) {
                suspicions.seenAgain(before.get().id(), seen.ended());
            }
        } else if (before.isEmpty() || seen.began().isAfter(before.get().lastSeen())) {
            add(device, permit, seen, thresholds);
        }
    }

    private void add(Device device, Optional<Permit> permit, Observation seen, Thresholds thresholds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> numbers = new HashMap<>(seen.numbers());
        numbers.putAll(thresholds.figures(seen.sign()));
        SignSources.Frozen frozen =
                sources.evidence(device.id(), seen.records(), seen.from(), seen.until(), clock.getZone());
        if (frozen.leftOut() > 0) {
            numbers.put("left-out", String.valueOf(frozen.leftOut()));
        }
        Evidence evidence = frozen.evidence();
        Found found = new Found(
                UUID.randomUUID(),
                device.id(),
                device.mn(),
                device.outlet().unit(),
                permit.map(Permit::unitName).orElse(device.outlet().unit()),
                device.outlet().outlet(),
                permit.flatMap(held -> held.outlet(device.outlet().outlet()))
                        .map(Permit.Outlet::name)
                        .orElse(device.outlet().outlet()),
                seen.sign(),
                thresholds.version(seen.sign()),
                seen.pollutant(),
                seen.from(),
                seen.until(),
                now,
                seen.zh(),
                seen.en(),
                numbers);
        String hash = evidence.hash(found);
        if (suspicions.add(found, evidence, hash, seen.ended())) {
            outbox.append(fact(found, hash, evidence.rows().size()));
            Map<String, Object> details = new HashMap<>(Map.of(
                    "mn",
                    found.mn(),
                    "unit",
                    found.unit(),
                    "outlet",
                    found.outlet(),
                    "sign",
                    found.sign().name(),
                    "rule",
                    found.ruleVersion(),
                    "from",
                    found.from().toString(),
                    "until",
                    found.until().toString(),
                    "records",
                    evidence.rows().size(),
                    VerifyEvidence.HASH,
                    hash,
                    "reason",
                    found.zh()));
            audit.record(MONITORING, VerifyEvidence.FOUND, Found.subject(found.id()), details);
        }
    }

    private DataSuspected fact(Found found, String hash, int rows) {
        return new DataSuspected(
                found.id().toString(),
                found.unit(),
                found.unitName(),
                found.outlet(),
                found.outletName(),
                found.mn(),
                found.sign().name(),
                found.sign().nameZh(),
                found.pollutant(),
                nameOf(found.pollutant()),
                found.from().atZone(clock.getZone()).toInstant(),
                found.until().atZone(clock.getZone()).toInstant(),
                found.zh(),
                found.ruleVersion(),
                hash,
                rows,
                found.foundAt());
    }

    private static @Nullable String nameOf(@Nullable String pollutant) {
        return pollutant == null
                ? null
                : Pollutants.find(pollutant).map(Pollutant::nameZh).orElse(pollutant);
    }

    private Instant nextLook(int device, Instant now) {
        LocalDateTime hour = LocalDateTime.ofInstant(now, clock.getZone()).truncatedTo(ChronoUnit.HOURS);
        LocalDateTime slot = hour.plusMinutes(MINUTE).plusSeconds(device % SPREAD_SECONDS);
        Instant moment = slot.atZone(clock.getZone()).toInstant();
        return moment.isAfter(now) ? moment : moment.plus(Duration.ofHours(1));
    }
}
