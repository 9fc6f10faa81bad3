package cn.bishui.standards;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The forms in which reports print values. */
final class Printed {

    private static final String DIGITS = "[-+]?\\d*\\.?\\d+(?:(?:[eE]|[×xX*]10\\^?)[-+]?\\d+)?";

    static final Pattern NUMBER = Pattern.compile(DIGITS);
    static final Pattern BELOW = Pattern.compile("(?:(" + DIGITS + ")[Ll]|<(" + DIGITS + "))");
    static final Pattern NOT_DETECTED = Pattern.compile(
            "(?:ND|N\\.D\\.?|未检出|不得检出|notdetected)(?:\\(<?(" + DIGITS + ")\\))?", Pattern.CASE_INSENSITIVE);
    static final Pattern ABOVE = Pattern.compile(">(" + DIGITS + ")");

    /** Beyond it a number is no concentration, and written out it would fill memory. */
    static final int LARGEST_EXPONENT = 30;

    private Printed() {}

    static BigDecimal number(String printed) {
        BigDecimal number = new BigDecimal(printed.replaceFirst("[×xX*]10\\^?", "e"));
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("Not a measured value: " + printed);
        }
        return number;
    }
}
