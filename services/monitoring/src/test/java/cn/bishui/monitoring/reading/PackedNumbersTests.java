package cn.bishui.monitoring.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumbersTests {

    @Property(tries = 5000)
    void givesBackEveryTextThatADeviceMaySend(@ForAll("numbers") String numbers) {
        assertThat(PackedNumbers.unpack(PackedNumbers.pack(numbers))).isEqualTo(numbers);
    }

    @Property(tries = 2000)
    void givesBackWhatIsNoNumberAtAll(@ForAll String anything) {
        // a lone surrogate comes from no charset
        String text = new String(anything.getBytes(UTF_8), UTF_8);
        assertThat(PackedNumbers.unpack(PackedNumbers.pack(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> decimals = Arbitraries.bigDecimals().ofScale(3).map(each -> each.toPlainString());
        Arbitrary<String> nearly =
                Arbitraries.strings().withChars("0123456789.-+eE ").ofMaxLength(20);
        Arbitrary<String> odd = Arbitraries.of(
                "",
                "-",
                ".",
                "-0",
                "-0.00",
                "00",
                "007.5",
                "0.05",
                "5.",
                ".5",
                "1e5",
                "99999999999999999",
                "100000000000000000",
                "0.000000000000001",
                "-99999999999999.99",
                "未检出",
                "0.025L");
        return Arbitraries.oneOf(decimals, nearly, odd).list().ofMaxSize(40).map(each -> String.join(",", each));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.66", "38.4", "0.345", "16", "27.30", "0"})
    void takesTwoBytesAtMostForANumberOfThreeDigits(String number) {
        assertThat(PackedNumbers.pack(number)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void takesNoMoreThanTheTextAndALengthForWhatIsNoNumber() {
        assertThat(PackedNumbers.pack("0.025L")).hasSize(7);
    }

    @Test
    void refusesBytesThatAreCut() {
        for (String number : List.of("1234.5", "-1234.5", "abc")) {
            byte[] packed = PackedNumbers.pack(number);
            byte[] cut = Arrays.copyOf(packed, packed.length - 1);
            assertThatThrownBy(() -> PackedNumbers.unpack(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
