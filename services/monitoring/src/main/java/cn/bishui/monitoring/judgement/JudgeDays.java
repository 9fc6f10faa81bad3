package cn.bishui.monitoring.judgement;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.PermitWatch;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Pollutants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges day records by the limits of the day and tells each exceedance once. A record that is sent again with another
 * value is judged again; one that came before its limit is judged when the register tells the limit.
 */
@Service
public class JudgeDays implements PermitWatch {

    private static final Actor MONITORING = Actor.system("monitoring");

    private static final Comparator<DayRecord> ONE_ORDER = Comparator.comparing(
                    (DayRecord record) -> record.device().outlet().unit())
            .thenComparing(record -> record.device().outlet().outlet());

    private final Judgements judgements;
    private final Exceedances exceedances;
    private final Permits permits;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    JudgeDays(
            Judgements judgements,
            Exceedances exceedances,
            Permits permits,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.judgements = judgements;
        this.exceedances = exceedances;
        this.permits = permits;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Judges what the records say that was not said before; in the order of the outlets, so that two do not wait for each other. */
    @Transactional
    public void judge(List<DayRecord> records) {
        Map<String, Permit> held = permits.hold(records.stream()
                .map(record -> record.device().outlet().permit())
                .collect(Collectors.toSet()));
        records.stream()
                .sorted(ONE_ORDER)
                .forEach(record ->
                        judge(record, held.get(record.device().outlet().permit())));
    }

    private void judge(DayRecord record, @Nullable Permit permit) {
        Place place = Place.of(record.device());
        Map<String, Judgements.Latest> before = judgements.latest(place.device(), record.day());
        for (DayValue value : DayValue.of(record.values().values()).values()) {
            Judgements.Latest latest = before.get(value.pollutant());
            boolean newValue = latest == null
                    || !value.sameAs(latest.mean(), latest.flag())
                    || Finding.Reason.DAY_NOT_OVER.code().equals(latest.reason());
            if (newValue) {
                Finding finding =
                        Bench.judge(value, record.day(), place.outlet(), permit, record.receivedAt(), clock.getZone());
                keep(place, record.day(), value, latest == null ? 1 : latest.revision() + 1, finding, permit);
            }
        }
    }

    @Override
    @Transactional
    public void changed(Permit permit) {
        for (Judgements.Waiting waiting : judgements.withoutLimit(permit.number())) {
            Finding finding =
                    Bench.judge(waiting.value(), waiting.day(), waiting.place().outlet(), permit);
            if (finding instanceof Finding.Judged) {
                keep(waiting.place(), waiting.day(), waiting.value(), waiting.revision() + 1, finding, permit);
            }
        }
    }

    private void keep(
            Place place, LocalDate day, DayValue value, int revision, Finding finding, @Nullable Permit permit) {
        Instant now = clock.instant();
        DayJudgement judged = new DayJudgement(place, day, value, revision, finding, now);
        judgements.add(judged);
        if (finding instanceof Finding.Judged found && found.judgement().exceeds() && permit != null) {
            String id = judged.exceedanceId();
            if (exceedances.add(id, judged)) {
                outbox.append(fact(id, judged, found, permit));
                audit.record(
                        MONITORING,
                        "exceedance.found",
                        "exceedance/" + id,
                        Map.of("working", found.judgement().working(), "limitSet", found.limitSet(), "mn", place.mn()));
            }
        }
    }

    private static DailyLimitExceeded fact(String id, DayJudgement judged, Finding.Judged found, Permit permit) {
        Judgement judgement = found.judgement();
        Place place = judged.place();
        return new DailyLimitExceeded(
                id,
                place.unit(),
                permit.unitName(),
                place.outlet(),
                permit.outlet(place.outlet()).map(Permit.Outlet::name).orElse(place.outlet()),
                judged.value().pollutant(),
                Pollutants.of(judged.value().pollutant()).nameZh(),
                judged.day(),
                judgement.value(),
                Objects.requireNonNull(judgement.broken()),
                judgement.limit().min(),
                judgement.limit().max(),
                judgement.limit().unit(),
                judgement.multiple(),
                place.permit(),
                found.limitSet(),
                place.mn(),
                judged.judgedAt());
    }
}
