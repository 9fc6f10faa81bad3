package cn.bishui.monitoring.judgement;

import cn.bishui.hj212.Cn;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.Spans;
import cn.bishui.monitoring.judgement.DueDays.DeviceDay;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import cn.bishui.standards.effluent.EffectiveMean;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges days by the hours that a device sent of them: as soon as all 24 are there, else when the device was asked for the rest
 * in vain, else at a time of the next day.
 */
@Service
public class JudgeDueDays {

    private static final int HOUR = Integer.parseInt(Cn.HOUR);
    private static final int DAY = Integer.parseInt(Cn.DAY);
    private static final int HOURS_OF_DAY = 24;
    private static final int MOST = 100;

    private final DueDays due;
    private final Devices devices;
    private final Permits permits;
    private final Judgements judgements;
    private final KeptRecords records;
    private final Spans spans;
    private final JudgeDays judgeDays;
    private final JudgementSettings settings;
    private final Clock clock;
    private final Rules rules;

    JudgeDueDays(
            DueDays due,
            Devices devices,
            Permits permits,
            Judgements judgements,
            KeptRecords records,
            Spans spans,
            JudgeDays judgeDays,
            JudgementSettings settings,
            Clock clock,
            Rules rules) {
        this.due = due;
        this.devices = devices;
        this.permits = permits;
        this.judgements = judgements;
        this.records = records;
        this.spans = spans;
        this.judgeDays = judgeDays;
        this.settings = settings;
        this.clock = clock;
        this.rules = rules;
    }

    /** Days to look at now, at most a hundred. */
    public List<DeviceDay> due() {
        return due.due(clock.instant(), MOST);
    }

    /** Looks at one of them: judges it, or leaves it for later. */
    @Transactional
    public void judge(DeviceDay day) {
        Device device = devices.find(day.device()).orElseThrow();
        Place place = Place.of(device);
        Permit permit = permits.hold(Set.of(place.permit())).get(place.permit());
        judgements.hold(place.unit(), place.outlet());
        due.find(day).ifPresent(waiting -> look(waiting, place, permit));
    }

    /** Looks at a day later that could not be judged, so that it holds up no other. */
    @Transactional
    public void putOff(DeviceDay day) {
        due.find(day).ifPresent(waiting -> due.postpone(waiting, clock.instant().plus(settings.lookAgain())));
    }

    private void look(DueDays.Due waiting, Place place, @Nullable Permit permit) {
        LocalDate day = waiting.day().day();
        Instant now = clock.instant();
        List<KeptRecord> hours = between(waiting.day(), HOUR);
        Instant until = waitsUntil(waiting, hours, now);
        if (until != null) {
            due.postpone(waiting, until);
            return;
        }
        Map<String, DayMean> means = new TreeMap<>();
        Map<String, DayValue> own = own(waiting.day());
        boolean early = isEarly(waiting.day());
        own.forEach((code, value) -> means.put(code, early ? DayMean.early(value) : DayMean.of(value)));
        if (!hours.isEmpty()) {
            means.putAll(ofHours(waiting.day(), hours, own));
        }
        judgeDays.judge(place, day, means.values(), permit);
        due.done(waiting);
    }

    /** When to look at it again; null if it is to be judged now. */
    private @Nullable Instant waitsUntil(DueDays.Due waiting, List<KeptRecord> hours, Instant now) {
        LocalDate day = waiting.day().day();
        Instant end = Bench.endOf(day, clock.getZone());
        if (now.isBefore(end)) {
            return end;
        }
        Set<Integer> there = new HashSet<>();
        hours.forEach(hour -> there.add(hour.dataTime().getHour()));
        if (hours.isEmpty() || there.size() == HOURS_OF_DAY) {
            return null;
        }
        Instant grace =
                day.plusDays(1).atTime(settings.grace()).atZone(clock.getZone()).toInstant();
        Instant settled = waiting.changedAt().plus(settings.settle());
        if (now.isBefore(grace) && !due.askedInVain(waiting.day())) {
            Instant again = now.plus(settings.lookAgain());
            return again.isBefore(grace) ? again : grace;
        }
        return now.isBefore(settled) ? settled : null;
    }

    private List<KeptRecord> between(DeviceDay day, int cn) {
        return records.between(
                day.device(),
                cn,
                day.day().atStartOfDay(),
                day.day().plusDays(1).atStartOfDay());
    }

    /** What the device itself says about the day. */
    private Map<String, DayValue> own(DeviceDay day) {
        Map<String, DayValue> own = new HashMap<>();
        between(day, DAY)
                .forEach(record -> own.putAll(DayValue.of(record.values().values())));
        return own;
    }

    /** Whether the device said it before the day was over, and nothing since. */
    private boolean isEarly(DeviceDay day) {
        return between(day, DAY).stream()
                .anyMatch(record -> Bench.isEarly(day.day(), record.receivedAt(), clock.getZone()));
    }

    private Map<String, DayMean> ofHours(DeviceDay day, List<KeptRecord> hours, Map<String, DayValue> own) {
        SortedMap<Integer, KeptRecord> byHour = KeptRecord.byHour(hours);
        Set<String> codes = new TreeSet<>();
        byHour.values().forEach(record -> codes.addAll(record.byPollutant().keySet()));
        Map<String, DayMean> means = new TreeMap<>();
        for (String code : codes) {
            DayValue said = own.getOrDefault(code, new DayValue(code, null, null));
            Pollutants.find(code).ifPresent(pollutant -> means.put(code, mean(day, pollutant, byHour, said)));
        }
        return means;
    }

    private DayMean mean(DeviceDay day, Pollutant pollutant, SortedMap<Integer, KeptRecord> byHour, DayValue own) {
        List<EffectiveMean.Hour> hours =
                byHour.values().stream().map(record -> record.hour(pollutant)).toList();
        EffectiveMean made = EffectiveMean.of(
                pollutant, hours, spans.of(day.device(), pollutant.code(), day.day()), day.day(), rules);
        List<Working.Line> lines = made.lines().stream()
                .map(line -> line(line, byHour.get(line.hour())))
                .toList();
        return DayMean.of(made, own, new Working(lines, made.working()));
    }

    private static Working.Line line(EffectiveMean.Line line, @Nullable KeptRecord record) {
        return new Working.Line(
                line.hour(),
                line.value(),
                line.flag(),
                line.cubicMetres(),
                line.state().code(),
                record == null ? null : record.version(),
                record == null ? null : record.receivedAt(),
                null);
    }
}
