package cn.bishui.standards;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What a laboratory or an instrument found, in the unit of the item's standard. */
public sealed interface Measured {

    /** No value is printed with more characters than this. */
    int LONGEST = 40;

    /** As a report prints it: {@code 0.15}, {@code 0.01L}, {@code >24000}, {@code 无}. */
    String text();

    /** A number. */
    record Value(BigDecimal number) implements Measured {
        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /**
     * Below the detection limit, 未检出.
     *
     * @param limit the detection limit; null if the report does not give it
     */
    record Below(@Nullable BigDecimal limit) implements Measured {

        /** Checks that a detection limit is above zero. */
        public Below {
            if (limit != null && limit.signum() <= 0) {
                throw new IllegalArgumentException("A detection limit is above zero: " + limit);
            }
        }

        @Override
        public String text() {
            return limit == null ? "未检出" : limit.toPlainString() + "L";
        }
    }

    /**
     * Above what could be measured.
     *
     * @param limit the upper end of the range
     */
    record Above(BigDecimal limit) implements Measured {
        @Override
        public String text() {
            return ">" + limit.toPlainString();
        }
    }

    /** Said in words, such as {@code 无} for visible matter. */
    record Words(String text) implements Measured {}

    /** The same with its point moved, to the right by a positive number of places; words stay as they are. */
    default Measured movePoint(int places) {
        return switch (this) {
            case Value(BigDecimal number) -> new Value(moved(number, places));
            case Below(BigDecimal limit) -> new Below(limit == null ? null : moved(limit, places));
            case Above(BigDecimal limit) -> new Above(moved(limit, places));
            case Words words -> words;
        };
    }

    private static BigDecimal moved(BigDecimal number, int places) {
        return number.movePointRight(places);
    }

    /** Half width, without spaces. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** A number. */
    static Measured value(BigDecimal number) {
        return new Value(number);
    }

    /** A number. */
    static Measured value(String number) {
        return new Value(new BigDecimal(number));
    }

    /** Below a detection limit. */
    static Measured below(String limit) {
        return new Below(new BigDecimal(limit));
    }

    /** In words. */
    static Measured words(String text) {
        return new Words(text);
    }

    /**
     * Reads what reports print: {@code 7.2}, {@code 1.2×10^3}, {@code 1.2E3}, {@code 0.05L}, {@code <0.05}, {@code ND},
     * {@code ND(0.05)}, {@code 未检出}, {@code 未检出(0.05)}, {@code >24000}; full-width characters too. Anything else
     * that has no digit is taken as words.
     *
     * @throws IllegalArgumentException if it is empty, has digits but is none of these, is longer than {@value #LONGEST}
     *     characters, or has an exponent beyond {@value Printed#LARGEST_EXPONENT}
     */
    static Measured parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("Not a measured value: " + text.length() + " characters");
        }
        String plain = plain(text);
        Matcher number = Printed.NUMBER.matcher(plain);
        if (number.matches()) {
            return new Value(Printed.number(plain));
        }
        Matcher below = Printed.BELOW.matcher(plain);
        if (below.matches()) {
            return new Below(Printed.number(below.group(1) == null ? below.group(2) : below.group(1)));
        }
        Matcher notDetected = Printed.NOT_DETECTED.matcher(plain);
        if (notDetected.matches()) {
            return new Below(notDetected.group(1) == null ? null : Printed.number(notDetected.group(1)));
        }
        Matcher above = Printed.ABOVE.matcher(plain);
        if (above.matches()) {
            return new Above(Printed.number(above.group(1)));
        }
        if (plain.isEmpty() || plain.chars().anyMatch(Character::isDigit)) {
            throw new IllegalArgumentException("Not a measured value: " + text);
        }
        return new Words(text.strip());
    }
}
