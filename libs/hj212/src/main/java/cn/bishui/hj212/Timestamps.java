package cn.bishui.hj212;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Moments as HJ 212 writes them: in the local time of the device, which is that of China, without a zone. */
public final class Timestamps {

    private static final DateTimeFormatter SECONDS = formatter("uuuuMMddHHmmss");
    private static final DateTimeFormatter MILLIS = formatter("uuuuMMddHHmmssSSS");

    private Timestamps() {}

    /** Writes DataTime, SystemTime and their like: {@code yyyyMMddHHmmss}; fractions of a second are cut off. */
    public static String seconds(LocalDateTime time) {
        return SECONDS.format(time);
    }

    /** Reads {@code yyyyMMddHHmmss}; empty if the text is not such a moment. */
    public static Optional<LocalDateTime> seconds(String text) {
        return parse(text, SECONDS);
    }

    /** Writes a QN: {@code yyyyMMddHHmmssSSS}. */
    public static String qn(LocalDateTime time) {
        return MILLIS.format(time);
    }

    /** Reads a QN; empty if the text is not such a moment. */
    public static Optional<LocalDateTime> qn(String text) {
        return parse(text, MILLIS);
    }

    private static Optional<LocalDateTime> parse(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(LocalDateTime.parse(text, formatter));
        } catch (DateTimeParseException notSuchAMoment) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
