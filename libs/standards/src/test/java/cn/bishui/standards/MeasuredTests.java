package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Measured.Above;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Measured.Words;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredTests {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    @ParameterizedTest
    @CsvSource({
        "7.2, 7.2",
        "' 7.20 ', 7.20",
        ".03, 0.03",
        "1.2×10^3, 1200",
        "1.2×10³, 1200",
        "1.2E3, 1200",
        "２.５, 2.5",
        "-120, -120",
    })
    void readsNumbers(String text, BigDecimal number) {
        assertThat(((Value) Measured.parse(text)).number()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01L, 0.01",
        "0.01l, 0.01",
        "<0.01, 0.01",
        "＜0.01, 0.01",
        "ND(0.01), 0.01",
        "未检出(<0.01), 0.01",
        "未检出（0.01）, 0.01",
        "ND, ",
        "未检出, ",
        "n.d., ",
    })
    void readsWhatWasNotDetected(String text, BigDecimal limit) {
        assertThat(Measured.parse(text)).isEqualTo(new Below(limit));
    }

    @Test
    void readsWhatIsBeyondTheRangeAndWords() {
        assertThat(Measured.parse(">24000")).isEqualTo(new Above(new BigDecimal("24000")));
        assertThat(Measured.parse("无")).isEqualTo(new Words("无"));
        assertThat(Measured.parse("0.05L").text()).isEqualTo("0.05L");
        assertThat(new Below(null).text()).isEqualTo("未检出");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "7,2", "1.2.3", "3 or 4", "0.01LL", "L0.01"})
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> Measured.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesADetectionLimitOfZero() {
        assertThatThrownBy(() -> Measured.below("0")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // 四舍六入五成双
        "2.5, 0, 2",
        "3.5, 0, 4",
        "0.125, 2, 0.12",
        "0.135, 2, 0.14",
        "0.1251, 2, 0.13",
        "1.05, 1, 1.0",
        // what would be zero keeps a digit
        "0.0004, 3, 0.0004",
        "0.00046, 3, 0.0005",
        "0.0005, 3, 0.0005",
        "0.0006, 3, 0.001",
        "0, 3, 0.000",
    })
    void roundsHalfToEven(BigDecimal value, int decimals, BigDecimal rounded) {
        assertThat(Rounding.to(decimals).apply(value)).isEqualTo(rounded);
        assertThat(Rounding.NONE.apply(value)).isEqualTo(value);
    }

    @Test
    void countsHalfTheDetectionLimitInMeans() {
        assertThat(mean("0.05L", "0.10", "0.20")).isEqualTo(new Value(new BigDecimal("0.10833333333333333333")));
        assertThat(mean("1", "2")).isEqualTo(new Value(new BigDecimal("1.5")));
        assertThat(mean("0.30")).isEqualTo(new Value(new BigDecimal("0.30")));
    }

    @Test
    void aMeanOfNothingDetectedIsNotDetected() {
        assertThat(mean("0.05L", "0.01L")).isEqualTo(new Below(new BigDecimal("0.05")));
        assertThat(mean("ND", "0.01L")).isEqualTo(new Below(null));
    }

    @Test
    void aMeanWithAValueBeyondTheRangeIsBeyondIt() {
        assertThat(mean(">24000", "6000")).isEqualTo(new Above(new BigDecimal("15000")));
    }

    @Test
    void refusesMeansThatMeanNothing() {
        assertThatThrownBy(() -> mean()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mean("无", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mean("ND", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheMeanOfPhByItsHydrogenIons() {
        List<Measured> values = List.of(Measured.value("6"), Measured.value("8"));
        assertThat(Means.ofPh(values, HALF)).isEqualTo(new Value(new BigDecimal("6.296709")));
        assertThat(Means.ofPh(values.reversed(), HALF)).isEqualTo(Means.ofPh(values, HALF));
    }

    private static Measured mean(String... values) {
        return Means.arithmetic(List.of(values).stream().map(Measured::parse).toList(), HALF);
    }
}
