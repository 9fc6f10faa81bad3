package cn.bishui.monitoring.judgement;

import cn.bishui.hj212.Cn;
import cn.bishui.monitoring.judgement.DueDays.DeviceDay;
import cn.bishui.monitoring.judgement.Judgements.Latest;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.PermitWatch;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.monitoring.reading.Reading;
import cn.bishui.monitoring.reading.ReadingWatch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges days by the limits of the day. A device's own record of a day is judged as it comes, where the device sent no hours of
 * that day; a day with hours is noted as due ({@link JudgeDueDays}). What was judged is judged anew when a record or a limit
 * says something else.
 */
@Service
public class JudgeDays implements PermitWatch, ReadingWatch {

    private static final int HOUR = Integer.parseInt(Cn.HOUR);
    private static final int DAY = Integer.parseInt(Cn.DAY);

    private static final Comparator<DayRecord> ONE_ORDER = Comparator.comparing(
                    (DayRecord record) -> record.device().outlet().unit())
            .thenComparing(record -> record.device().outlet().outlet());

    private final Judgements judgements;
    private final DueDays due;
    private final Permits permits;
    private final TellExceedances tellExceedances;
    private final Clock clock;

    JudgeDays(Judgements judgements, DueDays due, Permits permits, TellExceedances tellExceedances, Clock clock) {
        this.judgements = judgements;
        this.due = due;
        this.permits = permits;
        this.tellExceedances = tellExceedances;
        this.clock = clock;
    }

    /** Takes hours and days; all other packets, which are nearly all, cost a look at their number. */
    @Override
    @Transactional
    public void kept(List<Fresh> readings) {
        List<DayRecord> days = new ArrayList<>();
        Map<DeviceDay, Instant> came = new TreeMap<>();
        for (Fresh each : readings) {
            Reading reading = each.reading();
            if (!each.device().isAtOutlet()) {
                continue;
            }
            if (reading.cn() == DAY) {
                days.add(new DayRecord(
                        each.device(),
                        reading.dataTime().toLocalDate(),
                        reading.receivedAt(),
                        reading.content().values()));
            } else if (reading.cn() == HOUR) {
                came.merge(
                        new DeviceDay(reading.device(), reading.dataTime().toLocalDate()),
                        reading.receivedAt(),
                        JudgeDays::later);
            }
        }
        if (!days.isEmpty()) {
            judgeOrNote(days, came);
        }
        if (!came.isEmpty()) {
            Instant now = clock.instant();
            due.note(came.entrySet().stream()
                    .map(each -> new DueDays.Mark(
                            each.getKey(),
                            later(now, Bench.endOf(each.getKey().day(), clock.getZone())),
                            each.getValue()))
                    .toList());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void judgeOrNote(List<DayRecord> days, Map<DeviceDay, Instant> came) {
        Set<DeviceDay> withHours =
                due.withHours(days.stream().map(DayRecord::deviceDay).collect(Collectors.toSet()));
        List<DayRecord> alone = new ArrayList<>();
        for (DayRecord each : days) {
            boolean early = Bench.isEarly(each.day(), each.receivedAt(), clock.getZone());
            if (early || withHours.contains(each.deviceDay())) {
                came.merge(each.deviceDay(), each.receivedAt(), JudgeDays::later);
            } else {
                alone.add(each);
            }
        }
        judge(alone);
    }

    /** In the order of the outlets, so that two do not wait for each other. */
    private void judge(List<DayRecord> records) {
        Map<String, Permit> held = permits.hold(records.stream()
                .map(record -> record.device().outlet().permit())
                .collect(Collectors.toSet()));
        records.stream().sorted(ONE_ORDER).forEach(record -> {
            Place place = Place.of(record.device());
            judgements.hold(place.unit(), place.outlet());
            judge(
                    place,
                    record.day(),
                    DayValue.of(record.values().values()).values().stream()
                            .map(DayMean::of)
                            .toList(),
                    held.get(place.permit()));
        });
    }

    /** Judges what is said about a day of a device whose outlet is held, as far as it was not judged before. */
    void judge(Place place, LocalDate day, Collection<DayMean> means, @Nullable Permit permit) {
        if (place.device() == null) {
            throw new IllegalArgumentException("no device measured at " + place);
        }
        Map<String, Latest> before = judgements.latest(place.device(), day);
        for (DayMean mean : means) {
            Latest latest = before.get(mean.pollutant());
            if (latest == null) {
                keep(place, day, mean, 1, Cause.FIRST, permit);
            } else if (!mean.comesToTheSameAs(latest.mean())) {
                keep(place, day, mean, latest.revision() + 1, cause(latest.mean(), mean), permit);
            } else if (!mean.own()
                    .sameAs(latest.mean().own().mean(), latest.mean().own().flag())) {
                judgements.noteOwn(place, day, mean.own());
            }
        }
    }

    private static Cause cause(DayMean before, DayMean now) {
        boolean changed = before.basis() == now.basis()
                && (now.basis() == Basis.DAY_RECORD || before.working().changedIn(now.working()));
        return changed ? Cause.CHANGED_DATA : Cause.LATE_DATA;
    }

    /** Judges what was judged by another limit, or by none. A limit that is gone leaves what was judged by it. */
    @Override
    @Transactional
    public void changed(Permit permit) {
        for (Judgements.Held held : judgements.ofPermit(permit.number())) {
            boolean other = Bench.limit(permit, held.outlet(), held.pollutant(), held.day())
                    .filter(set -> !held.judged()
                            || !DayMean.same(set.limit().min(), held.lower())
                            || !DayMean.same(set.limit().max(), held.upper()))
                    .isPresent();
            if (other) {
                judgements.hold(held.unit(), held.outlet());
                judgements.latest(held.unit(), held.outlet(), held.pollutant(), held.day()).stream()
                        .filter(latest -> Objects.equals(latest.place().device(), held.device()))
                        .forEach(latest -> judgeAnew(latest, permit));
            }
        }
    }

    private void judgeAnew(Latest latest, Permit permit) {
        Place place = latest.place();
        if (Bench.judge(latest.mean(), latest.day(), place.outlet(), permit) instanceof Finding.Judged) {
            keep(place, latest.day(), latest.mean(), latest.revision() + 1, Cause.LIMIT_CHANGED, permit);
        }
    }

    /** Keeps a finding about an outlet that is held, and tells what comes of it. */
    void keep(Place place, LocalDate day, DayMean mean, int revision, Cause cause, @Nullable Permit permit) {
        Finding finding = Bench.judge(mean, day, place.outlet(), permit);
        judgements.add(new DayJudgement(place, day, mean, revision, cause, finding, clock.instant()));
        if (permit != null && (revision > 1 || finding instanceof Finding.Judged)) {
            tellExceedances.tell(permit, place.outlet(), mean.pollutant(), day, cause);
        }
    }
}
