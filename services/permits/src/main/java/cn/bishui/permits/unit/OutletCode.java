package cn.bishui.permits.unit;

import cn.bishui.contracts.RuleBroken;
import java.util.regex.Pattern;

/** The number of an outlet of wastewater within its unit, such as {@code DW001} (HJ 608-2017). */
public record OutletCode(String value) {

    private static final Pattern FORM = Pattern.compile("DW\\d{3}");

    /** Checks the form; code {@code outlet-code.form}. */
    public OutletCode {
        if (!FORM.matcher(value).matches()) {
            throw RuleBroken.invalid("outlet-code.form", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
