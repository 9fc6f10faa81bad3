package cn.bishui.monitoring.sign;

import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What devices say about their instruments: F06, F20. */
final class Parameters {

    private static final Map<String, String> WATCHED = new LinkedHashMap<>();

    static {
        WATCHED.put("i13001", "量程");
        WATCHED.put("i13007", "截距");
        WATCHED.put("i13008", "斜率");
    }

    private static final Map<String, String> ENGLISH =
            Map.of("i13001", "range", "i13007", "intercept", "i13008", "slope");
    private static final String CALIBRATED_AT = "i13006";

    /** More are no accident: the latest say as much. */
    private static final int MOST_CHANGES = 50;

    private Parameters() {}

    /**
     * A value that is another than before.
     *
     * @param about pollutant whose instrument it is about; null if the device did not say
     * @param since when the one before was told
     */
    record Change(
            @Nullable String about,
            String parameter,
            LocalDateTime since,
            LocalDateTime at,
            String before,
            String after) {}

    /** The latest changes of parameters that matter, in the order of time. */
    static List<Change> changes(List<Said> uploads) {
        List<Change> changes = new ArrayList<>();
        Map<String, Said> last = new LinkedHashMap<>();
        for (Said each : uploads) {
            for (String parameter : WATCHED.keySet()) {
                String value = each.values().get(parameter);
                Said earlier = value == null ? null : last.put(each.about() + "/" + parameter, each);
                String before = earlier == null ? null : earlier.values().get(parameter);
                if (value != null && earlier != null && before != null && !same(before, value)) {
                    changes.add(new Change(each.about(), parameter, earlier.at(), each.at(), before, value));
                }
            }
        }
        return changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size());
    }

    static List<Observation> changed(Window window, Thresholds thresholds) {
        Duration near = Duration.ofHours(thresholds.count("F06.hours"));
        Map<String, List<Change>> byPollutant = new LinkedHashMap<>();
        for (Change each : changes(window.uploads())) {
            if (!calibrated(window, each, near)) {
                byPollutant
                        .computeIfAbsent(each.about() == null ? "" : each.about(), _ -> new ArrayList<>())
                        .add(each);
            }
        }
        return byPollutant.entrySet().stream()
                .map(each -> observation(each.getKey(), each.getValue()))
                .toList();
    }

    private static Observation observation(String about, List<Change> changes) {
        Optional<Pollutant> pollutant = Pollutants.find(about);
        Change latest = changes.getLast();
        Map<String, String> numbers = new LinkedHashMap<>();
        changes.forEach(each -> numbers.put(each.parameter() + " " + each.at(), each.before() + " → " + each.after()));
        LocalDateTime from = changes.stream()
                .map(Change::since)
                .min(LocalDateTime::compareTo)
                .orElseThrow();
        return Observation.of(
                        Sign.F06,
                        pollutant.map(Pollutant::code).orElse(null),
                        from,
                        latest.at().plusSeconds(1),
                        Set.of(Window.PARAMETERS, Window.HOUR),
                        numbers,
                        "%s的%s于%s由%s改为%s，前后没有校准标记"
                                .formatted(
                                        pollutant.map(Pollutant::nameZh).orElse("设备"),
                                        WATCHED.get(latest.parameter()),
                                        Moments.shown(latest.at()),
                                        latest.before(),
                                        latest.after()),
                        "The %s of %s was changed at %s from %s to %s, with no calibration marked around it"
                                .formatted(
                                        ENGLISH.get(latest.parameter()),
                                        pollutant.map(Pollutant::nameEn).orElse("the device"),
                                        Moments.shown(latest.at()),
                                        latest.before(),
                                        latest.after()))
                .beginning(latest.at());
    }

    /** 1.0 and 1.00 are the same. */
    private static boolean same(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException words) {
            return one.equals(other);
        }
    }

    /** Whether the device marks a calibration at about that time: of the pollutant, or of any where it does not say of which. */
    private static boolean calibrated(Window window, Change change, Duration near) {
        LocalDateTime from = change.at().minus(near);
        LocalDateTime to = change.at().plus(near);
        boolean said = window.uploads().stream()
                .filter(each -> each.values().containsKey(CALIBRATED_AT)
                        && (each.about() == null || isOf(each.about(), change.about())))
                .anyMatch(each -> !each.at().isBefore(from) && !each.at().isAfter(to));
        return said
                || window.calibrations().stream()
                        .filter(each -> isOf(each.code(), change.about()))
                        .anyMatch(each ->
                                !each.until().isBefore(from) && !each.from().isAfter(to));
    }

    /** Whether a code means the pollutant, in either form; every one does where it is not known of which it is. */
    private static boolean isOf(String code, @Nullable String about) {
        return about == null
                || code.equals(about)
                || (Pollutants.find(code).isPresent() && Pollutants.find(code).equals(Pollutants.find(about)));
    }

    static List<Observation> replaced(Window window, Thresholds thresholds) {
        Map<String, Change> latest = new LinkedHashMap<>();
        Map<String, Said> last = new LinkedHashMap<>();
        for (Said each : window.instruments()) {
            each.values().forEach((code, number) -> {
                Said before = last.put(code, each);
                String known = before == null ? null : before.values().get(code);
                if (before != null && known != null && !known.equalsIgnoreCase(number)) {
                    latest.put(code, new Change(code, code, before.at(), each.at(), known, number));
                }
            });
        }
        return latest.values().stream()
                .map(change -> {
                    Optional<Pollutant> pollutant = Pollutants.find(change.parameter());
                    return Observation.of(
                                    Sign.F20,
                                    pollutant.map(Pollutant::code).orElse(null),
                                    change.since(),
                                    change.at().plusSeconds(1),
                                    Set.of(Window.INSTRUMENTS),
                                    Map.of("before", change.before(), "after", change.after()),
                                    "%s仪器编号于%s由%s变为%s"
                                            .formatted(
                                                    pollutant
                                                            .map(Pollutant::nameZh)
                                                            .orElse(change.parameter()),
                                                    Moments.shown(change.at()),
                                                    change.before(),
                                                    change.after()),
                                    "The instrument of %s has another number since %s: %s instead of %s"
                                            .formatted(
                                                    pollutant
                                                            .map(Pollutant::nameEn)
                                                            .orElse(change.parameter()),
                                                    Moments.shown(change.at()),
                                                    change.after(),
                                                    change.before()))
                            .beginning(change.at());
                })
                .toList();
    }
}
