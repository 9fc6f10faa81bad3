package cn.bishui.hj212;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments as HJ 212 writes them: in the local time of the device, which is that of China, without a zone. */
public final class Timestamps {

    private static final int SECONDS = 14;
    private static final int MILLIS = 17;
    private static final int TIME_OF_DAY = 6;
    private static final int LAST_YEAR = 9999;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Timestamps() {}

    /**
     * Writes DataTime, SystemTime and their like: {@code yyyyMMddHHmmss}; fractions of a second are cut off.
     *
     * @throws IllegalArgumentException if the year has not four digits
     */
    public static String seconds(LocalDateTime time) {
        return write(time, SECONDS);
    }

    /** Reads {@code yyyyMMddHHmmss}; empty if the text is not such a moment. */
    public static Optional<LocalDateTime> seconds(String text) {
        return Optional.ofNullable(read(text, SECONDS));
    }

    /**
     * Writes a QN: {@code yyyyMMddHHmmssSSS}.
     *
     * @throws IllegalArgumentException if the year has not four digits
     */
    public static String qn(LocalDateTime time) {
        return write(time, MILLIS);
    }

    /** Reads a QN; empty if the text is not such a moment. */
    public static Optional<LocalDateTime> qn(String text) {
        return Optional.ofNullable(read(text, MILLIS));
    }

    /** Writes CstartTime: {@code HHmmss}. */
    static String timeOfDay(LocalTime time) {
        char[] text = new char[TIME_OF_DAY];
        put(text, 0, 2, time.getHour());
        put(text, 2, 4, time.getMinute());
        put(text, 4, 6, time.getSecond());
        return new String(text);
    }

    /** Reads {@code HHmmss}; empty if the text is not such a time. */
    static Optional<LocalTime> timeOfDay(String text) {
        LocalDateTime moment = read("20000101" + text, SECONDS);
        return Optional.ofNullable(moment).map(LocalDateTime::toLocalTime);
    }

    /** The moment in a part of an array; null if there is none. */
    static @Nullable LocalDateTime seconds(byte[] bytes, int from, int to) {
        return to - from == SECONDS ? read(bytes, from, SECONDS) : null;
    }

    private static @Nullable LocalDateTime read(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length == length ? read(bytes, 0, length) : null;
    }

    private static @Nullable LocalDateTime read(byte[] bytes, int from, int length) {
        int year = digits(bytes, from, from + 4);
        int month = digits(bytes, from + 4, from + 6);
        int day = digits(bytes, from + 6, from + 8);
        int hour = digits(bytes, from + 8, from + 10);
        int minute = digits(bytes, from + 10, from + 12);
        int second = digits(bytes, from + 12, from + 14);
        int milli = digits(bytes, from + 14, from + length);
        boolean digits = (year | month | day | hour | minute | second | milli) >= 0;
        if (!digits || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        if (day > 28 && !YearMonth.of(year, month).isValidDay(day)) {
            return null;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, milli * NANOS_PER_MILLI);
    }

    /** The number that the digits make; negative if one is none. */
    private static int digits(byte[] bytes, int from, int to) {
        int number = 0;
        int wrong = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            wrong |= digit | 9 - digit;
            number = 10 * number + digit;
        }
        return wrong < 0 ? -1 : number;
    }

    private static String write(LocalDateTime time, int length) {
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The year has not four digits: " + time);
        }
        char[] text = new char[length];
        put(text, 0, 4, time.getYear());
        put(text, 4, 6, time.getMonthValue());
        put(text, 6, 8, time.getDayOfMonth());
        put(text, 8, 10, time.getHour());
        put(text, 10, 12, time.getMinute());
        put(text, 12, 14, time.getSecond());
        put(text, 14, length, time.getNano() / NANOS_PER_MILLI);
        return new String(text);
    }

    private static void put(char[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
