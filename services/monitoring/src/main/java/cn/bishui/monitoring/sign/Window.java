package cn.bishui.monitoring.sign;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a device sent lately and what is known about it, read once for all signs. Times are the device's local time, and
 * nothing is older than the day on which it was put in service.
 *
 * @param now by the centre's clock
 * @param interval of the device's real-time data
 * @param outlet its permit's outlet with the limits; null if the register has not told it
 * @param hours latest versions of the last 31 days (2061)
 * @param days latest versions of the last days (2031)
 * @param minutes latest versions of the last hours (2051)
 * @param realtime of the last hours (2011)
 * @param revised every version of records that came in several
 * @param uploads parameters, logs and states (3020)
 * @param instruments numbers of instruments (3019)
 * @param outages silences that ended or go on
 * @param calibrations what was flagged C near the changes of parameters, however long ago
 * @param flags how the real-time data of the last days are flagged, by pollutant; empty unless hours make it worth counting
 * @param samples what the authority's confirmed samples of the last 31 days say, in the order of time
 */
public record Window(
        LocalDateTime now,
        ZoneId zone,
        Duration interval,
        Permit.@Nullable Outlet outlet,
        List<KeptRecord> hours,
        List<KeptRecord> days,
        List<KeptRecord> minutes,
        List<KeptRecord> realtime,
        List<Revised> revised,
        List<Said> uploads,
        List<Said> instruments,
        List<Outage> outages,
        List<Calibration> calibrations,
        Map<String, FlagCount> flags,
        List<Sampled> samples) {

    /** Keeps copies. */
    public Window {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
        minutes = List.copyOf(minutes);
        realtime = List.copyOf(realtime);
        revised = List.copyOf(revised);
        uploads = List.copyOf(uploads);
        instruments = List.copyOf(instruments);
        outages = List.copyOf(outages);
        calibrations = List.copyOf(calibrations);
        flags = Map.copyOf(flags);
        samples = List.copyOf(samples);
    }

    /** Hour records. */
    public static final int HOUR = 2061;
    /** Day records. */
    public static final int DAY = 2031;
    /** Minute records. */
    public static final int MINUTES = 2051;
    /** Real-time values. */
    public static final int REALTIME = 2011;
    /** What a device says about itself. */
    public static final int PARAMETERS = 3020;
    /** Numbers of instruments. */
    public static final int INSTRUMENTS = 3019;

    /** A record that came in several versions, the first of them first. */
    public record Revised(int cn, List<KeptRecord> versions) {

        /** How long the period is. */
        Duration period() {
            return switch (cn) {
                case DAY -> Duration.ofDays(1);
                case HOUR -> Duration.ofHours(1);
                default -> Duration.ofMinutes(10);
            };
        }
    }

    /**
     * What a device said about itself.
     *
     * @param about pollutant whose instrument it is about; null if it did not say
     * @param values by code
     */
    public record Said(
            LocalDateTime at, Instant receivedAt, @Nullable String about, Map<String, String> values) {}

    /**
     * A time in which nothing came.
     *
     * @param others how many other devices fell silent at the same time
     */
    public record Outage(LocalDateTime since, int others) {}

    /**
     * A record of a pollutant that is flagged C.
     *
     * @param until end of its period, or its moment
     * @param code as sent
     */
    public record Calibration(LocalDateTime from, LocalDateTime until, String code) {}

    /** How many values there are, and how many of them are flagged C or M. */
    public record FlagCount(long values, long flagged) {}

    /**
     * What a laboratory found of a pollutant in a sample that was taken on site.
     *
     * @param sample its id
     * @param report number of the laboratory's report
     * @param confirmedAt when a second person confirmed it
     * @param reported as the report has it, with its unit
     * @param value in the pollutant's own unit; half the detection limit where it is below
     */
    public record Sampled(
            long sample,
            String report,
            LocalDateTime at,
            LocalDateTime confirmedAt,
            String pollutant,
            String reported,
            BigDecimal value) {}

    /**
     * A number that was measured.
     *
     * @param number in the unit in which limits are set
     * @param unitOfLastDigit what the last digit that was sent counts
     * @param flag as sent
     */
    public record Value(
            LocalDateTime at,
            double number,
            double unitOfLastDigit,
            @Nullable String flag) {

        boolean normal() {
            return "N".equals(flag);
        }
    }

    /** The pollutants in records, by code of 2017, without flow. */
    static List<Pollutant> pollutants(List<KeptRecord> records) {
        Set<String> codes = new HashSet<>();
        records.forEach(each -> codes.addAll(each.values().keySet()));
        Map<String, Pollutant> found = new TreeMap<>();
        codes.forEach(code -> Pollutants.find(code)
                .filter(known -> !known.code().equals(Pollutant.FLOW))
                .ifPresent(known -> found.put(known.code(), known)));
        return List.copyOf(found.values());
    }

    /** Those of them that are mass concentrations. */
    static List<Pollutant> concentrations(List<KeptRecord> records) {
        return pollutants(records).stream()
                .filter(each -> each.divisor() != null)
                .toList();
    }

    static @Nullable PollutantData of(KeptRecord kept, Pollutant pollutant) {
        PollutantData sent = kept.values().get(pollutant.code());
        return sent != null || pollutant.oldCode() == null
                ? sent
                : kept.values().get(pollutant.oldCode());
    }

    /** A measure of a pollutant in each record that has it, whatever its flag. */
    static List<Value> series(List<KeptRecord> records, Pollutant pollutant, Measure measure) {
        List<Value> values = new ArrayList<>(records.size());
        for (KeptRecord each : records) {
            PollutantData sent = of(each, pollutant);
            if (sent != null) {
                value(each.dataTime(), sent, pollutant, measure).ifPresent(values::add);
            }
        }
        return values;
    }

    static Optional<Value> value(LocalDateTime at, PollutantData sent, Pollutant pollutant, Measure measure) {
        return sent.value(measure).map(number -> {
            BigDecimal judged = pollutant.inJudgedUnit(number);
            return new Value(at, judged.doubleValue(), judged.ulp().doubleValue(), sent.flag());
        });
    }

    /** The hour means that count: flag N, and no hour of which it is known that nothing flowed. */
    List<Value> validHours(Pollutant pollutant) {
        Map<LocalDateTime, Double> flow = hourlyFlow();
        return series(hours, pollutant, Measure.AVG).stream()
                .filter(each -> each.normal() && flow.getOrDefault(each.at(), 1.0) > 0)
                .toList();
    }

    /** Mean flow by hour, in L/s; empty if none is measured. */
    Map<LocalDateTime, Double> hourlyFlow() {
        return flowOf(hours, Measure.AVG);
    }

    static Map<LocalDateTime, Double> flowOf(List<KeptRecord> records, Measure measure) {
        Map<LocalDateTime, Double> flow = new LinkedHashMap<>();
        for (Value each : series(records, Pollutants.of(Pollutant.FLOW), measure)) {
            flow.put(each.at(), each.number());
        }
        return flow;
    }

    /** The upper limit of a pollutant on a day. */
    Optional<Limit> upperLimit(Pollutant pollutant, LocalDate day) {
        return outlet == null
                ? Optional.empty()
                : outlet.limit(pollutant.code(), day)
                        .map(Permit.SetLimit::limit)
                        .filter(limit -> limit.max() != null && limit.unit().equals(pollutant.judgedUnit()));
    }

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** Those of a list from a moment on. */
    static List<Value> since(List<Value> values, LocalDateTime from) {
        return values.stream().filter(each -> !each.at().isBefore(from)).toList();
    }

    /** Those of a list before a moment. */
    static List<Value> before(List<Value> values, LocalDateTime until) {
        return values.stream().filter(each -> each.at().isBefore(until)).toList();
    }
}
