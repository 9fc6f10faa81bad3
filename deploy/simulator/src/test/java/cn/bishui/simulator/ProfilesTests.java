package cn.bishui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.hj212.Flag;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.standards.Pollutants;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTests {

    private static final String COLUMNS = "unit,trade,outlet,pollutant,mean,spread,amount,break_days_ago,break_mean";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void whatIsShippedFitsTheTableAndAPacket() throws IOException {
        for (int unit = 1; unit <= 3; unit++) {
            List<Substance> substances = Profiles.shipped().of(device(unit, "DW001"));
            assertThat(substances).hasSizeGreaterThanOrEqualTo(5);
            for (Substance substance : substances) {
                assertThat(substance.decimals())
                        .as(substance.code())
                        .isLessThanOrEqualTo(Pollutants.of(substance.code()).decimals());
            }
            Measurements measurements = new Measurements(substances, new Signal("x", "1", TODAY));
            Packet.Builder day = Packet.builder("32", "2031", "0".repeat(24))
                    .qn(TODAY.atStartOfDay())
                    .pw("123456")
                    .flag(Flag.ANSWER);
            measurements
                    .during(TODAY.minusDays(1).atStartOfDay(), Duration.ofDays(1))
                    .forEach(day::item);
            assertThat(PacketEncoder.encode(day.build())).isNotEmpty();
        }
    }

    @Test
    void valuesStayWithinTheSpreadAndAreTheSameForTheSameSeed() throws IOException {
        for (Substance substance : Profiles.shipped().of(device(1, "DW001"))) {
            Signal signal = new Signal("seed", "MN", TODAY);
            Signal same = new Signal("seed", "MN", TODAY);
            Signal other = new Signal("seed", "MN2", TODAY);
            double mean = substance.mean().doubleValue();
            double spread = substance.spread().doubleValue();
            int differ = 0;
            for (int minute = 0; minute < 3000; minute++) {
                LocalDateTime time = TODAY.atStartOfDay().plusMinutes(minute);
                double value = signal.at(substance, time);
                assertThat(value).isBetween(mean - spread, mean + spread);
                assertThat(same.at(substance, time)).isEqualTo(value);
                differ += other.at(substance, time) == value ? 0 : 1;
            }
            assertThat(differ).isGreaterThan(2900);
        }
    }

    @Test
    void anOutletMayHaveAProfileOfItsOwnAndUnitsBeginAgain() {
        Profiles profiles = Profiles.of(
                "test",
                List.of(COLUMNS, "1,a,,w01018,50,1,yes,,", "1,a,DW002,w21003,5,1,yes,,", "2,b,,w01001,7,1,no,1,10"));
        assertThat(profiles.of(device(1, "DW001"))).extracting(Substance::code).containsExactly("w01018");
        assertThat(profiles.of(device(1, "DW002"))).extracting(Substance::code).containsExactly("w21003");
        assertThat(profiles.of(device(2, "DW001"))).extracting(Substance::code).containsExactly("w01001");
        assertThat(profiles.of(device(3, "DW001"))).extracting(Substance::code).containsExactly("w01018");
    }

    @Test
    void refusesAFileThatIsNone() {
        for (List<String> lines : List.of(
                List.<String>of(),
                List.of(COLUMNS),
                List.of("a,b"),
                List.of(COLUMNS, "1,a,,w01018,x,1,yes,,"),
                List.of(COLUMNS, "1,a,,w01018,5,6,yes,,"),
                List.of(COLUMNS, "1,a,,w01018"))) {
            assertThatThrownBy(() -> Profiles.of("test", lines)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Registration device(int unit, String outlet) {
        return new Registration("MN", "pw", outlet, "unit", unit, true);
    }
}
