package cn.bishui.monitoring.reading;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layout taken apart once, to read the numbers of many packets: a year of hours has one or two. What is out of the
 * ordinary, names that come twice, sampling times, numbers that are none, is read the long way ({@link Content#items}).
 */
public final class Layout {

    private static final int LONGEST_NUMBER = 18;
    private static final Map<String, Measure> MEASURES = measures();

    private final String text;
    private final @Nullable List<Part> parts;

    private Layout(String text, @Nullable List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * What one pollutant's part holds.
     *
     * @param code null for what is said about no pollutant
     * @param measure null for a flag
     * @param flag null for a number
     */
    private record Part(
            @Nullable String code,
            @Nullable Measure measure,
            @Nullable String flag) {}

    /** Takes a layout apart. */
    public static Layout of(String text) {
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String each : text.split("[;,]", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            int hyphen = name.indexOf('-');
            String suffix = name.substring(hyphen + 1);
            if (!names.add(name) || !name.equals(name.strip()) || hyphen == 0) {
                return new Layout(text, null);
            }
            if (hyphen < 0) {
                parts.add(new Part(null, null, equals < 0 ? null : ""));
            } else if (equals < 0 && MEASURES.containsKey(suffix)) {
                parts.add(new Part(name.substring(0, hyphen), MEASURES.get(suffix), null));
            } else if (equals >= 0
                    && suffix.equals("Flag")
                    && !each.substring(equals + 1).isBlank()) {
                parts.add(new Part(name.substring(0, hyphen), null, each.substring(equals + 1)));
            } else {
                return new Layout(text, null);
            }
        }
        return new Layout(text, parts);
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        Arrays.stream(Measure.values()).forEach(each -> measures.put(each.suffix(), each));
        return measures;
    }

    /** What numbers, as {@link Content#numbers}, say about each pollutant; null if they have to be read the long way. */
    public @Nullable Map<String, PollutantData> values(String numbers) {
        if (parts == null) {
            return null;
        }
        Map<String, PollutantData.Builder> builders = new LinkedHashMap<>();
        int from = 0;
        for (Part part : parts) {
            if (part.flag() != null) {
                if (part.code() != null) {
                    builders.computeIfAbsent(part.code(), PollutantData::builder)
                            .flag(part.flag());
                }
                continue;
            }
            if (from > numbers.length()) {
                return null;
            }
            int comma = numbers.indexOf(',', from);
            int to = comma < 0 ? numbers.length() : comma;
            if (part.code() != null && part.measure() != null) {
                if (!plain(numbers, from, to)) {
                    return null;
                }
                builders.computeIfAbsent(part.code(), PollutantData::builder)
                        .value(part.measure(), new BigDecimal(numbers.substring(from, to)));
            }
            from = to + 1;
        }
        Map<String, PollutantData> values = new LinkedHashMap<>();
        builders.forEach((code, builder) -> values.put(code, builder.build()));
        return values;
    }

    private static boolean plain(String numbers, int from, int to) {
        boolean digits = false;
        boolean point = false;
        for (int i = from; i < to; i++) {
            char each = numbers.charAt(i);
            if (each >= '0' && each <= '9') {
                digits = true;
            } else if (each == '.' && !point) {
                point = true;
            } else if (each != '-' || i > from) {
                return false;
            }
        }
        return digits && to - from <= LONGEST_NUMBER;
    }

    @Override
    public String toString() {
        return text;
    }
}
