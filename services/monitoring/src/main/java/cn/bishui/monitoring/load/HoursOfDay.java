package cn.bishui.monitoring.load;

import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import cn.bishui.standards.effluent.EffectiveMean;
import cn.bishui.standards.load.HourlyDischarge;
import cn.bishui.standards.load.Load;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The hours of a day at an outlet, as its devices sent them: of several devices the first with a valid value counts. What is valid
 * for judging is valid here, and nothing else.
 */
final class HoursOfDay {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String LOAD_UNIT = "mg/L";

    /** Not discharged, though in mg/L. */
    private static final Set<String> NO_LOAD = Set.of(Pollutant.DISSOLVED_OXYGEN);

    /** That its water is not known says nothing against a value. */
    private static final Set<EffectiveMean.State> VALID =
            Set.of(EffectiveMean.State.VALID, EffectiveMean.State.WITHOUT_FLOW);

    private final LocalDate day;
    private final Rules rules;
    private final List<Sent> devices = new ArrayList<>();

    HoursOfDay(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
    }

    /** What one device sent, and what it can measure. */
    private record Sent(SortedMap<Integer, KeptRecord> hours, Function<String, EffectiveMean.Span> spans) {}

    /**
     * Adds what one device sent.
     *
     * @param spans what it can measure, by code
     */
    void add(List<KeptRecord> records, Function<String, EffectiveMean.Span> spans) {
        devices.add(new Sent(KeptRecord.byHour(records), spans));
    }

    /** The pollutants that have a load: those that are sent as a mass in water. */
    Set<String> pollutants() {
        Set<String> found = new TreeSet<>();
        devices.forEach(sent -> sent.hours()
                .values()
                .forEach(each -> each.byPollutant().keySet().stream()
                        .filter(HoursOfDay::isCarried)
                        .forEach(found::add)));
        return found;
    }

    /** Whether it is discharged with the water. */
    static boolean isCarried(String code) {
        return !NO_LOAD.contains(code)
                && Pollutants.find(code)
                        .filter(each -> each.judgedUnit().equals(LOAD_UNIT))
                        .isPresent();
    }

    /**
     * The hours of a pollutant that are there.
     *
     * @param substituted by hour, in mg/L: in the place of values that are missing or not valid
     * @param substitutedFlow by hour, in L/s: likewise
     */
    List<HourlyDischarge> of(
            String pollutant, Map<Integer, BigDecimal> substituted, Map<Integer, BigDecimal> substitutedFlow) {
        Pollutant what = Pollutants.of(pollutant);
        List<List<EffectiveMean.Line>> lines =
                devices.stream().map(sent -> lines(sent, what)).toList();
        Set<Integer> all = new TreeSet<>(substituted.keySet());
        all.addAll(substitutedFlow.keySet());
        devices.forEach(sent -> all.addAll(sent.hours().keySet()));
        List<HourlyDischarge> found = new ArrayList<>();
        for (int hour : all) {
            Optional<BigDecimal> measured = lines.stream()
                    .map(each -> each.get(hour))
                    .filter(line -> VALID.contains(line.state()))
                    .flatMap(line -> Optional.ofNullable(line.value()).stream())
                    .findFirst()
                    .map(value -> what.inJudgedUnit(value.max(BigDecimal.ZERO)));
            Optional<BigDecimal> water = lines.stream()
                    .flatMap(each -> Optional.ofNullable(each.get(hour).cubicMetres()).stream())
                    .findFirst()
                    .or(() -> Optional.ofNullable(substitutedFlow.get(hour)).map(flow -> Load.cubicMetres(flow, HOUR)));
            boolean isSubstituted = measured.isEmpty() && substituted.containsKey(hour);
            found.add(new HourlyDischarge(
                    hour,
                    isSubstituted ? substituted.get(hour) : measured.orElse(null),
                    water.orElse(null),
                    isSubstituted));
        }
        return found;
    }

    private List<EffectiveMean.Line> lines(Sent sent, Pollutant what) {
        return EffectiveMean.of(
                        what,
                        sent.hours().values().stream()
                                .map(each -> each.hour(what))
                                .toList(),
                        sent.spans().apply(what.code()),
                        day,
                        rules)
                .lines();
    }
}
