package cn.bishui.complaints.contact;

import cn.bishui.contracts.RuleBroken;
import java.util.regex.Pattern;

/** A mobile phone number of mainland China, to which short messages go. */
public record Phone(String number) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    /** Code {@code phone.form}. */
    public Phone {
        if (!MOBILE.matcher(number).matches()) {
            throw RuleBroken.invalid("phone.form");
        }
    }

    /** Reads a number as people write it: with blanks, dashes, +86; code {@code phone.form}. */
    public static Phone of(String typed) {
        String digits = typed.replaceAll("[\\s()\\-\u2010-\u2015\u3000]", "");
        return new Phone(digits.replaceFirst("^(\\+|00)86", ""));
    }

    /** {@code 138****0001}. */
    public String masked() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }

    /** Masked: a number does not belong into logs. */
    @Override
    public String toString() {
        return masked();
    }
}
