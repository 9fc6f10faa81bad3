package cn.bishui.monitoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.hj212.RequestAnswer;
import cn.bishui.monitoring.Frames;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DevicePassword;
import cn.bishui.monitoring.device.DevicePlace;
import cn.bishui.monitoring.device.DeviceState;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTests {

    private static final String MN = "010000A8900016F000169DC0";

    private static Verdict admit(DeviceState state, String segment) {
        Device device = new Device(
                1,
                MN,
                DevicePassword.seal("123456", new SecureRandom()),
                new DevicePlace.AtOutlet("unit", "DW001", "permit"),
                Duration.ofSeconds(30),
                state,
                Instant.EPOCH,
                "env-device-engineer",
                0);
        return new Gate(mn -> mn.equals(MN) ? Optional.of(device) : Optional.empty(), _ -> List.of())
                .admit(Frames.packet(segment));
    }

    private static String of2025(String cn, String mn, String data) {
        return Frames.segment("20260301083000120", cn, "123456", mn, data).replace("Flag=5", "Flag=9");
    }

    private static Verdict admit(String cn) {
        return admit(DeviceState.IN_SERVICE, Frames.segment("20260301083000120", cn, "123456", MN, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2011", "2021", "2031", "2041", "2051", "2061", "2081", "2083", "1011", "3015", "3019", "3020"})
    void takesUploads(String cn) {
        assertThat(admit(cn)).isInstanceOf(Verdict.Take.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1013", "9015"})
    void notesNotices(String cn) {
        assertThat(admit(cn)).isInstanceOf(Verdict.Note.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9011", "9012", "9013", "9014"})
    void hearsAnswersOfDevicesInServiceOnly(String cn) {
        assertThat(admit(cn)).isInstanceOf(Verdict.Hear.class);
        assertThat(admit(DeviceState.REGISTERED, Frames.segment("20260301083000120", cn, "123456", MN, "")))
                .isInstanceOf(Verdict.LetPass.class);
        assertThat(admit(DeviceState.IN_SERVICE, Frames.segment("20260301083000120", cn, "654321", MN, "")))
                .isInstanceOf(Verdict.LetPass.class);
        assertThat(admit(DeviceState.IN_SERVICE, Frames.segment("20260301083000120", cn, "123456", "1", "")))
                .isInstanceOf(Verdict.LetPass.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1012", "1072", "3011", "9021", "20A1", "2"})
    void refusesWhatNoDeviceSends(String cn) {
        assertThat(admit(cn)).isEqualTo(new Verdict.Refuse(RefusalReason.UNKNOWN_COMMAND));
    }

    @Test
    void refusesStrangers() {
        assertThat(admit(DeviceState.IN_SERVICE, Frames.segment("20260301083000120", "2011", "123456", "0", "")))
                .isEqualTo(new Verdict.Refuse(RefusalReason.UNKNOWN_DEVICE));
        assertThat(RefusalReason.UNKNOWN_DEVICE.answer()).isEqualTo(RequestAnswer.WRONG_MN);
    }

    @Test
    void refusesAWrongPasswordAndNone() {
        assertThat(admit(DeviceState.IN_SERVICE, Frames.segment("20260301083000120", "2011", "654321", MN, "")))
                .isEqualTo(new Verdict.Refuse(RefusalReason.WRONG_PASSWORD));
        assertThat(admit(DeviceState.IN_SERVICE, "ST=32;CN=2011;MN=" + MN + ";CP=&&&&"))
                .isEqualTo(new Verdict.Refuse(RefusalReason.WRONG_PASSWORD));
        assertThat(RefusalReason.WRONG_PASSWORD.answer()).isEqualTo(RequestAnswer.WRONG_PW);
    }

    @ParameterizedTest
    @EnumSource(value = DeviceState.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_SERVICE")
    void refusesDevicesThatAreNotInService(DeviceState state) {
        assertThat(admit(state, Frames.segment("20260301083000120", "2011", "123456", MN, "")))
                .isEqualTo(new Verdict.Refuse(RefusalReason.NOT_IN_SERVICE));
    }

    @Test
    void knowsTheCommandsOf2025ThatAreNoDataOnlyIn2025() {
        assertThat(admit(DeviceState.REGISTERED, of2025("1001", MN, "i23005-Info=A1")))
                .isInstanceOf(Verdict.TellNumber.class);
        assertThat(admit(DeviceState.REMOVED, of2025("1001", MN, "i23005-Info=A1")))
                .isEqualTo(new Verdict.Refuse(RefusalReason.NOT_IN_SERVICE));
        assertThat(admit(DeviceState.IN_SERVICE, of2025("1001", "0", "i23005-Info=A1")))
                .isEqualTo(new Verdict.Refuse(RefusalReason.NO_NUMBER));
        assertThat(admit(DeviceState.IN_SERVICE, of2025("1014", MN, "SKCreateTime=20260101000000")))
                .isEqualTo(new Verdict.Refuse(RefusalReason.NEXT_KEY));
        assertThat(admit("1001")).isEqualTo(new Verdict.Refuse(RefusalReason.UNKNOWN_COMMAND));
        assertThat(admit("1014")).isEqualTo(new Verdict.Refuse(RefusalReason.UNKNOWN_COMMAND));
    }

    @Test
    void takesUploadsOf2005WithoutQnAndFlag() {
        assertThat(admit(
                        DeviceState.IN_SERVICE,
                        "ST=32;CN=2011;PW=123456;MN=" + MN + ";CP=&&DataTime=20260301083000;011-Rtd=38.4,011-Flag=N&&"))
                .isInstanceOf(Verdict.Take.class);
    }
}
