package cn.bishui.standards;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the units in which values come, and turns values into the unit of a limit by moving their point. */
public final class Units {

    /** What an item has that is a number without a unit, such as pH. */
    public static final String NONE = "1";

    /** No value with its unit is printed with more characters than this. */
    private static final int LONGEST = 2 * Measured.LONGEST;

    private static final char MICRO = 'µ';
    private static final char MU = 'μ';
    private static final char MINUS = '−';

    /** Of the same kind those that differ by a power of ten only; the power is that of the first of each kind. */
    private static final Map<String, Scaled> KNOWN = Map.ofEntries(
            Map.entry("mg/l", new Scaled("mass", 0)),
            Map.entry("g/m3", new Scaled("mass", 0)),
            Map.entry("g/l", new Scaled("mass", 3)),
            Map.entry("ug/l", new Scaled("mass", -3)),
            Map.entry("mg/m3", new Scaled("mass", -3)),
            Map.entry("ng/l", new Scaled("mass", -6)),
            Map.entry("count/10l", new Scaled("count", -1)),
            Map.entry("count/l", new Scaled("count", 0)),
            Map.entry("count/100ml", new Scaled("count", 1)),
            Map.entry("count/ml", new Scaled("count", 3)),
            Map.entry("bq/l", new Scaled("activity", 0)),
            Map.entry("m", new Scaled("length", 2)),
            Map.entry("cm", new Scaled("length", 0)),
            Map.entry("mm", new Scaled("length", -1)),
            Map.entry("mv", new Scaled("voltage", 0)),
            Map.entry("v", new Scaled("voltage", 3)),
            Map.entry("degc", new Scaled("temperature", 0)),
            Map.entry("ntu", new Scaled("turbidity", 0)),
            Map.entry("pt-counit", new Scaled("colour", 0)),
            Map.entry("times", new Scaled("dilution", 0)),
            Map.entry("%", new Scaled("share", 0)),
            Map.entry(NONE, new Scaled("number", 0)));

    /** A value with a unit behind it; the L that marks a detection limit belongs to the value. */
    private static final Pattern WITH_UNIT = Pattern.compile(
            "([<>]?[-+]?[0-9.]+(?:(?:[eE]|[×xX*]10\\^?)[-+]?[0-9]+)?[Ll]?)(?!(?:[eE]|[xX×]10)[-+^]?[0-9])(%|°?\\p{L}.*)");

    /** What is meant as a unit though it is none that is known here. */
    private static final Pattern LIKE_A_UNIT = Pattern.compile(".*[/·%‰].*|(?i)pp[mbt]|(?i)m?mol.*");

    private Units() {}

    private record Scaled(String kind, int power) {}

    /** A value came in a unit that is none of its item. */
    public static final class OtherUnit extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String unit;

        OtherUnit(String unit, String wanted) {
            super("In " + unit + ", not in " + wanted);
            this.unit = unit;
        }

        /** The unit as it was written. */
        public String unit() {
            return unit;
        }
    }

    /** Whether a text is a unit: {@code mg/L}, {@code 毫克/升}, {@code μg·L-1}, {@code 个/L}, {@code 无量纲}. */
    public static boolean isUnit(String text) {
        return alternatives(text).anyMatch(KNOWN::containsKey);
    }

    /**
     * Whether a text behind a name is meant as the unit of its values, known or not: it must not be taken for a remark such as
     * {@code 以N计}.
     */
    public static boolean isMeantAsUnit(String text) {
        return isUnit(text) || LIKE_A_UNIT.matcher(text).matches();
    }

    /**
     * A value in another unit, its point moved exactly.
     *
     * @return empty if one does not turn into the other
     */
    public static Optional<Measured> convert(Measured measured, String from, String to) {
        return alternatives(from)
                .flatMap(one -> alternatives(to).flatMap(other -> Optional.ofNullable(power(one, other)).stream()))
                .findFirst()
                .map(power -> moved(measured, power));
    }

    /**
     * Reads what a report prints, as {@link Measured#parse}, with or without a unit behind it: {@code 0.05 μg/L}.
     *
     * @param unit in which the value is wanted
     * @throws OtherUnit if its unit does not turn into the one that is wanted
     * @throws IllegalArgumentException if it is no value
     */
    public static Measured read(String text, String unit) {
        try {
            return Measured.parse(text);
        } catch (IllegalArgumentException notAlone) {
            String plain = Measured.plain(text.substring(0, Math.min(text.length(), LONGEST)));
            Matcher matcher = WITH_UNIT.matcher(plain);
            if (text.length() > LONGEST || !matcher.matches()) {
                throw notAlone;
            }
            Measured measured = Measured.parse(matcher.group(1));
            return convert(measured, matcher.group(2), unit).orElseThrow(() -> new OtherUnit(matcher.group(2), unit));
        }
    }

    private static @Nullable Integer power(String from, String to) {
        if (from.equals(to)) {
            return 0;
        }
        Scaled one = KNOWN.get(from);
        Scaled other = KNOWN.get(to);
        return one == null || other == null || !one.kind().equals(other.kind()) ? null : one.power() - other.power();
    }

    /** What a unit is called here: a standard may name two for the same, as {@code MPN/100mL or CFU/100mL}, or {@code MPN/100mL或CFU/100mL}. */
    private static Stream<String> alternatives(String unit) {
        return Arrays.stream(unit.split(" or |或", -1)).map(Units::canonical);
    }

    private static String canonical(String unit) {
        String plain = Measured.plain(unit)
                .toLowerCase(Locale.ROOT)
                .replace(MICRO, 'u')
                .replace(MU, 'u')
                .replace(MINUS, '-');
        String latin = plain.replace("毫克", "mg")
                .replace("微克", "ug")
                .replace("纳克", "ng")
                .replace("克", "g")
                .replace("毫升", "ml")
                .replace("升", "l")
                .replace("立方米", "m3")
                .replace("贝可", "bq")
                .replace("毫伏", "mv")
                .replace("厘米", "cm")
                .replaceFirst("[·.*]?(l|ml|m3)-1$", "/$1")
                .replaceFirst("^(mpn|cfu|count|个)(?=/)", "count");
        return switch (latin) {
            case "无量纲", "-", "—", "/" -> NONE;
            case "°c", "℃", "摄氏度", "c" -> "degc";
            case "度", "铂钴色度单位", "色度单位" -> "pt-counit";
            case "倍" -> "times";
            default -> latin;
        };
    }

    private static Measured moved(Measured measured, int power) {
        return power == 0 ? measured : measured.movePoint(power);
    }
}
