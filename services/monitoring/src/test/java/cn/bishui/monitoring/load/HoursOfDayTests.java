package cn.bishui.monitoring.load;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.standards.Rules;
import cn.bishui.standards.effluent.EffectiveMean;
import cn.bishui.standards.load.HourlyDischarge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursOfDayTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final HoursOfDay hours = new HoursOfDay(DAY, Rules.standard());

    private void add(List<KeptRecord> records) {
        hours.add(records, _ -> EffectiveMean.Span.UNKNOWN);
    }

    private static KeptRecord hour(int hour, String... parts) {
        Packet.Builder packet = Packet.builder("32", "2061", "x");
        for (String part : parts) {
            int equals = part.indexOf('=');
            packet.item(part.substring(0, equals), part.substring(equals + 1));
        }
        return new KeptRecord(
                DAY.atTime(hour, 0), Instant.EPOCH, 1, packet.build().pollutants());
    }

    private HourlyDischarge only(String pollutant) {
        List<HourlyDischarge> found = hours.of(pollutant, Map.of(), Map.of());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void takesTheWaterAsItWasCountedOrElseByTheMeanFlow() {
        add(List.of(
                hour(0, "w00000-Cou=60.48", "w00000-Avg=99", "w00000-Flag=N", "w01018-Avg=40", "w01018-Flag=N"),
                hour(1, "w00000-Avg=20", "w00000-Flag=N", "w01018-Avg=40", "w01018-Flag=N")));
        assertThat(hours.of("w01018", Map.of(), Map.of()))
                .extracting(HourlyDischarge::cubicMetres)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("60.48"), new BigDecimal("72"));
    }

    @Test
    void countsNoValueThatIsMarkedOrNegative() {
        add(List.of(hour(
                3,
                "w00000-Cou=60",
                "w00000-Flag=N",
                "w01018-Avg=40",
                "w01018-Flag=D",
                "w21003-Avg=-1",
                "w21003-Flag=N")));
        assertThat(only("w01018").concentration()).isNull();
        assertThat(only("w21003").concentration()).isNull();
        assertThat(only("w01018").cubicMetres()).isEqualByComparingTo("60");
    }

    @Test
    void countsNoValueThatTheInstrumentCannotMeasure() {
        EffectiveMean.Span span = new EffectiveMean.Span(BigDecimal.ZERO, new BigDecimal("200"));
        hours.add(List.of(hour(3, "w00000-Cou=60", "w00000-Flag=N", "w01018-Avg=200.1", "w01018-Flag=N")), _ -> span);
        assertThat(only("w01018").concentration()).isNull();
        assertThat(hours.of("w01018", Map.of(3, new BigDecimal("150")), Map.of())
                        .getFirst()
                        .concentration())
                .isEqualByComparingTo("150");
    }

    @Test
    void knowsNoWaterWhereTheMeterIsBroken() {
        add(List.of(hour(3, "w00000-Cou=60", "w00000-Flag=D", "w01018-Avg=40", "w01018-Flag=N")));
        assertThat(only("w01018").cubicMetres()).isNull();
    }

    @Test
    void turnsMicrogramsIntoMilligramsAndOldCodesIntoNewOnes() {
        add(List.of(hour(
                3,
                "B01-Cou=60",
                "B01-Flag=N",
                "011-Avg=40",
                "011-Flag=N",
                "w21017-Avg=0.2",
                "w21017-Flag=N",
                "w20117-Avg=42",
                "w20117-Flag=N")));
        assertThat(only("w01018").concentration()).isEqualByComparingTo("40");
        assertThat(only("w01018").cubicMetres()).isEqualByComparingTo("60");
        assertThat(only("w20117").concentration()).isEqualByComparingTo("0.042");
    }

    @Test
    void hasNoLoadOfWhatIsNoMassInWater() {
        add(List.of(hour(
                3,
                "w00000-Cou=60",
                "w00000-Flag=N",
                "w01001-Avg=7.1",
                "w01001-Flag=N",
                "w01009-Avg=6",
                "w01009-Flag=N",
                "w01018-Avg=40",
                "w01018-Flag=N",
                "x1-Avg=1",
                "x1-Flag=N")));
        assertThat(hours.pollutants()).containsExactly("w01018");
    }

    @Test
    void putsASubstitutedValueWhereThereIsNoValidOneAndNowhereElse() {
        add(List.of(
                hour(3, "w00000-Cou=60", "w00000-Flag=N", "w01018-Avg=40", "w01018-Flag=D"),
                hour(4, "w00000-Cou=60", "w00000-Flag=N", "w01018-Avg=40", "w01018-Flag=N")));
        List<HourlyDischarge> found =
                hours.of("w01018", Map.of(3, new BigDecimal("55"), 4, new BigDecimal("99")), Map.of());
        assertThat(found).extracting(HourlyDischarge::substituted).containsExactly(true, false);
        assertThat(found.getFirst().concentration()).isEqualByComparingTo("55");
        assertThat(found.getLast().concentration()).isEqualByComparingTo("40");
    }

    @Test
    void fillsAGapOfTheFlowMeterWithASubstitutedFlow() {
        add(List.of(
                hour(3, "w00000-Cou=60", "w00000-Flag=D", "w01018-Avg=40", "w01018-Flag=N"),
                hour(4, "w00000-Cou=60", "w00000-Flag=N", "w01018-Avg=40", "w01018-Flag=N")));
        BigDecimal twenty = new BigDecimal("20");
        assertThat(hours.of("w01018", Map.of(), Map.of(3, twenty, 4, twenty)))
                .extracting(HourlyDischarge::cubicMetres)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("72"), new BigDecimal("60"));
    }

    @Test
    void takesTheFirstOfSeveralDevicesThatHasAValidValue() {
        add(List.of(hour(3, "w01018-Avg=40", "w01018-Flag=D")));
        add(List.of(hour(3, "w00000-Cou=60", "w00000-Flag=N", "w01018-Avg=44", "w01018-Flag=N")));
        assertThat(only("w01018").concentration()).isEqualByComparingTo("44");
        assertThat(only("w01018").cubicMetres()).isEqualByComparingTo("60");
    }
}
