package cn.bishui.monitoring.load;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.load.HourlyDischarge;
import cn.bishui.standards.load.Load;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The hours of a day at an outlet, as its devices sent them: of several devices the first with a valid value counts. */
final class HoursOfDay {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String LOAD_UNIT = "mg/L";

    /** Not discharged, though in mg/L. */
    private static final Set<String> NO_LOAD = Set.of(Pollutant.DISSOLVED_OXYGEN);

    private final LocalDate day;
    private final Map<Integer, List<Map<String, PollutantData>>> hours = new TreeMap<>();

    HoursOfDay(LocalDate day) {
        this.day = day;
    }

    /** Adds what one device sent. */
    void add(Collection<KeptRecord> records) {
        for (KeptRecord each : records) {
            if (each.dataTime().toLocalDate().equals(day)) {
                Map<String, PollutantData> byCode = new TreeMap<>();
                each.values()
                        .forEach((code, data) -> byCode.putIfAbsent(
                                Pollutants.find(code).map(Pollutant::code).orElse(code), data));
                hours.computeIfAbsent(each.dataTime().getHour(), _ -> new ArrayList<>())
                        .add(byCode);
            }
        }
    }

    /** The pollutants that have a load: those that are sent as a mass in water. */
    Set<String> pollutants() {
        Set<String> found = new TreeSet<>();
        hours.values()
                .forEach(records -> records.forEach(each ->
                        each.keySet().stream().filter(HoursOfDay::isCarried).forEach(found::add)));
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
        List<HourlyDischarge> found = new ArrayList<>();
        Set<Integer> all = new TreeSet<>(hours.keySet());
        all.addAll(substituted.keySet());
        all.addAll(substitutedFlow.keySet());
        for (int hour : all) {
            List<Map<String, PollutantData>> records = hours.getOrDefault(hour, List.of());
            Optional<BigDecimal> measured = records.stream()
                    .flatMap(each -> valid(each.get(pollutant), Measure.AVG).stream())
                    .findFirst()
                    .map(what::inJudgedUnit);
            Optional<BigDecimal> water =
                    records.stream().flatMap(each -> water(each).stream()).findFirst();
            Optional<BigDecimal> carried = water.or(
                    () -> Optional.ofNullable(substitutedFlow.get(hour)).map(flow -> Load.cubicMetres(flow, HOUR)));
            boolean isSubstituted = measured.isEmpty() && substituted.containsKey(hour);
            found.add(new HourlyDischarge(
                    hour,
                    isSubstituted ? substituted.get(hour) : measured.orElse(null),
                    carried.orElse(null),
                    isSubstituted));
        }
        return found;
    }

    /** The water of an hour in m³: as counted, or by its mean flow. */
    private static Optional<BigDecimal> water(Map<String, PollutantData> record) {
        PollutantData flow = record.get(Pollutant.FLOW);
        return valid(flow, Measure.COU)
                .or(() -> valid(flow, Measure.AVG).map(litres -> Load.cubicMetres(litres, HOUR)));
    }

    private static Optional<BigDecimal> valid(@Nullable PollutantData data, Measure measure) {
        return Optional.ofNullable(data)
                .filter(each -> each.dataFlag().filter(DataFlag.NORMAL::equals).isPresent())
                .flatMap(each -> each.value(measure))
                .filter(value -> value.signum() >= 0);
    }
}
