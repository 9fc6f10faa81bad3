package cn.bishui.monitoring.sign;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Calibration;
import cn.bishui.monitoring.sign.Window.FlagCount;
import cn.bishui.monitoring.sign.Window.Outage;
import cn.bishui.monitoring.sign.Window.Revised;
import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.monitoring.sign.Window.Sampled;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A plant that is made up and honest: noise that goes on from hour to hour, a rhythm of days and of weeks, a calibration every
 * day and maintenance every week, rain, nights without water at some, outages, records that come again, samples that the
 * authority takes and whose laboratory is off by some percent. Hours and days are what its
 * five-minute values give, so what is tampered with is the only thing that does not agree.
 */
class Plant {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDateTime BEGIN = LocalDateTime.of(2026, 10, 1, 0, 0);
    static final LocalDateTime END = BEGIN.plusDays(31);
    static final Duration INTERVAL = Duration.ofMinutes(5);
    static final Thresholds THRESHOLDS = new Thresholds(Rules.fraudSigns(), LocalDate.of(2026, 10, 20));

    private static final Map<String, Integer> DECIMALS = new LinkedHashMap<>();
    private static final String COD = "w01018";

    static {
        DECIMALS.put("w00000", 2);
        DECIMALS.put("w01001", 2);
        DECIMALS.put("w01010", 1);
        DECIMALS.put(COD, 1);
        DECIMALS.put("w21001", 2);
        DECIMALS.put("w21003", 2);
        DECIMALS.put("w21011", 2);
    }

    /** In one order, so that the same seed is the same plant in every run. */
    private static final Map<String, Double> LIMITS =
            new TreeMap<>(Map.of(COD, 50.0, "w21001", 15.0, "w21003", 5.0, "w21011", 0.5));

    /** Standard deviation of a laboratory, of the value. */
    private static final double LABORATORY = 0.03;

    private static final int PORTIONS = 5;

    private final long seed;
    private final Map<String, Double> level = new HashMap<>();
    private final Map<String, Double> noise = new HashMap<>();
    private final double daily;
    private final int peak;
    private final double weekly;
    private final boolean nightsOff;
    private final boolean cycles;
    private final int calibrationHour;
    private final int maintenanceDay;
    private final LocalDateTime rainFrom;
    private final int rainHours;
    final List<Outage> outages = new ArrayList<>();
    private final List<LocalDateTime> revisedHours = new ArrayList<>();

    // what an honest plant leaves as it is
    final List<Said> uploads = new ArrayList<>();
    final List<Said> instruments = new ArrayList<>();
    final List<Revised> revised = new ArrayList<>();
    final List<Sampled> samples = new ArrayList<>();
    private Change change = (_, _, value) -> value;
    private FlagOf flags = (_, _, flag) -> flag;
    private Change hourChange = (_, _, value) -> value;
    private SampleTime sampleTime = (_, cycle) -> cycle;
    private Duration clockAhead = Duration.ZERO;

    private final Map<LocalDateTime, KeptRecord> hourCache = new TreeMap<>();

    /** Another value than was measured. */
    interface Change {
        double of(String code, LocalDateTime at, double value);
    }

    /** Another flag. */
    interface FlagOf {
        String of(String code, LocalDateTime at, String flag);
    }

    /** Another moment at which a sample is said to be taken. */
    interface SampleTime {
        LocalDateTime of(LocalDateTime at, LocalDateTime cycle);
    }

    Plant(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        level.put("w00000", 10 + 190 * random.nextDouble());
        level.put("w01001", 6.8 + random.nextDouble());
        level.put("w01010", 12 + 8 * random.nextDouble());
        LIMITS.forEach((code, limit) -> level.put(code, limit * (0.25 + 0.5 * random.nextDouble())));
        // ammonia is part of nitrogen
        level.computeIfPresent("w21003", (_, value) -> Math.min(value, 0.5 * level.getOrDefault("w21001", 10.0)));
        LIMITS.keySet().forEach(code -> noise.put(code, 0.06 + 0.2 * random.nextDouble()));
        noise.put("w00000", 0.05 + 0.1 * random.nextDouble());
        noise.put("w01001", 0.015);
        noise.put("w01010", 0.03);
        daily = 0.4 * random.nextDouble();
        peak = random.nextInt(24);
        weekly = 0.15 * random.nextDouble();
        nightsOff = random.nextInt(5) == 0;
        cycles = random.nextInt(3) == 0;
        calibrationHour = random.nextInt(24);
        maintenanceDay = 1 + random.nextInt(7);
        rainFrom = BEGIN.plusHours(random.nextInt(700));
        rainHours = 6 + random.nextInt(12);
        for (int i = random.nextInt(8); i > 0; i--) {
            outages.add(new Outage(BEGIN.plusMinutes(random.nextInt(31 * 24 * 60)), random.nextInt(2)));
        }
        outages.sort((one, other) -> one.since().compareTo(other.since()));
        for (int i = random.nextInt(4); i > 0; i--) {
            revisedHours.add(BEGIN.plusHours(random.nextInt(700)));
        }
        for (int number = 2 + random.nextInt(3); number > 0; number--) {
            sample(number, random);
        }
        samples.sort((one, other) -> one.at().compareTo(other.at()));
    }

    /** One of all pollutants with a limit and of pH, of portions that are taken in twenty minutes. */
    private void sample(int number, Random random) {
        LocalDateTime at = BEGIN.plusMinutes(random.nextInt(31 * 24 * 60));
        LocalDateTime confirmed = at.plusHours(30 + random.nextInt(90));
        for (String code : LIMITS.keySet()) {
            double found = mixed(code, at) * (1 + LABORATORY * random.nextGaussian());
            samples.add(sampled("JC-" + number, at, confirmed, code, rounded(code, found) + " mg/L"));
        }
        double found = mixed("w01001", at) + 0.1 * random.nextGaussian();
        samples.add(sampled(
                "JC-" + number,
                at,
                confirmed,
                "w01001",
                rounded("w01001", found).toString()));
    }

    private double mixed(String code, LocalDateTime at) {
        double sum = 0;
        for (int portion = 0; portion < PORTIONS; portion++) {
            sum += measured(code, at.plus(INTERVAL.multipliedBy(portion)));
        }
        return sum / PORTIONS;
    }

    /** What a report says of a sample, such as {@code 0.05L mg/L}. */
    static Sampled sampled(String report, LocalDateTime at, LocalDateTime confirmed, String code, String reported) {
        String number = reported.replaceFirst("L? .*", "").replaceFirst(">", "");
        BigDecimal value = new BigDecimal(number);
        return new Sampled(
                report.hashCode(),
                report,
                at,
                confirmed,
                code,
                reported,
                reported.contains("L ") ? value.divide(BigDecimal.TWO) : value);
    }

    Plant changed(Change to) {
        change = to;
        return this;
    }

    Plant flagged(FlagOf to) {
        flags = to;
        return this;
    }

    /** Hours that do not say what their values do. */
    Plant uploading(Change to) {
        hourChange = to;
        return this;
    }

    Plant sampledAt(SampleTime to) {
        sampleTime = to;
        return this;
    }

    Plant clockAheadBy(Duration ahead) {
        clockAhead = ahead;
        return this;
    }

    /** An instrument that measures in cycles of an hour and says when. */
    boolean cycles() {
        return cycles;
    }

    static double limit(String code) {
        return LIMITS.getOrDefault(code, 0.0);
    }

    /** What is measured at a moment, before anybody lays a hand on it. */
    double measured(String code, LocalDateTime at) {
        LocalDateTime moment = cycles && LIMITS.containsKey(code) ? at.truncatedTo(ChronoUnit.HOURS) : at;
        double hour = moment.getHour() + moment.getMinute() / 60.0;
        long step = Math.floorDiv(moment.toEpochSecond(ZoneOffset.UTC), 3600);
        double within = moment.getMinute() / 60.0;
        double slow = 0;
        for (int scale : new int[] {1, 4, 16}) {
            long block = Math.floorDiv(step, scale);
            double share = (Math.floorMod(step, scale) + within) / scale;
            slow += ((1 - share) * gauss(code, block * 31 + scale) + share * gauss(code, (block + 1) * 31 + scale))
                    / Math.sqrt(3);
        }
        double rhythm = Math.cos(2 * Math.PI * (hour - peak) / 24);
        double week = moment.getDayOfWeek().getValue() >= 6 ? -weekly : 0;
        double fine = 0.2 * gauss(code, moment.toEpochSecond(ZoneOffset.UTC));
        double spread = noise.getOrDefault(code, 0.1);
        double amplitude = code.equals("w01001") || code.equals("w01010") ? daily / 20 : daily;
        double value = level.getOrDefault(code, 1.0)
                * (1 + amplitude * rhythm + (amplitude == daily ? week : 0))
                * Math.exp(spread * (slow + fine));
        return raining(moment) ? value * rain(code) : nightFactor(code, moment, value);
    }

    private double nightFactor(String code, LocalDateTime at, double value) {
        return nightsOff && code.equals("w00000") && (at.getHour() >= 22 || at.getHour() < 5) ? 0 : value;
    }

    private boolean raining(LocalDateTime at) {
        return !at.isBefore(rainFrom) && at.isBefore(rainFrom.plusHours(rainHours));
    }

    private double rain(String code) {
        return switch (code) {
            case "w00000" -> 1.9;
            case "w01010" -> 0.85;
            case "w01001" -> 1;
            default -> 0.55 + 0.4 * Math.abs(gauss(code, 7) % 1);
        };
    }

    private double gauss(String code, long step) {
        long bits = mix(seed * 0x9E3779B97F4A7C15L ^ mix(code.hashCode() * 31L + step));
        double one = ((bits >>> 40) + 1) * 0x1.0p-24;
        double two = ((bits & 0xFFFFFF) + 1) * 0x1.0p-24;
        return Math.clamp(Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * two), -3, 3);
    }

    private static long mix(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }

    private double sent(String code, LocalDateTime at) {
        return change.of(code, at, measured(code, at));
    }

    /** Flag of a five-minute value. */
    private String flag(String code, LocalDateTime at) {
        if (code.equals("w00000") || code.equals("w01010")) {
            return flags.of(code, at, "N");
        }
        boolean calibrated = at.getHour() == calibrationHour && at.getMinute() < 20;
        boolean maintained = at.getDayOfWeek().getValue() == maintenanceDay && at.getHour() == 10;
        return flags.of(code, at, calibrated ? "C" : maintained ? "M" : "N");
    }

    private String hourFlag(String code, LocalDateTime hour) {
        for (int minute = 0; minute < 60; minute += 5) {
            String flag = flag(code, hour.plusMinutes(minute));
            if (!flag.equals("N")) {
                return flag;
            }
        }
        return "N";
    }

    private static BigDecimal rounded(String code, double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS.getOrDefault(code, 2), RoundingMode.HALF_EVEN);
    }

    private static Instant received(LocalDateTime at) {
        return at.plusSeconds(3).atZone(ZONE).toInstant();
    }

    private KeptRecord hour(LocalDateTime hour) {
        return hourCache.computeIfAbsent(hour, _ -> {
            Map<String, PollutantData> values = new HashMap<>();
            double[] flows = new double[12];
            for (int i = 0; i < flows.length; i++) {
                flows[i] = sent("w00000", hour.plusMinutes(5L * i));
            }
            for (String code : DECIMALS.keySet()) {
                double sum = 0;
                double weights = 0;
                double water = 0;
                for (int i = 0; i < flows.length; i++) {
                    LocalDateTime at = hour.plusMinutes(5L * i);
                    double flow = flows[i];
                    double weight = code.equals("w00000") ? 1 : Math.max(flow, 1e-6);
                    sum += weight * (code.equals("w00000") ? flow : sent(code, at));
                    weights += weight;
                    water += flow * 300 / 1000;
                }
                PollutantData.Builder data = PollutantData.builder(code)
                        .value(Measure.AVG, rounded(code, hourChange.of(code, hour, sum / weights)))
                        .flag(hourFlag(code, hour));
                if (code.equals("w00000")) {
                    data.value(Measure.COU, rounded(code, water));
                }
                values.put(code, data.build());
            }
            return new KeptRecord(hour, received(hour.plusHours(1)), 1, values);
        });
    }

    private KeptRecord day(LocalDateTime day) {
        Map<String, PollutantData> values = new HashMap<>();
        for (String code : LIMITS.keySet()) {
            double sum = 0;
            double weights = 0;
            boolean normal = true;
            for (int i = 0; i < 24; i++) {
                KeptRecord hour = hour(day.plusHours(i));
                double weight = number(hour, "w00000") + 1e-6;
                sum += weight * number(hour, code);
                weights += weight;
                normal &= hour.values().get(code).normal();
            }
            values.put(
                    code,
                    PollutantData.builder(code)
                            .value(Measure.AVG, rounded(code, hourChange.of("day " + code, day, sum / weights)))
                            .flag(normal ? "N" : "M")
                            .build());
        }
        return new KeptRecord(day, received(day.plusDays(1)), 1, values);
    }

    private static double number(KeptRecord record, String code) {
        return record.values().get(code).value(Measure.AVG).orElseThrow().doubleValue();
    }

    private KeptRecord moment(LocalDateTime at) {
        Map<String, PollutantData> values = new HashMap<>();
        for (String code : DECIMALS.keySet()) {
            PollutantData.Builder data = PollutantData.builder(code)
                    .value(Measure.RTD, rounded(code, sent(code, at)))
                    .flag(flag(code, at));
            if (cycles && LIMITS.containsKey(code)) {
                data.sampleTime(sampleTime.of(at, at.truncatedTo(ChronoUnit.HOURS)));
            }
            values.put(code, data.build());
        }
        return new KeptRecord(at.plus(clockAhead), received(at), 1, values);
    }

    /** What is known of it at a moment. */
    Window window(LocalDateTime now) {
        List<KeptRecord> hours = new ArrayList<>();
        for (LocalDateTime hour = later(BEGIN, now.minusDays(31)).truncatedTo(ChronoUnit.HOURS);
                !hour.plusHours(1).isAfter(now);
                hour = hour.plusHours(1)) {
            hours.add(hour(hour));
        }
        List<KeptRecord> days = new ArrayList<>();
        for (LocalDateTime day = later(BEGIN, now.toLocalDate().atStartOfDay().minusDays(4));
                !day.plusDays(1).isAfter(now);
                day = day.plusDays(1)) {
            days.add(day(day));
        }
        List<KeptRecord> realtime = new ArrayList<>();
        for (LocalDateTime at = later(BEGIN, now.minusHours(6)); at.isBefore(now); at = at.plus(INTERVAL)) {
            realtime.add(moment(at));
        }
        LocalDateTime week = later(BEGIN, now.minusDays(7));
        Map<String, FlagCount> counted =
                Flags.worthCounting(hours, week, THRESHOLDS) ? countedFlags(week, now) : Map.of();
        List<Revised> again = new ArrayList<>(revised);
        for (LocalDateTime hour : revisedHours) {
            if (hour.plusHours(2).isBefore(now)) {
                again.add(sentAgain(hour));
            }
        }
        return new Window(
                now,
                ZONE,
                INTERVAL,
                outlet(),
                hours,
                days,
                List.of(),
                realtime,
                again,
                uploads.stream().filter(each -> each.at().isBefore(now)).toList(),
                instruments.stream().filter(each -> each.at().isBefore(now)).toList(),
                outages.stream().filter(each -> each.since().isBefore(now)).toList(),
                calibrations(now),
                counted,
                samples.stream()
                        .filter(each -> !each.at().isBefore(now.minusDays(31))
                                && each.confirmedAt().isBefore(now))
                        .toList());
    }

    /** What is flagged C within two hours of a change of parameters. */
    private List<Calibration> calibrations(LocalDateTime now) {
        List<Calibration> found = new ArrayList<>();
        List<Said> told =
                uploads.stream().filter(each -> each.at().isBefore(now)).toList();
        for (Parameters.Change each : Parameters.changes(told)) {
            for (LocalDateTime at = each.at().minusHours(2).truncatedTo(ChronoUnit.HOURS);
                    at.isBefore(now) && !at.isAfter(each.at().plusHours(2));
                    at = at.plusMinutes(5)) {
                for (String code : DECIMALS.keySet()) {
                    if (flag(code, at).equals("C")) {
                        found.add(new Calibration(at, at, code));
                    }
                }
            }
        }
        return found;
    }

    /** An hour that came with one pollutant less at first. */
    private Revised sentAgain(LocalDateTime at) {
        KeptRecord whole = hour(at);
        Map<String, PollutantData> fewer = new HashMap<>(whole.values());
        fewer.remove("w21011");
        return new Revised(
                Window.HOUR,
                List.of(
                        new KeptRecord(at, whole.receivedAt(), 1, fewer),
                        new KeptRecord(at, whole.receivedAt().plusSeconds(60), 2, whole.values())));
    }

    /** An hour that came again with another COD. */
    static Revised changed(KeptRecord first, String code, String again, String flag) {
        Map<String, PollutantData> values = new HashMap<>(first.values());
        values.put(
                code,
                PollutantData.builder(code).value(Measure.AVG, again).flag(flag).build());
        return new Revised(
                Window.HOUR,
                List.of(
                        first,
                        new KeptRecord(first.dataTime(), first.receivedAt().plusSeconds(7200), 2, values)));
    }

    private Map<String, FlagCount> countedFlags(LocalDateTime from, LocalDateTime until) {
        Map<String, FlagCount> counts = new HashMap<>();
        for (LocalDateTime at = from; at.isBefore(until); at = at.plus(INTERVAL)) {
            for (String code : DECIMALS.keySet()) {
                long flagged = Flags.serviced(flag(code, at)) ? 1 : 0;
                counts.merge(
                        code,
                        new FlagCount(1, flagged),
                        (one, other) -> new FlagCount(one.values() + 1, one.flagged() + other.flagged()));
            }
        }
        return counts;
    }

    private static Permit.Outlet outlet() {
        List<Permit.SetLimit> limits = LIMITS.entrySet().stream()
                .map(each -> new Permit.SetLimit(
                        new Limit(
                                each.getKey(),
                                null,
                                BigDecimal.valueOf(each.getValue()),
                                Pollutants.of(each.getKey()).judgedUnit(),
                                LocalDate.of(2026, 1, 1),
                                null,
                                "permit 1"),
                        "1"))
                .toList();
        return new Permit.Outlet("DW001", "总排口", limits);
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is seen of a sign at a moment. */
    List<Observation> look(Sign sign, LocalDateTime now) {
        return sign.look(window(now), THRESHOLDS);
    }
}
