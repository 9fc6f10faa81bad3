package cn.bishui.hj212;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one packet says about one pollutant.
 *
 * @param code as sent: table B.1 of HJ 212-2017 ({@code w01018}) or HJ/T 212-2005 ({@code 011}, {@code B01})
 * @param values the numbers, in the unit of the code in table B.1, with the decimals that were sent
 * @param flag the data flag, {@code N} for normal; null if none was sent, which says nothing about the value
 * @param sampleTime when the sample was taken, in the device's local time; null if not sent
 * @param other parts with another suffix, and numbers that are none, as sent; keyed by suffix
 */
public record PollutantData(
        String code,
        Map<Measure, BigDecimal> values,
        @Nullable String flag,
        @Nullable LocalDateTime sampleTime,
        Map<String, String> other) {

    /** Copies the maps. */
    public PollutantData {
        values = Map.copyOf(values);
        other = Map.copyOf(other);
    }

    /** The number for a measure, if it was sent and is a number. */
    public Optional<BigDecimal> value(Measure measure) {
        return Optional.ofNullable(values.get(measure));
    }

    /** Whether the flag is {@code N}: the instrument worked normally. */
    public boolean normal() {
        return "N".equals(flag);
    }
}
