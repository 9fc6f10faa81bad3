package cn.bishui.standards.effluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import cn.bishui.standards.effluent.EffectiveMean.Hour;
import cn.bishui.standards.effluent.EffectiveMean.Outcome;
import cn.bishui.standards.effluent.EffectiveMean.Span;
import cn.bishui.standards.effluent.EffectiveMean.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveMeanTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final List<Hour> hours = new ArrayList<>();

    /** Hours with the same value. */
    private EffectiveMeanTests from(int first, int last, String value, String flag, String cubicMetres) {
        for (int hour = first; hour <= last; hour++) {
            hours.add(new Hour(hour, number(value), flag, number(cubicMetres)));
        }
        return this;
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private EffectiveMean mean(String code) {
        return EffectiveMean.of(Pollutants.of(code), hours, Span.UNKNOWN, DAY, Rules.standard());
    }

    @Test
    void weightsTheHoursByTheirWater() {
        EffectiveMean mean =
                from(0, 11, "40", "N", "100").from(12, 23, "80", "N", "300").mean("w01018");
        assertThat(mean.mean()).isEqualByComparingTo("70");
        assertThat(mean.weighted()).isTrue();
        assertThat(mean.outcome()).isEqualTo(Outcome.VALID);
        assertThat(mean.working()).isEqualTo("Σ(c·q)/Σq = 336000 / 4800 = 70; 有效 24/24 = 100.0% ≥ 75%");
    }

    @Test
    void takesTheArithmeticMeanWhereTheDeviceSendsNoFlow() {
        EffectiveMean mean =
                from(0, 11, "40", "N", null).from(12, 23, "80", "N", null).mean("w01018");
        assertThat(mean.mean()).isEqualByComparingTo("60");
        assertThat(mean.weighted()).isFalse();
        assertThat(mean.working()).startsWith("Σc/n = 1440 / 24 = 60");
    }

    @Test
    void doesNotWeightPh() {
        EffectiveMean mean =
                from(0, 11, "6.0", "N", "100").from(12, 23, "9.0", "N", "300").mean("w01001");
        assertThat(mean.mean()).isEqualByComparingTo("7.5");
        assertThat(mean.weighted()).isFalse();
    }

    @Test
    void expectsNothingOfHoursWithoutDischarge() {
        EffectiveMean mean =
                from(0, 11, "500", "N", "0").from(12, 23, "45", "N", "10").mean("w01018");
        assertThat(mean.mean()).isEqualByComparingTo("45");
        assertThat(mean.expected()).isEqualTo(12);
        assertThat(mean.valid()).isEqualTo(12);
        assertThat(mean.lines().getFirst().state()).isEqualTo(State.NO_DISCHARGE);
        EffectiveMean ph = mean("w01001");
        assertThat(ph.expected()).isEqualTo(12);
    }

    @Test
    void judgesNoDayOnWhichNothingWasDischarged() {
        EffectiveMean mean = from(0, 23, "500", "N", "0").mean("w01018");
        assertThat(mean.outcome()).isEqualTo(Outcome.NO_DISCHARGE);
        assertThat(mean.mean()).isNull();
        assertThat(mean.validPercent()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"17, VALID", "16, TOO_FEW"})
    void isValidWithThreeQuartersOfTheExpectedHoursAndNotWithLess(int last, Outcome outcome) {
        assertThat(from(0, last, "45", "N", "10")
                        .from(last + 1, 23, "45", "D", "10")
                        .mean("w01018")
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void expectsHoursThatAreMissing() {
        EffectiveMean mean = from(0, 16, "45", "N", "10").mean("w01018");
        assertThat(mean.expected()).isEqualTo(24);
        assertThat(mean.outcome()).isEqualTo(Outcome.TOO_FEW);
        assertThat(mean.validPercent()).isEqualByComparingTo("70.8");
        assertThat(mean.lines()).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "M", "S", "D", "C", "B", "n", "X", ""})
    void takesNoHourWhoseFlagIsNotNormal(String flag) {
        EffectiveMean mean =
                from(0, 0, "5000", flag, "10").from(1, 23, "45", "N", "10").mean("w01018");
        assertThat(mean.mean()).isEqualByComparingTo("45");
        assertThat(mean.lines().getFirst().state()).isEqualTo(State.NOT_NORMAL);
        assertThat(mean.suspected()).isFalse();
    }

    @Test
    void suspectsADayWithAnHourAboveTheRangeAndLeavesTheHourOut() {
        EffectiveMean mean =
                from(0, 0, "5000", "T", "10").from(1, 23, "45", "N", "10").mean("w01018");
        assertThat(mean.suspected()).isTrue();
        assertThat(mean.valid()).isEqualTo(23);
        assertThat(mean.mean()).isEqualByComparingTo("45");
    }

    @Test
    void takesNoValueThatTheInstrumentCannotMeasure() {
        from(0, 0, "-1", "N", "10").from(1, 1, "900", "N", "10").from(2, 23, "45", "N", "10");
        EffectiveMean mean = EffectiveMean.of(
                Pollutants.of("w01018"), hours, new Span(null, new BigDecimal("500")), DAY, Rules.standard());
        assertThat(mean.lines()).extracting(EffectiveMean.Line::state).startsWith(State.NEGATIVE, State.OUTSIDE_SPAN);
        assertThat(mean.mean()).isEqualByComparingTo("45");
    }

    @Test
    void cannotWeightAnHourWhoseWaterIsNotKnown() {
        EffectiveMean mean =
                from(0, 0, "900", "N", null).from(1, 23, "45", "N", "10").mean("w01018");
        assertThat(mean.lines().getFirst().state()).isEqualTo(State.WITHOUT_FLOW);
        assertThat(mean.expected()).isEqualTo(24);
        assertThat(mean.mean()).isEqualByComparingTo("45");
    }

    @Test
    void keepsTwoDecimalsMoreThanTheTableHalfToEven() {
        EffectiveMean mean =
                from(0, 1, "50.0", "N", "1").from(2, 2, "50.1", "N", "1").mean("w01018");
        assertThat(mean.mean()).isEqualTo(new BigDecimal("50.033"));
    }

    @Test
    void refusesAnHourThatIsThereTwice() {
        from(0, 1, "50", "N", "1").from(1, 1, "50", "N", "1");
        assertThatThrownBy(() -> mean("w01018")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesTheMeanOfTheFlowOutOfAllItsHours() {
        assertThat(from(0, 11, "0", "N", "0")
                        .from(12, 23, "20", "N", "72")
                        .mean("w00000")
                        .mean())
                .isEqualByComparingTo("10");
    }
}
