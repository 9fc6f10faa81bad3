package cn.bishui.standards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is measured in a water though no standard limits it there: it has no limit and gets no verdict.
 *
 * @param item what is measured, and in which unit
 * @param waters in which: {@code surface-water}, {@code groundwater}, {@code drinking-water}
 * @param cas number in the CAS registry; null where it is no substance
 * @param group why it is measured
 */
public record FurtherItem(
        Item item, Set<String> waters, @Nullable String cas, Group group) {

    private static final Set<String> WATERS = Set.of("surface-water", "groundwater", "drinking-water");
    private static final List<String> COLUMNS = List.of(
            "waters", "code", "zh", "en", "also", "unit", "cas", "group", "valid_from", "source", "status", "doubt");
    private static final Set<String> STATUS = Set.of("verified", "memory", "ours");
    private static final Pattern CAS = Pattern.compile("([1-9][0-9]{1,6})-([0-9]{2})-([0-9])");
    private static final int DIGITS = 10;

    /** Keeps a copy. */
    public FurtherItem {
        waters = Set.copyOf(waters);
    }

    /** Why something is measured that no standard limits. */
    public enum Group {
        /** The water level of a well. */
        LEVEL("level"),
        /** 环境激素类化学品: chemicals that disrupt hormones. */
        ENDOCRINE("endocrine"),
        /** 新污染物: new pollutants under control. */
        NEW_POLLUTANT("new-pollutant");

        private final String code;

        Group(String code) {
            this.code = code;
        }

        /** As tables write it. */
        public String code() {
            return code;
        }
    }

    /** Whether it is a chemical, and no level. */
    public boolean isChemical() {
        return group != Group.LEVEL;
    }

    /** Whether a text is a number of the CAS registry: its last digit checks the others. */
    static boolean isCas(String text) {
        var matcher = CAS.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        String digits = matcher.group(1) + matcher.group(2);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.length() - i) * Character.digit(digits.charAt(i), DIGITS);
        }
        return sum % DIGITS == Character.digit(matcher.group(3).charAt(0), DIGITS);
    }

    /**
     * Reads a row.
     *
     * @throws IllegalArgumentException if it cannot be used; the message names it and says why
     */
    static FurtherItem of(Csv.Row row) {
        for (String column : COLUMNS) {
            must(row.cells().containsKey(column), row, "has no column " + column);
        }
        Set<String> waters = Set.copyOf(Arrays.stream(row.text("waters").split(" ", -1))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList());
        must(!waters.isEmpty() && WATERS.containsAll(waters), row, "waters are of " + WATERS);
        must(!row.text("zh").isBlank() && !row.text("en").isBlank(), row, "has no name in both languages");
        must(STATUS.contains(row.text("status")), row, "status is one of " + STATUS);
        must(!row.text("source").isBlank(), row, "has no source");
        Group group = Arrays.stream(Group.values())
                .filter(each -> each.code.equals(row.text("group")))
                .findFirst()
                .orElseThrow(() -> bad(row, "no group " + row.text("group")));
        String unit = row.text("unit");
        String cas = row.text("cas");
        if (group == Group.LEVEL) {
            must(Units.convert(Measured.parse("1"), unit, "m").isPresent(), row, "unit is a length");
            must(cas.isEmpty(), row, "is no substance and has no CAS number");
        } else {
            must(Units.convert(Measured.parse("1"), unit, "mg/L").isPresent(), row, "unit is a mass concentration");
            must(isCas(cas), row, "no CAS number: " + cas);
        }
        return new FurtherItem(item(row, cas), waters, cas.isEmpty() ? null : cas, group);
    }

    private static Item item(Csv.Row row, String cas) {
        Item item;
        try {
            item = Item.of(row);
        } catch (RuntimeException noDay) { // NullPointerException where there is none
            throw new IllegalArgumentException(row.text("zh") + ": valid_from and valid_to are days", noDay);
        }
        List<String> also = new ArrayList<>(item.also());
        if (!cas.isEmpty()) {
            also.add(cas);
        }
        return new Item(item.code(), item.zh(), item.en(), also, item.unit(), item.signed(), item.basis());
    }

    private static void must(boolean right, Csv.Row row, String why) {
        if (!right) {
            throw bad(row, why);
        }
    }

    private static IllegalArgumentException bad(Csv.Row row, String why) {
        return new IllegalArgumentException(row.text("zh") + ": " + why);
    }
}
