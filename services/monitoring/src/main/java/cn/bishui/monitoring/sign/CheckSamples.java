package cn.bishui.monitoring.sign;

import static cn.bishui.monitoring.sign.Statistics.percent;
import static cn.bishui.monitoring.sign.Statistics.quantity;

import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.sign.Window.Sampled;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Units;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * F19: a laboratory found something else in a sample taken on site than the device in that hour, by more than HJ 355 allows.
 *
 * <p>Hours are compared and not minutes: instruments for COD, nitrogen and phosphorus measure once in an hour or two, so that
 * minutes only say again what was measured before. What the hours beside it explain is no difference, and where one of them
 * is missing or flagged nothing is compared. Neither is a difference what lies between nothing and a detection limit that the
 * laboratory did not reach.
 *
 * <p>Each sample is seen on its own, at the moment at which it could first be compared: samples are confirmed days after, not
 * always in the order in which they were taken.
 */
final class CheckSamples {

    /** Under this name the figures have the id of the sample. */
    static final String SAMPLE = "sample";

    /** Half a unit of a digit that nobody prints: a difference that equals the tolerance keeps it. */
    private static final double ROUNDING = 1e-9;

    private static final String PERCENT = "%";
    private static final int MOST_OTHERS = 10;

    private CheckSamples() {}

    /** From one number to another, which are the same where it is one number. */
    private record Range(double low, double high) {

        boolean isOne() {
            return low == high;
        }

        String shown(Pollutant pollutant) {
            return isOne()
                    ? quantity(low, pollutant.judgedUnit())
                    : Statistics.shown(low) + "–" + quantity(high, pollutant.judgedUnit());
        }
    }

    /** How far a value may be off from a laboratory's value on. */
    private record Tier(double from, Rule rule) {

        boolean isRelative() {
            return rule.unit().equals(PERCENT);
        }

        double allowed(double laboratory) {
            double figure = rule.number().doubleValue();
            return isRelative() ? figure / 100 * laboratory : figure;
        }

        String shown(Pollutant pollutant) {
            double figure = rule.number().doubleValue();
            return "±" + (isRelative() ? percent(figure / 100) : quantity(figure, pollutant.judgedUnit()));
        }
    }

    /**
     * What the device said.
     *
     * @param beside so many hours before and after one may explain it
     * @param valid means that count
     * @param dry hours of which it is known that nothing flowed
     */
    private record Hours(
            int beside, Map<LocalDateTime, KeptRecord> kept, Map<LocalDateTime, Double> valid, Set<LocalDateTime> dry) {

        /** From the lowest to the highest of an hour and those beside it; null if one of them does not count. */
        @Nullable
        Range around(LocalDateTime hour) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int by = -beside; by <= beside; by++) {
                LocalDateTime at = hour.plusHours(by);
                Double mean = valid.get(at);
                if (mean != null) {
                    low = Math.min(low, mean);
                    high = Math.max(high, mean);
                } else if (!dry.contains(at)) {
                    return null;
                }
            }
            return new Range(low, high);
        }
    }

    /**
     * A sample and the hour in which it was taken.
     *
     * @param device mean of the hour
     * @param around the same with the hours beside it
     * @param laboratory the end of what the laboratory says that is nearest to the device
     * @param came when both were known
     */
    private record Compared(
            Sampled sample,
            LocalDateTime hour,
            double device,
            Range around,
            double laboratory,
            Tier tier,
            boolean isOutside,
            LocalDateTime came) {

        String difference(Pollutant pollutant) {
            double off = device - laboratory;
            String sign = off > 0 ? "+" : "";
            return sign
                    + (tier.isRelative() ? percent(off / laboratory) : quantity(off, pollutant.judgedUnit()))
                            .replace('-', '−');
        }

        String inAList(Pollutant pollutant) {
            return "%s %s %s / %s"
                    .formatted(
                            sample.report(),
                            Moments.shown(sample.at()),
                            sample.reported(),
                            quantity(device, pollutant.judgedUnit()));
        }
    }

    static List<Observation> look(Window window, Thresholds thresholds) {
        Map<String, List<Sampled>> byPollutant = window.samples().stream()
                .collect(Collectors.groupingBy(Sampled::pollutant, TreeMap::new, Collectors.toList()));
        List<Observation> found = new ArrayList<>();
        byPollutant.forEach((code, samples) -> {
            List<Tier> tiers = tiers(code, thresholds);
            if (!tiers.isEmpty()) {
                found.addAll(look(window, Pollutants.of(code), samples, tiers, thresholds.count("F19.beside")));
            }
        });
        return found;
    }

    /** The tolerances of a pollutant, {@code F19.w01018.30} being the one from 30 on; none if it is not compared. */
    private static List<Tier> tiers(String code, Thresholds thresholds) {
        String prefix = Sign.F19 + "." + code + ".";
        return thresholds.of(Sign.F19).stream()
                .filter(rule -> rule.id().startsWith(prefix))
                .map(rule -> new Tier(Double.parseDouble(rule.id().substring(prefix.length())), rule))
                .sorted(Comparator.comparingDouble(Tier::from))
                .toList();
    }

    private static List<Observation> look(
            Window window, Pollutant pollutant, List<Sampled> samples, List<Tier> tiers, int beside) {
        Hours hours = hours(window, pollutant, beside);
        List<Compared> compared = new ArrayList<>();
        for (Sampled each : samples) {
            compared(window, pollutant, each, tiers, hours).ifPresent(compared::add);
        }
        compared.sort(Comparator.comparing(Compared::came)
                .thenComparing(each -> each.sample().at()));
        return compared.stream()
                .filter(Compared::isOutside)
                .map(each -> observation(pollutant, each, compared, beside))
                .toList();
    }

    private static Hours hours(Window window, Pollutant pollutant, int beside) {
        Map<LocalDateTime, KeptRecord> kept = new HashMap<>();
        window.hours().forEach(each -> kept.putIfAbsent(hour(each.dataTime()), each));
        Map<LocalDateTime, Double> valid = new HashMap<>();
        window.validHours(pollutant).forEach(each -> valid.putIfAbsent(hour(each.at()), each.number()));
        Set<LocalDateTime> dry = window.hourlyFlow().entrySet().stream()
                .filter(each -> each.getValue() <= 0)
                .map(each -> hour(each.getKey()))
                .collect(Collectors.toSet());
        return new Hours(beside, kept, valid, dry);
    }

    private static LocalDateTime hour(LocalDateTime at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }

    private static Optional<Compared> compared(
            Window window, Pollutant pollutant, Sampled sample, List<Tier> tiers, Hours hours) {
        LocalDateTime hour = hour(sample.at());
        LocalDateTime over = hour.plusHours(1L + hours.beside());
        Double device = hours.valid().get(hour);
        KeptRecord record = hours.kept().get(hour);
        Range around = hours.around(hour);
        if (device == null || record == null || around == null || window.now().isBefore(over)) {
            return Optional.empty();
        }
        Range laboratory = laboratory(sample, pollutant);
        boolean isBelow = around.high() < laboratory.low();
        double nearest =
                isBelow ? laboratory.low() : Math.min(laboratory.high(), Math.max(around.low(), laboratory.low()));
        double off = isBelow ? nearest - around.high() : Math.max(0, around.low() - nearest);
        Tier tier = tiers.getFirst();
        for (Tier each : tiers) {
            tier = nearest >= each.from() ? each : tier;
        }
        // a record that was sent again was there before; what it says now is F16
        LocalDateTime received = record.version() == 1 ? window.local(record.receivedAt()) : over;
        return Optional.of(new Compared(
                sample,
                hour,
                device,
                around,
                nearest,
                tier,
                off > tier.allowed(nearest) + ROUNDING,
                later(sample.confirmedAt(), later(received, over))));
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    /** What may have been in the sample: below a detection limit anything from nothing on, above a range anything. */
    private static Range laboratory(Sampled sample, Pollutant pollutant) {
        double value = pollutant.inJudgedUnit(sample.value()).doubleValue();
        return switch (reported(sample, pollutant)) {
            case Measured.Below(var limit) -> new Range(0, limit == null ? 2 * value : limit.doubleValue());
            case Measured.Above _ -> new Range(value, Double.POSITIVE_INFINITY);
            case Measured.Value _, Measured.Words _ -> new Range(value, value);
            case null -> new Range(value, value);
        };
    }

    private static @Nullable Measured reported(Sampled sample, Pollutant pollutant) {
        try {
            return Units.read(sample.reported(), pollutant.judgedUnit());
        } catch (IllegalArgumentException printedOtherwise) {
            return null;
        }
    }

    private static Observation observation(Pollutant pollutant, Compared compared, List<Compared> all, int beside) {
        Sampled sample = compared.sample();
        String unit = pollutant.judgedUnit();
        String device = quantity(compared.device(), unit);
        String around = compared.around().shown(pollutant);
        String difference = compared.difference(pollutant);
        String tolerance = compared.tier().shown(pollutant);
        boolean alone = compared.around().isOne();
        List<Compared> outside = all.stream().filter(Compared::isOutside).toList();
        Map<String, String> numbers = new HashMap<>(Map.of(
                SAMPLE,
                String.valueOf(sample.sample()),
                "report",
                sample.report(),
                "sampled-at",
                Moments.shown(sample.at()),
                "laboratory",
                sample.reported(),
                "device",
                device,
                "difference",
                difference,
                "tolerance",
                tolerance + " (" + compared.tier().rule().basis().source() + ")",
                "compared",
                String.valueOf(all.size()),
                "outside",
                String.valueOf(outside.size())));
        if (!alone) {
            numbers.put("beside", around);
        }
        List<Compared> within = all.stream().filter(each -> !each.isOutside()).toList();
        if (outside.size() > 1) {
            numbers.put("others-outside", others(pollutant, compared, outside));
        }
        if (!within.isEmpty()) {
            numbers.put("others-within", others(pollutant, compared, within));
        }
        return new Observation(
                Sign.F19,
                pollutant.code(),
                compared.hour().minusHours(beside),
                compared.hour().plusHours(1L + beside),
                Set.of(Window.HOUR),
                compared.came(),
                compared.came(),
                numbers,
                "现场监测报告%s（%s采样）%s为%s，设备该小时均值%s%s，相差%s，超出HJ 355允许误差%s；单个样品只是线索，HJ 355要求至少3对数据"
                        .formatted(
                                sample.report(),
                                Moments.shown(sample.at()),
                                pollutant.nameZh(),
                                sample.reported(),
                                device,
                                alone ? "" : "（连同前后各%d小时为%s）".formatted(beside, around),
                                difference,
                                tolerance),
                "Report %s of a sample taken on site at %s: %s %s; the device's mean of that hour is %s%s, off by %s where HJ 355 allows %s. A single sample is a clue only: HJ 355 compares at least 3 pairs"
                        .formatted(
                                sample.report(),
                                Moments.shown(sample.at()),
                                pollutant.nameEn(),
                                sample.reported(),
                                device,
                                alone ? "" : " (%s with the %d h before and after)".formatted(around, beside),
                                difference,
                                tolerance));
    }

    /** The latest others, for whoever weighs this one. */
    private static String others(Pollutant pollutant, Compared compared, List<Compared> all) {
        return all.stream()
                .filter(each -> !each.equals(compared))
                .sorted(Comparator.comparing((Compared each) -> each.sample().at())
                        .reversed())
                .limit(MOST_OTHERS)
                .map(each -> each.inAList(pollutant))
                .collect(Collectors.joining("; "));
    }
}
