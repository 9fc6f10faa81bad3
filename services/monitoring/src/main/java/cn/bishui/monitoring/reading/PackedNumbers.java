package cn.bishui.monitoring.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The numbers of a packet in few bytes, and again exactly as sent: 7.66, 38.4 and 0.345 take two bytes each, 38.40 three.
 *
 * <p>Each number is one integer, seven bits a byte, the lowest first, the top bit set where more follow. By six it leaves
 * what it is: 0 to 3 decimals, the quotient being the digits; {@value #SIGNED}: a byte follows with the decimals, its top
 * bit set for a minus; {@value #TEXT}: no number as most write it, the quotient tells the bytes of UTF-8 that follow. The
 * function {@code unpacked} of the database reads the same.
 */
public final class PackedNumbers {

    private static final int KINDS = 6;
    private static final int SIGNED = 4;
    private static final int TEXT = 5;

    private static final int MINUS = 0x80;

    /** So many digits, times six, are within a long. */
    private static final int MOST_DIGITS = 17;

    private PackedNumbers() {}

    /** Packs numbers separated by commas. */
    public static byte[] pack(String numbers) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(numbers.length());
        int from = 0;
        while (from >= 0) {
            int comma = numbers.indexOf(',', from);
            pack(numbers, from, comma < 0 ? numbers.length() : comma, packed);
            from = comma < 0 ? -1 : comma + 1;
        }
        return packed.toByteArray();
    }

    private static void pack(String numbers, int from, int to, ByteArrayOutputStream packed) {
        boolean minus = from < to && numbers.charAt(from) == '-';
        int first = minus ? from + 1 : from;
        int point = -1;
        long digits = 0;
        boolean plain = first < to && to - first <= MOST_DIGITS;
        for (int i = first; plain && i < to; i++) {
            char each = numbers.charAt(i);
            if (each >= '0' && each <= '9') {
                digits = 10 * digits + each - '0';
            } else if (each == '.' && point < 0) {
                point = i;
            } else {
                plain = false;
            }
        }
        int whole = (point < 0 ? to : point) - first;
        // one zero before the point, none before other digits, and something after it
        plain &= whole > 0 && point != to - 1 && (whole == 1 || numbers.charAt(first) != '0');
        if (!plain) {
            byte[] text = numbers.substring(from, to).getBytes(StandardCharsets.UTF_8);
            integer((long) text.length * KINDS + TEXT, packed);
            packed.writeBytes(text);
            return;
        }
        int decimals = point < 0 ? 0 : to - point - 1;
        if (minus || decimals >= SIGNED) {
            integer(digits * KINDS + SIGNED, packed);
            packed.write(minus ? decimals | MINUS : decimals);
        } else {
            integer(digits * KINDS + decimals, packed);
        }
    }

    private static void integer(long number, ByteArrayOutputStream packed) {
        long rest = number;
        while (rest > 0x7F) {
            packed.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        packed.write((int) rest);
    }

    /**
     * The numbers as they were, separated by commas.
     *
     * @throws IllegalArgumentException if {@link #pack} did not make the bytes
     */
    public static String unpack(byte[] packed) {
        StringBuilder numbers = new StringBuilder(3 * packed.length);
        int at = 0;
        while (at < packed.length) {
            if (at > 0) {
                numbers.append(',');
            }
            long number = 0;
            int shift = 0;
            while (packed[at] < 0) {
                number |= (long) (packed[at++] & 0x7F) << shift;
                shift += 7;
                if (at == packed.length || shift > 56) {
                    throw new IllegalArgumentException("not packed numbers");
                }
            }
            number |= (long) packed[at++] << shift;
            int kind = (int) (number % KINDS);
            long value = number / KINDS;
            if (kind == TEXT) {
                if (value > packed.length - at) {
                    throw new IllegalArgumentException("not packed numbers");
                }
                numbers.append(new String(packed, at, (int) value, StandardCharsets.UTF_8));
                at += (int) value;
            } else if (kind == SIGNED) {
                if (at == packed.length) {
                    throw new IllegalArgumentException("not packed numbers");
                }
                if (packed[at] < 0) {
                    numbers.append('-');
                }
                number(value, packed[at] & 0x7F, numbers);
                at++;
            } else {
                number(value, kind, numbers);
            }
        }
        return numbers.toString();
    }

    private static void number(long digits, int decimals, StringBuilder numbers) {
        String text = Long.toString(digits);
        int point = text.length() - decimals;
        if (decimals == 0) {
            numbers.append(text);
        } else if (point > 0) {
            numbers.append(text, 0, point).append('.').append(text, point, text.length());
        } else {
            numbers.append("0.").repeat('0', -point).append(text);
        }
    }
}
