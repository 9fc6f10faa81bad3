package cn.bishui.permits.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bishui.contracts.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

    @ParameterizedTest
    @ValueSource(strings = {"91130200699229617X", "911302307808371268"})
    void takesPublishedCodes(String code) {
        assertThat(new CreditCode(code).value()).isEqualTo(code);
    }

    @Test
    void findsEveryChangeOfOneCharacter() {
        String code = "91130200699229617X";
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int at = 0; at < code.length(); at++) {
            for (int with = 0; with < alphabet.length(); with++) {
                char other = alphabet.charAt(with);
                if (other != code.charAt(at)) {
                    String wrong = code.substring(0, at) + other + code.substring(at + 1);
                    assertThat(broken(wrong)).as(wrong).isEqualTo("credit-code.check-character");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91130200699229617", "91130200699229617XX", "91130200699229617I", "91130200699229617x"})
    void refusesWhatIsNoCode(String text) {
        assertThat(broken(text)).isEqualTo("credit-code.form");
        assertThat(CreditCode.parse(text)).isEmpty();
    }

    private static String broken(String text) {
        return catchThrowableOfType(RuleBroken.class, () -> new CreditCode(text))
                .code();
    }
}
