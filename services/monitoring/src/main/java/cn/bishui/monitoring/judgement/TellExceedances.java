package cn.bishui.monitoring.judgement;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.judgement.Judgements.Latest;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells an exceedance once, and corrects what was told when it is found otherwise: it no longer stands, stands again, or
 * stands with other figures.
 */
@Service
public class TellExceedances {

    private static final Actor MONITORING = Actor.system("monitoring");

    private final Judgements judgements;
    private final Exceedances exceedances;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    TellExceedances(Judgements judgements, Exceedances exceedances, Outbox outbox, AuditLog audit, Clock clock) {
        this.judgements = judgements;
        this.exceedances = exceedances;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at what was found about a day of an outlet that is held, and tells what was not told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Permit permit, String outlet, String pollutant, LocalDate day, Cause cause) {
        String id = Exceedances.id(permit.unit(), outlet, pollutant, day);
        Optional<Exceedances.Told> told = exceedances.find(id);
        Latest decisive = decisive(
                judgements.latest(permit.unit(), outlet, pollutant, day),
                told.map(Exceedances.Told::device).orElse(null));
        Instant now = clock.instant();
        if (decisive == null) {
            return;
        }
        if (told.isEmpty()) {
            if (decisive.exceeds()) {
                exceedances.add(id, decisive, now);
                outbox.append(exceeded(id, decisive, permit, now));
                note("exceedance.found", id, decisive, Map.of());
            }
        } else if (!told.get().says(decisive)) {
            Exceedances.Told corrected = told.get().corrected(decisive.exceeds());
            exceedances.correct(corrected, decisive, cause, now);
            outbox.append(corrected(corrected, decisive, permit, cause, now));
            note(
                    "exceedance.corrected",
                    id,
                    decisive,
                    Map.of("stands", corrected.stands(), "cause", cause.code(), "correction", corrected.corrections()));
        }
    }

    /**
     * Which finding decides: a sample taken on site; else of the devices one that found it over the limit, that which was told
     * first of all; else any.
     */
    static @Nullable Latest decisive(List<Latest> found, @Nullable Integer toldDevice) {
        return found.stream()
                .max((one, other) -> Integer.compare(weight(one, toldDevice), weight(other, toldDevice)))
                .orElse(null);
    }

    private static int weight(Latest found, @Nullable Integer toldDevice) {
        if (found.mean().basis() == Basis.ON_SITE_SAMPLE) {
            return found.judged() ? 16 : -1;
        }
        return (found.exceeds() ? 8 : 0)
                + (found.place().device() != null && found.place().device().equals(toldDevice) ? 2 : 0)
                + (found.judged() ? 1 : 0);
    }

    private void note(String action, String id, Latest by, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("basis", by.mean().basis().code());
        details.put("revision", by.revision());
        if (by.value() != null && by.limitSet() != null) {
            details.put("value", by.value().toPlainString());
            details.put("limitSet", by.limitSet());
        }
        if (by.place().mn() != null) {
            details.put("mn", by.place().mn());
        }
        audit.record(MONITORING, action, "exceedance/" + id, details);
    }

    private static DailyLimitExceeded exceeded(String id, Latest found, Permit permit, Instant at) {
        return new DailyLimitExceeded(
                id,
                permit.unit(),
                permit.unitName(),
                found.place().outlet(),
                outletName(permit, found.place().outlet()),
                found.mean().pollutant(),
                Pollutants.of(found.mean().pollutant()).nameZh(),
                found.day(),
                Objects.requireNonNull(found.value()),
                Objects.requireNonNull(found.broken()),
                found.lower(),
                found.upper(),
                Objects.requireNonNull(found.unitOfMeasure()),
                found.multiple(),
                permit.number(),
                Objects.requireNonNull(found.limitSet()),
                found.place().mn(),
                at);
    }

    private static DailyLimitCorrected corrected(
            Exceedances.Told told, Latest found, Permit permit, Cause cause, Instant at) {
        Pollutant pollutant = Pollutants.of(found.mean().pollutant());
        return new DailyLimitCorrected(
                told.id(),
                told.corrections(),
                permit.unit(),
                permit.unitName(),
                found.place().outlet(),
                outletName(permit, found.place().outlet()),
                pollutant.code(),
                pollutant.nameZh(),
                found.day(),
                told.stands(),
                found.value(),
                found.broken(),
                found.lower(),
                found.upper(),
                found.unitOfMeasure() == null ? pollutant.judgedUnit() : found.unitOfMeasure(),
                found.multiple(),
                cause.code(),
                permit.number(),
                found.limitSet(),
                found.place().mn(),
                at);
    }

    private static String outletName(Permit permit, String outlet) {
        return permit.outlet(outlet).map(Permit.Outlet::name).orElse(outlet);
    }
}
