package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTests {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 8, 30, 15);
    private static final LocalDateTime QN = TIME.plusNanos(7_000_000);
    private static final Commands CENTRE =
            new Commands("32", "010000A8900016F000169DC0", "123456", ProtocolVersion.V2017);
    private static final Uploads DEVICE =
            new Uploads("32", "010000A8900016F000169DC0", "123456", ProtocolVersion.V2025);

    private static final PollutantData COD = PollutantData.builder("w01018")
            .sampleTime(TIME)
            .value(Measure.RTD, "38.40")
            .flag(DataFlag.NORMAL)
            .other("EFlag", "A01")
            .build();
    private static final Map<String, PollutantData> LIMITS = Map.of(
            "101",
            PollutantData.builder("101")
                    .value(Measure.LOW_VALUE, "1.1")
                    .value(Measure.UP_VALUE, "9.9")
                    .build());

    @TestFactory
    List<DynamicTest> everyCommandArrivesAsItWasSent() {
        List<Command> commands = new ArrayList<>(List.of(
                new Command.InstrumentOrder(Command.InstrumentOrder.Task.TELL_TIME, null),
                new Command.History(Command.History.Of.HOURS, TIME, TIME.plusHours(3)),
                new Command.History(Command.History.Of.RAW, TIME, TIME),
                new Command.SetTimeout(5, 3),
                new Command.SetTime(null, TIME),
                new Command.SetRealtimeInterval(30),
                new Command.SetMinuteInterval(12),
                new Command.SetPassword("654321"),
                new Command.SetSamplingCycle("w01018", LocalTime.of(1, 2, 3), 24),
                new Command.AskDeviceInfo("w01018", "i12001"),
                new Command.AskDeviceInfo(null, "i21001", TIME, TIME.plusDays(1)),
                new Command.SetParameter("w01018", "i13004", "168.0"),
                new Command.SetKey("20260301083015", "00112233445566778899AABBCCDDEEFF"),
                new Command.SetMn(Map.of("i23005", "LOGGER1")),
                new Command.SetWarnTime(5),
                new Command.AskAlarmLimits(List.of("101", "102")),
                new Command.SetAlarmLimits(LIMITS),
                new Command.SetAlarmTarget("3882566"),
                new Command.SetReportTime("0101")));
        Arrays.stream(Command.Order.What.values()).map(Command.Order::new).forEach(commands::add);
        Arrays.stream(Command.InstrumentOrder.Task.values())
                .map(task -> new Command.InstrumentOrder(task, "w01018"))
                .forEach(commands::add);
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(command.toString(), () -> {
                    Packet packet = Wire.decoded(PacketEncoder.encode(CENTRE.packet(command, QN)));
                    assertThat(packet.answerWanted()).isTrue();
                    assertThat(packet.leniencies())
                            .isSubsetOf(Leniency.DUPLICATE_DATA); // PolId comes again in 1021 of 2005
                    assertThat(Message.fromCentre(packet)).isEqualTo(command);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyUploadArrivesAsItWasSent() {
        return List.of(
                        Upload.Measured.of(Upload.Measured.Kind.REALTIME, TIME, COD),
                        Upload.Measured.of(Upload.Measured.Kind.DAY, TIME),
                        Upload.Measured.of(
                                Upload.Measured.Kind.STANDARD_CHECK,
                                TIME,
                                PollutantData.builder("w01018")
                                        .other("SampleRd", "49.7")
                                        .other("StandardValue", "50")
                                        .other("ResultType", "1")
                                        .build()),
                        new Upload.FacilityStates(TIME, Map.of("SB1", 7)),
                        new Upload.FacilityHours(TIME, Map.of("SB1", new BigDecimal("23.50"))),
                        new Upload.Restart(TIME, TIME.minusMinutes(2)),
                        new Upload.DeviceTime(null, TIME),
                        new Upload.TimeRequest("w01018"),
                        new Upload.TimeRequest(null),
                        new Upload.RealtimeInterval(30),
                        new Upload.MinuteInterval(10),
                        new Upload.RetainedSample(TIME, 99),
                        new Upload.SamplingCycle("w01018", LocalTime.of(0, 30), 2),
                        new Upload.SamplingDuration("w01018", 40),
                        new Upload.InstrumentNumbers(TIME, Map.of("w01018", "010000A8900016F000169DC1")),
                        new Upload.InstrumentNumbers(null, Map.of("w01018", "010000A8900016F000169DC1")),
                        new Upload.DeviceInfo(TIME, "w01018", Map.of("i12001", "1")),
                        Upload.DeviceInfo.log(TIME, null, "i21001", "开机"),
                        new Upload.Heartbeat(),
                        new Upload.Hardware(Map.of("i23005", "LOGGER1")),
                        new Upload.KeyRequest("20251201000000"),
                        new Upload.KeyRequest(null),
                        new Upload.AlarmLimits(LIMITS),
                        new Upload.AlarmTarget("3882566"),
                        new Upload.ReportTime("0101"),
                        new Upload.AlarmEvent(
                                TIME, List.of(new Upload.AlarmEvent.Alarm("101", new BigDecimal("1.1"), "1"))))
                .stream()
                .map(upload -> DynamicTest.dynamicTest(upload.toString(), () -> {
                    Packet packet = Wire.decoded(PacketEncoder.encode(DEVICE.packet(upload, QN, true)));
                    assertThat(packet.leniencies()).isEmpty();
                    assertThat(Message.fromDevice(packet)).isEqualTo(upload);
                }))
                .toList();
    }

    @Test
    void readsAlarmsOf2005() {
        Packet packet = Wire.packet("QN=20040516010101001;ST=32;CN=2072;PW=123456;MN=88888880000001;Flag=0;"
                + "CP=&&AlarmTime=20040506010101;101-Ala=1.1,AlarmType=1;102-Ala=2,AlarmType=0&&");
        assertThat(Message.fromDevice(packet))
                .isEqualTo(new Upload.AlarmEvent(
                        LocalDateTime.of(2004, 5, 6, 1, 1, 1),
                        List.of(
                                new Upload.AlarmEvent.Alarm("101", new BigDecimal("1.1"), "1"),
                                new Upload.AlarmEvent.Alarm("102", new BigDecimal("2"), "0"))));
    }

    @Test
    void findsTheQnThat2005HasInTheData() {
        Packet answer =
                Wire.packet("ST=91;CN=9011;PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20040516010101001;QnRtn=1&&");
        assertThat(Message.fromDevice(answer)).isEqualTo(new Reply.RequestAnswered("20040516010101001", 1));
        Packet request = Wire.packet("QN=20040516010101001;ST=32;CN=1011;PW=123456;MN=88888880000001;Flag=3;CP=&&&&");
        assertThat(PacketEncoder.segment(Answers.toRequest(request, RequestAnswer.ACCEPTED)))
                .isEqualTo("QN=20040516010101001;ST=91;CN=9011;PW=123456;MN=88888880000001;Flag=0;"
                        + "CP=&&QN=20040516010101001;QnRtn=1&&");
    }

    @Test
    void namesWhatAnAnswerMeans() {
        assertThat(new Reply.RequestAnswered(null, 3).answer()).isEqualTo(RequestAnswer.WRONG_PW);
        assertThat(new Reply.RequestAnswered(null, 77).answer()).isEqualTo(RequestAnswer.UNKNOWN);
        assertThat(new Reply.Executed(null, 100).result()).isEqualTo(ExecutionResult.NO_DATA);
        assertThat(new Reply.Executed(null, 77).result()).isEqualTo(ExecutionResult.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "2011,,DataTime",
        "2011,DataTime=20260230000000,DataTime",
        "2021,DataTime=20260301000000;SB1-RS=x,SB1-RS",
        "2041,DataTime=20260301000000;SB1-RT=1e9,SB1-RT",
        "1061,RtdInterval=,RtdInterval",
        "3017,PolId=w01018;CstartTime=250000;CTime=2,CstartTime",
        "3019,PolId=w01018,SN",
        "9012,,ExeRtn"
    })
    void tellsWhatADevicesDataLack(String cn, String data, String named) {
        Packet packet = packet(cn, data == null ? "" : data);
        assertThat(Message.fromDevice(packet)).isInstanceOfSatisfying(Message.Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).contains(named);
            assertThat(unreadable.items()).isEqualTo(packet.items());
        });
    }

    @ParameterizedTest
    @CsvSource({"1062,RtdInterval=29", "1064,MinInterval=7", "2061,BeginTime=20260302000000;EndTime=20260301000000"})
    void tellsWhatIsOutOfRangeInACommand(String cn, String data) {
        assertThat(Message.fromCentre(packet(cn, data))).isInstanceOf(Message.Unreadable.class);
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        assertThat(Message.fromDevice(packet("2999", "a=1")))
                .isEqualTo(new Message.Unknown("2999", List.of(Item.of("a", "1"))));
        assertThat(Message.fromCentre(packet("2081", "a=1"))).isInstanceOf(Message.Unknown.class);
        assertThat(Message.fromDevice(packet("1012", "SystemTime=20260301000000")))
                .isInstanceOf(Message.Unknown.class);
    }

    @Test
    void refusesCommandsThatTheStandardForbids() {
        assertThatThrownBy(() -> new Command.SetRealtimeInterval(3601)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.SetMinuteInterval(60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.SetPassword("1234567")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.SetSamplingCycle(null, LocalTime.NOON, 25))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.SetTimeout(0, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hidesSecrets() {
        assertThat(CENTRE.packet(new Command.SetPassword("654321"), QN).toString())
                .doesNotContain("654321")
                .contains("NewPW=******");
        assertThat(CENTRE.packet(new Command.SetKey(null, "CAFE"), QN).toString())
                .doesNotContain("CAFE");
        assertThat(new Command.SetPassword("654321").toString()).doesNotContain("654321");
        assertThat(new Command.SetKey(null, "CAFE").toString()).doesNotContain("CAFE");
        assertThat(DEVICE.toString() + CENTRE).doesNotContain("123456");
    }

    @Test
    void addressesADeviceOfEachVersion() {
        for (ProtocolVersion version : ProtocolVersion.values()) {
            Packet packet = new Commands("32", "1", "123456", version)
                    .packet(new Command.Order(Command.Order.What.START_REALTIME), QN);
            assertThat(packet.version())
                    .isEqualTo(version == ProtocolVersion.UNKNOWN ? ProtocolVersion.V2017 : version);
        }
    }

    private static Packet packet(String cn, String data) {
        return Wire.packet("QN=20260301083000120;ST=32;CN=" + cn + ";PW=123456;MN=1;Flag=5;CP=&&" + data + "&&");
    }
}
