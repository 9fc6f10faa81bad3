package cn.bishui.permits.unit;

import cn.bishui.contracts.RuleBroken;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码): 17 characters and the check character that belongs to them.
 *
 * <p>Source: GB 32100-2015. Weights and formula were checked by computation on published codes.
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{18}");

    /** Checks form ({@code credit-code.form}) and check character ({@code credit-code.check-character}). */
    public CreditCode {
        if (!FORM.matcher(value).matches()) {
            throw RuleBroken.invalid("credit-code.form", value);
        }
        if (value.charAt(WEIGHTS.length) != checkCharacter(value)) {
            throw RuleBroken.invalid("credit-code.check-character", value);
        }
    }

    /** The code that a text is, empty where it is none. */
    public static Optional<CreditCode> parse(String text) {
        try {
            return Optional.of(new CreditCode(text));
        } catch (RuleBroken _) {
            return Optional.empty();
        }
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
