package cn.bishui.hj212;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one packet says about one pollutant. */
public final class PollutantData {

    private static final String FLAG = "Flag";
    private static final String EFLAG = "EFlag";
    private static final String SAMPLE_TIME = "SampleTime";

    private static final int FEW = 4;

    private final String code;

    /** Numbers in the order they came, and what they measure. */
    private @Nullable BigDecimal[] values;

    private @Nullable Measure[] measures;
    private int size;

    private @Nullable String flag;
    private @Nullable LocalDateTime sampleTime;
    private Map<String, String> other;

    /** What is filled before anybody else sees it; of what comes twice the first holds. */
    PollutantData(String code) {
        this.code = code;
        this.values = new BigDecimal[FEW];
        this.measures = new Measure[FEW];
        this.other = Map.of();
    }

    void add(Measure measure, BigDecimal number) {
        if (find(measure) != null) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            measures = Arrays.copyOf(measures, 2 * size);
        }
        values[size] = number;
        measures[size] = measure;
        size++;
    }

    private @Nullable BigDecimal find(Measure measure) {
        for (int i = 0; i < size; i++) {
            if (measures[i] == measure) {
                return values[i];
            }
        }
        return null;
    }

    void addFlag(String sent) {
        flag = flag == null ? sent : flag;
    }

    void addSampleTime(LocalDateTime sent) {
        sampleTime = sampleTime == null ? sent : sampleTime;
    }

    void addOther(String suffix, String value) {
        if (other.isEmpty()) {
            other = new LinkedHashMap<>();
        }
        other.putIfAbsent(suffix, value);
    }

    /** Begins what is said about a pollutant. */
    public static Builder builder(String code) {
        return new Builder(code);
    }

    /** As sent: table B.1 of HJ 212-2017 ({@code w01018}) or HJ/T 212-2005 ({@code 011}, {@code B01}). */
    public String code() {
        return code;
    }

    /** The numbers, in the unit of the code in table B.1, with the decimals that were sent. */
    public Map<Measure, BigDecimal> values() {
        Map<Measure, BigDecimal> map = new EnumMap<>(Measure.class);
        for (int i = 0; i < size; i++) {
            Measure measure = measures[i];
            BigDecimal value = values[i];
            if (measure != null && value != null) {
                map.put(measure, value);
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** The number for a measure, if it was sent and is a number. */
    public Optional<BigDecimal> value(Measure measure) {
        return Optional.ofNullable(find(measure));
    }

    /** The data flag as sent, {@code N} for normal; null if none was sent, which says nothing about the value. */
    public @Nullable String flag() {
        return flag;
    }

    /** The data flag, if it was sent and is one of HJ 212-2017. */
    public Optional<DataFlag> dataFlag() {
        return flag == null ? Optional.empty() : DataFlag.of(flag);
    }

    /** When the sample was taken, in the device's local time; null if not sent. */
    public @Nullable LocalDateTime sampleTime() {
        return sampleTime;
    }

    /** Parts with another suffix (EFlag, the maker's own flag, among them), and numbers that are none, by suffix, as sent. */
    public Map<String, String> other() {
        return Collections.unmodifiableMap(other);
    }

    /** Whether the flag is {@code N}: the instrument worked normally. */
    public boolean normal() {
        return "N".equals(flag);
    }

    /** The same as an item to send: SampleTime, numbers, further parts, Flag, EFlag. */
    public Item item() {
        List<Field> fields = new ArrayList<>();
        if (sampleTime != null) {
            fields.add(part(SAMPLE_TIME, Timestamps.seconds(sampleTime)));
        }
        values().forEach((measure, value) -> fields.add(part(measure.suffix(), value.toPlainString())));
        other.forEach((suffix, text) -> {
            if (!suffix.equals(EFLAG)) {
                fields.add(part(suffix, text));
            }
        });
        if (flag != null) {
            fields.add(part(FLAG, flag));
        }
        String makersFlag = other.get(EFLAG);
        if (makersFlag != null) {
            fields.add(part(EFLAG, makersFlag));
        }
        return new Item(fields);
    }

    private Field part(String suffix, String value) {
        return new Field(code + "-" + suffix, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PollutantData that
                && code.equals(that.code)
                && values().equals(that.values())
                && Objects.equals(flag, that.flag)
                && Objects.equals(sampleTime, that.sampleTime)
                && this.other.equals(that.other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, values(), flag, sampleTime, other);
    }

    /** As sent, in the order of {@link #item()}. */
    @Override
    public String toString() {
        return values().isEmpty() && flag == null && sampleTime == null && other.isEmpty() ? code : item().toString();
    }

    /** Collects what is said about a pollutant; what is set twice holds as set last. */
    public static final class Builder {

        private final String code;
        private final Map<Measure, BigDecimal> values = new EnumMap<>(Measure.class);
        private final Map<String, String> other = new LinkedHashMap<>();
        private @Nullable String flag;
        private @Nullable LocalDateTime sampleTime;

        private Builder(String code) {
            this.code = code;
        }

        /** A number with the decimals to be sent. */
        public Builder value(Measure measure, BigDecimal number) {
            values.put(measure, number);
            return this;
        }

        /** A number with the decimals to be sent, such as {@code 38.40}. */
        public Builder value(Measure measure, String number) {
            return value(measure, new BigDecimal(number));
        }

        /** The data flag. */
        public Builder flag(DataFlag how) {
            return flag(how.code());
        }

        /** A data flag of another standard. */
        public Builder flag(String how) {
            flag = how;
            return this;
        }

        /** When the sample was taken, to the second. */
        public Builder sampleTime(LocalDateTime moment) {
            sampleTime = moment;
            return this;
        }

        /** A part with another suffix, such as {@code EFlag}. */
        public Builder other(String suffix, String value) {
            other.put(suffix, value);
            return this;
        }

        /** What was collected. */
        public PollutantData build() {
            PollutantData data = new PollutantData(code);
            values.forEach(data::add);
            other.forEach(data::addOther);
            data.flag = flag;
            data.sampleTime = sampleTime;
            return data;
        }
    }
}
