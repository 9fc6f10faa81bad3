package cn.bishui.standards.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Rules;
import cn.bishui.standards.load.Load.Validity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoadTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void sumsConcentrationTimesWater() {
        // 24 h of 50 mg/L in 100 m³: 120 kg in 2400 m³
        Load day = Load.day(DAY, hours(24, "50", "100"), Rules.standard());
        assertThat(day.kilograms()).isEqualByComparingTo("120");
        assertThat(day.tonnes()).isEqualByComparingTo("0.12");
        assertThat(day.cubicMetres()).isEqualByComparingTo("2400");
        assertThat(day.meanConcentration())
                .hasValueSatisfying(mean -> assertThat(mean).isEqualByComparingTo("50"));
        assertThat(day.validity()).isEqualTo(Validity.VALID);
        assertThat(day.validPercent()).isEqualTo(new BigDecimal("100.0"));
        assertThat(day.missing()).isEmpty();
        assertThat(day.working()).isEqualTo("2026-03-01: 120.000 kg, 2400 m³; 有效数据 24/24 = 100.0%: 有效; HJ 356-2019");
        assertThat(day.percentOf(new BigDecimal("12"))).isEqualTo(new BigDecimal("1.0"));
    }

    @Test
    void weighsTheDailyMeanByTheWater() {
        List<HourlyDischarge> hours = hours(22, "50", "0");
        hours.add(HourlyDischarge.of(22, new BigDecimal("10"), new BigDecimal("300")));
        hours.add(HourlyDischarge.of(23, new BigDecimal("50"), new BigDecimal("100")));
        Load day = Load.day(DAY, hours, Rules.standard());
        assertThat(day.meanConcentration()).contains(new BigDecimal("20.000000"));
        assertThat(day.expected()).isEqualTo(2);
        assertThat(day.validity()).isEqualTo(Validity.VALID);
    }

    @Test
    void turnsFlowIntoWater() {
        // 27.5 L/s for an hour
        assertThat(Load.cubicMetres(new BigDecimal("27.5"), Duration.ofHours(1)))
                .isEqualByComparingTo("99");
        assertThat(Load.kilograms(new BigDecimal("30"), new BigDecimal("99"))).isEqualByComparingTo("2.97");
    }

    @Test
    void namesWhatIsMissingAndMakesNothingUp() {
        List<HourlyDischarge> hours = hours(20, "50", "100");
        hours.add(new HourlyDischarge(20, null, new BigDecimal("100"), false));
        hours.add(new HourlyDischarge(21, new BigDecimal("50"), null, false));
        Load day = Load.day(DAY, hours, Rules.standard());
        assertThat(day.kilograms()).isEqualByComparingTo("100");
        assertThat(day.cubicMetresWithout()).isEqualByComparingTo("100");
        assertThat(day.missing()).containsExactly("20", "21", "22", "23");
        assertThat(day.expected()).isEqualTo(24);
        assertThat(day.counted()).isEqualTo(20);
        assertThat(day.validity()).isEqualTo(Validity.VALID);
        assertThat(Load.day(DAY, hours(17, "50", "100"), Rules.standard()).validity())
                .isEqualTo(Validity.TOO_FEW);
        assertThat(Load.day(DAY, hours(18, "50", "100"), Rules.standard()).validity())
                .isEqualTo(Validity.VALID);
    }

    @Test
    void substitutedValuesCountForAmountsOnly() {
        List<HourlyDischarge> hours = hours(12, "50", "100");
        for (int hour = 12; hour < 24; hour++) {
            hours.add(new HourlyDischarge(hour, new BigDecimal("40"), new BigDecimal("100"), true));
        }
        Load day = Load.day(DAY, hours, Rules.standard());
        assertThat(day.kilograms()).isEqualByComparingTo("108");
        assertThat(day.substitutedKilograms()).isEqualByComparingTo("48");
        assertThat(day.counted()).isEqualTo(12);
        assertThat(day.validity()).isEqualTo(Validity.TOO_FEW);
        assertThat(day.missing()).isEmpty();
    }

    @Test
    void aDayWithoutWaterWantsNoValues() {
        Load day = Load.day(DAY, hours(24, "50", "0"), Rules.standard());
        assertThat(day.validity()).isEqualTo(Validity.NO_DISCHARGE);
        assertThat(day.kilograms()).isZero();
        assertThat(day.meanConcentration()).isEmpty();
        assertThat(day.validPercent()).isEqualTo(new BigDecimal("100.0"));
    }

    @Test
    void addsUpDaysAndMonths() {
        Rules rules = Rules.standard();
        Load first = Load.day(DAY, hours(24, "50", "100"), rules);
        Load second = Load.day(DAY.plusDays(1), hours(10, "50", "100"), rules);
        Load month = Load.together("2026-03", List.of(first, second), List.of("2026-03-03"), DAY, rules);
        assertThat(month.kilograms()).isEqualByComparingTo("170");
        assertThat(month.missing()).containsExactly("2026-03-02", "2026-03-03");
        assertThat(month.expected()).isEqualTo(72);
        assertThat(month.counted()).isEqualTo(34);
        assertThat(month.validity()).isEqualTo(Validity.TOO_FEW);
        Load year = Load.together("2026", List.of(month), List.of(), DAY, rules);
        assertThat(year.kilograms()).isEqualByComparingTo("170");
        assertThat(Load.together("2026-04", List.of(), List.of(), DAY, rules).validity())
                .isEqualTo(Validity.NO_DISCHARGE);
        assertThat(Load.together("2026-04", List.of(), List.of("2026-04-01"), DAY, rules)
                        .validity())
                .isEqualTo(Validity.TOO_FEW);
    }

    @Test
    void refusesWhatCannotBe() {
        List<HourlyDischarge> twice = hours(2, "1", "1");
        twice.add(HourlyDischarge.of(1, BigDecimal.ONE, BigDecimal.ONE));
        assertThatThrownBy(() -> Load.day(DAY, twice, Rules.standard())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HourlyDischarge.of(24, BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HourlyDischarge.of(1, new BigDecimal("-1"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        Load day = Load.day(DAY, hours(24, "50", "100"), Rules.standard());
        assertThatThrownBy(() -> day.percentOf(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theMeanLiesBetweenTheLowestAndTheHighest(
            @ForAll @Size(min = 1, max = 24) List<@BigRange(min = "0", max = "500") BigDecimal> concentrations,
            @ForAll Random random) {
        List<HourlyDischarge> hours = new ArrayList<>();
        for (int hour = 0; hour < concentrations.size(); hour++) {
            hours.add(HourlyDischarge.of(hour, concentrations.get(hour), BigDecimal.valueOf(1 + random.nextInt(100))));
        }
        Load day = Load.day(DAY, hours, Rules.standard());
        BigDecimal tolerance = new BigDecimal("0.000001");
        BigDecimal mean = day.meanConcentration().orElseThrow();
        assertThat(mean)
                .isBetween(
                        Collections.min(concentrations).subtract(tolerance),
                        Collections.max(concentrations).add(tolerance));
        Collections.shuffle(hours, random);
        assertThat(Load.day(DAY, hours, Rules.standard()).kilograms()).isEqualByComparingTo(day.kilograms());
    }

    private static List<HourlyDischarge> hours(int count, String concentration, String cubicMetres) {
        List<HourlyDischarge> hours = new ArrayList<>();
        for (int hour = 0; hour < count; hour++) {
            hours.add(HourlyDischarge.of(hour, new BigDecimal(concentration), new BigDecimal(cubicMetres)));
        }
        return hours;
    }
}
