package cn.bishui.monitoring.hourwarning;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.HourlyWarningCorrected;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.hourwarning.HourlyWarnings.Hour;
import cn.bishui.monitoring.hourwarning.HourlyWarnings.Reason;
import cn.bishui.monitoring.hourwarning.HourlyWarnings.Told;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.PermitWatch;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.monitoring.reading.Kept;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.monitoring.reading.ReadingWatch.Fresh;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks anew at hours that were warned of when their record or their limit changes: a warning is withdrawn, stands again or
 * stands with other figures, as a further revision of the same warning, however long ago the hour was.
 */
@Service
public class CorrectWarnings implements PermitWatch {

    private static final int HOUR = Integer.parseInt(Cn.HOUR);
    private static final Actor MONITORING = Actor.system("monitoring");

    private final HourlyWarnings warnings;
    private final KeptRecords records;
    private final Permits permits;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    CorrectWarnings(
            HourlyWarnings warnings, KeptRecords records, Permits permits, Outbox outbox, AuditLog audit, Clock clock) {
        this.warnings = warnings;
        this.records = records;
        this.permits = permits;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at hours whose record is another than before, or has a further part; one statement unless one was warned of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void kept(List<Fresh> readings) {
        Map<Hour, Boolean> resent = new HashMap<>();
        for (Fresh each : readings) {
            if (each.reading().cn() == HOUR
                    && each.device().isAtOutlet()
                    && (each.kept() == Kept.CHANGED || each.reading().part() > 0)) {
                resent.merge(
                        new Hour(each.device().id(), each.reading().dataTime()),
                        each.reading().resent(),
                        Boolean::logicalAnd);
            }
        }
        List<Told> told = resent.isEmpty() ? List.of() : warnings.of(resent.keySet());
        if (told.isEmpty()) {
            return;
        }
        Map<String, Permit> held = permits.hold(told.stream().map(Told::permit).collect(Collectors.toSet()));
        Map<Hour, List<KeptRecord>> read = new HashMap<>();
        for (Told each : told) {
            Permit permit = held.get(each.permit());
            List<KeptRecord> hour = read.computeIfAbsent(
                    each.at(),
                    at -> records.between(
                            at.device(), HOUR, at.hour(), at.hour().plusSeconds(1)));
            if (permit != null && !hour.isEmpty()) {
                KeptRecord record = hour.getFirst();
                Told found = each.found(mean(each, record), limit(each, permit), record.version());
                keep(each, found, permit, Reason.CHANGED_DATA, resent.getOrDefault(each.at(), false));
            }
        }
    }

    /** The permit's limits are others: the same hours, and what was measured in them, by the limits as they are now. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Permit permit) {
        for (Told each : warnings.ofPermit(permit.number())) {
            Told found = each.found(each.value(), limit(each, permit), each.recordVersion());
            keep(each, found, permit, Reason.LIMIT_CHANGED, false);
        }
    }

    /** The mean of the hour in the unit of the limit; null where it is flagged, missing, or nothing flowed. */
    private static @Nullable BigDecimal mean(Told told, KeptRecord record) {
        if (record.values().values().stream().anyMatch(WarnHours::saysThatNothingFlows)) {
            return null;
        }
        PollutantData sent = record.byPollutant().get(told.pollutant());
        Pollutant pollutant = Pollutants.of(told.pollutant());
        return sent == null || !sent.normal()
                ? null
                : sent.value(Measure.AVG).map(pollutant::inJudgedUnit).orElse(null);
    }

    private static Permit.@Nullable SetLimit limit(Told told, Permit permit) {
        Pollutant pollutant = Pollutants.of(told.pollutant());
        return permit.outlet(told.outlet())
                .flatMap(outlet -> outlet.limit(pollutant.code(), told.hour().toLocalDate()))
                .filter(set -> set.limit().unit().equals(pollutant.judgedUnit()))
                .orElse(null);
    }

    /**
     * Keeps what was found, and tells it where there is something to tell.
     *
     * @param resent it is no news to who is on duty: a record that is sent again raises no alarm
     */
    private void keep(Told before, Told found, Permit permit, Reason reason, boolean resent) {
        if (found.equals(before)) {
            return;
        }
        Instant now = clock.instant();
        boolean standsAgain = found.stands() && !before.stands();
        warnings.keep(found, reason, standsAgain && !resent, now);
        if (found.revision() != before.revision()) {
            outbox.append(fact(found, permit, reason, now));
            audit.record(
                    MONITORING,
                    found.stands() ? "warning.corrected" : "warning.withdrawn",
                    "warning/" + found.id(),
                    Map.of(
                            "revision",
                            found.revision(),
                            "reason",
                            reason.code(),
                            "recordVersion",
                            found.recordVersion()));
        }
    }

    private HourlyWarningCorrected fact(Told found, Permit permit, Reason reason, Instant at) {
        Pollutant pollutant = Pollutants.of(found.pollutant());
        return new HourlyWarningCorrected(
                found.id(),
                found.revision(),
                found.unit(),
                permit.unitName(),
                found.outlet(),
                permit.outlet(found.outlet()).map(Permit.Outlet::name).orElse(found.outlet()),
                pollutant.code(),
                pollutant.nameZh(),
                found.hour().atZone(clock.getZone()).toInstant(),
                found.stands(),
                found.value(),
                found.broken(),
                pollutant.judgedUnit(),
                found.multiple(),
                reason.code(),
                found.recordVersion(),
                permit.number(),
                found.limitSet(),
                found.mn(),
                at);
    }
}
