package cn.bishui.hj212;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the parts named {@code code-Suffix} by their code. */
final class PollutantParser {

    /** HJ 212-2017 6.3.4: numbers have at most 18 characters. */
    private static final int MAX_NUMBER = 18;

    private static final Map<String, Measure> MEASURES = measures();

    private final String code;
    private final Map<Measure, BigDecimal> values = new EnumMap<>(Measure.class);
    private final Map<String, String> other = new LinkedHashMap<>();
    private @Nullable String flag;
    private @Nullable LocalDateTime sampleTime;

    private PollutantParser(String code) {
        this.code = code;
    }

    static Map<String, PollutantData> parse(List<Item> items) {
        Map<String, PollutantParser> byCode = new LinkedHashMap<>();
        for (Item item : items) {
            for (Field field : item.fields()) {
                int hyphen = field.name().indexOf('-');
                if (hyphen > 0) {
                    byCode.computeIfAbsent(field.name().substring(0, hyphen), PollutantParser::new)
                            .add(field.name().substring(hyphen + 1), field.value());
                }
            }
        }
        Map<String, PollutantData> pollutants = new LinkedHashMap<>();
        byCode.forEach((code, parts) -> pollutants.put(code, parts.data()));
        return Collections.unmodifiableMap(pollutants);
    }

    private PollutantData data() {
        return new PollutantData(code, values, flag, sampleTime, other);
    }

    private void add(String suffix, String value) {
        Measure measure = MEASURES.get(suffix);
        if (measure != null) {
            BigDecimal number = number(value);
            if (number == null) {
                other.putIfAbsent(suffix, value);
            } else {
                values.putIfAbsent(measure, number);
            }
        } else if (suffix.equals("Flag")) {
            flag = flag == null ? value : flag;
        } else if (suffix.equals("SampleTime") && Timestamps.seconds(value).isPresent()) {
            sampleTime = sampleTime == null ? Timestamps.seconds(value).orElse(null) : sampleTime;
        } else {
            other.putIfAbsent(suffix, value);
        }
    }

    /** A plain decimal number of at most 18 characters; null if the text is none, so an exponent cannot cost memory. */
    private static @Nullable BigDecimal number(String text) {
        if (text.isEmpty() || text.length() > MAX_NUMBER) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean sign = i == 0 && (each == '-' || each == '+');
            if (!sign && each != '.' && (each < '0' || each > '9')) {
                return null;
            }
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException lonelySignOrDots) {
            return null;
        }
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> bySuffix = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            bySuffix.put(measure.suffix(), measure);
        }
        return Map.copyOf(bySuffix);
    }
}
