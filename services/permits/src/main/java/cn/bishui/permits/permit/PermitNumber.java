package cn.bishui.permits.permit;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.unit.CreditCode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a discharge permit: credit code of the unit, order of the site from 001, identification letter, such as
 * {@code 91130200699229617X001P} (HJ 608-2017 annex A). The letter is no check character.
 */
public record PermitNumber(String value) {

    private static final int CODE_LENGTH = 18;
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{18}\\d{3}[A-Z]");

    /** Checks form ({@code permit-number.form}) and the credit code within. */
    public PermitNumber {
        if (!FORM.matcher(value).matches() || value.startsWith("000", CODE_LENGTH)) {
            throw RuleBroken.invalid("permit-number.form", value);
        }
        var _ = new CreditCode(value.substring(0, CODE_LENGTH));
    }

    /** The number that a text is, empty where it is none. */
    public static Optional<PermitNumber> parse(String text) {
        try {
            return Optional.of(new PermitNumber(text));
        } catch (RuleBroken _) {
            return Optional.empty();
        }
    }

    /** The unit that holds the permit. */
    public CreditCode unit() {
        return new CreditCode(value.substring(0, CODE_LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
