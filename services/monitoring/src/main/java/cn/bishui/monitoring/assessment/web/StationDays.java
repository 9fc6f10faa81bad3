package cn.bishui.monitoring.assessment.web;

import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The days of an automatic station: the device's own daily mean where it is flagged normal, else the arithmetic mean of the hours
 * that are.
 */
@Component
class StationDays {

    private static final int DAY = Integer.parseInt(Cn.DAY);
    private static final int HOUR = Integer.parseInt(Cn.HOUR);
    private static final int MORE_DECIMALS = 1;

    private final Devices devices;
    private final KeptRecords records;

    StationDays(Devices devices, KeptRecords records) {
        this.devices = devices;
        this.records = records;
    }

    /**
     * The mean of a day.
     *
     * @param value in the item's unit
     * @param hours how many hours it was made of; 0 where the device itself told it
     */
    record Mean(Measured value, int hours) {}

    /** By day, and by the pollutant's code in HJ 212-2017. */
    SortedMap<LocalDate, Map<String, Mean>> of(String site, LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Map<String, Mean>> days = new TreeMap<>();
        for (Device each : devices.at(site)) {
            records.between(
                            each.id(),
                            DAY,
                            first.atStartOfDay(),
                            last.plusDays(1).atStartOfDay())
                    .forEach(record -> record.byPollutant().forEach((code, data) -> add(days, record, code, data)));
            ofHours(each.id(), first, last)
                    .forEach((day, means) -> means.forEach((code, mean) ->
                            days.computeIfAbsent(day, of -> new HashMap<>()).putIfAbsent(code, mean)));
        }
        return days;
    }

    private static void add(
            Map<LocalDate, Map<String, Mean>> days, KeptRecord record, String code, PollutantData data) {
        if (data.normal()) {
            data.value(Measure.AVG)
                    .ifPresent(value -> days.computeIfAbsent(record.dataTime().toLocalDate(), of -> new HashMap<>())
                            .put(code, new Mean(Measured.value(value), 0)));
        }
    }

    private Map<LocalDate, Map<String, Mean>> ofHours(int device, LocalDate first, LocalDate last) {
        Map<LocalDate, Map<String, List<BigDecimal>>> hours = new HashMap<>();
        for (KeptRecord record : records.between(
                device, HOUR, first.atStartOfDay(), last.plusDays(1).atStartOfDay())) {
            record.byPollutant().forEach((code, data) -> {
                if (data.normal()) {
                    data.value(Measure.AVG)
                            .ifPresent(value -> hours.computeIfAbsent(
                                            record.dataTime().toLocalDate(), of -> new HashMap<>())
                                    .computeIfAbsent(code, of -> new ArrayList<>())
                                    .add(value));
                }
            });
        }
        Map<LocalDate, Map<String, Mean>> means = new HashMap<>();
        hours.forEach((day, byCode) -> byCode.forEach((code, values) ->
                means.computeIfAbsent(day, of -> new HashMap<>()).put(code, mean(values))));
        return means;
    }

    private static Mean mean(List<BigDecimal> values) {
        int scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0) + MORE_DECIMALS;
        BigDecimal mean = values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64)
                .setScale(scale, RoundingMode.HALF_EVEN);
        return new Mean(Measured.value(mean), values.size());
    }

    /** In the unit of an item of the standard; as it was where the device's unit is unknown. */
    static Measured in(String unit, String code, Measured measured) {
        return Pollutants.find(code)
                .flatMap(pollutant -> Units.convert(measured, pollutant.unit(), unit))
                .orElse(measured);
    }
}
