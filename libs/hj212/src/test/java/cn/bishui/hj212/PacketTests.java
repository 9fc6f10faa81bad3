package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketTests {

    private static final String HEAD =
            "QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;";

    @Test
    void readsAllFields() {
        Packet packet = Wire.packet(
                "QN=20260301090001535;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNUM=2;PNO=1;RF=1;"
                        + "CP=&&DataTime=20260301080000;w01018-SampleTime=20260301070000,w01018-Cou=2.322,w01018-Min=37.4,"
                        + "w01018-Avg=38.40,w01018-Max=39.9,w01018-Flag=N,w01018-EFlag=A01&&");
        assertThat(packet.qn()).isEqualTo("20260301090001535");
        assertThat(packet.st()).isEqualTo("32");
        assertThat(packet.cn()).isEqualTo(Cn.HOUR);
        assertThat(packet.pw()).isEqualTo("123456");
        assertThat(packet.mn()).isEqualTo("010000A8900016F000169DC0");
        assertThat(packet.flag()).isEqualTo(new Flag(7));
        assertThat(packet.number()).isEqualTo(new PacketNumber(2, 1));
        assertThat(packet.resent()).isTrue();
        assertThat(packet.answerWanted()).isTrue();
        assertThat(packet.dataTime()).contains(LocalDateTime.of(2026, 3, 1, 8, 0));
        PollutantData cod = Objects.requireNonNull(packet.pollutants().get("w01018"));
        assertThat(cod.value(Measure.AVG)).contains(new BigDecimal("38.40"));
        assertThat(cod.value(Measure.COU)).contains(new BigDecimal("2.322"));
        assertThat(cod.value(Measure.RTD)).isEmpty();
        assertThat(cod.normal()).isTrue();
        assertThat(cod.sampleTime()).isEqualTo(LocalDateTime.of(2026, 3, 1, 7, 0));
        assertThat(cod.other()).containsEntry("EFlag", "A01");
        assertThat(packet.leniencies()).isEmpty();
    }

    @Test
    void readsAnUploadOf2005WithoutQnAndFlag() {
        Packet packet = Wire.packet("ST=32;CN=2011;PW=123456;MN=88888880000001;CP=&&DataTime=20040516021000;"
                + "B01-Rtd=100;011-Rtd=1.1,011-Flag=N&&");
        assertThat(packet.version()).isEqualTo(ProtocolVersion.V2005);
        assertThat(packet.answerWanted()).isFalse();
        assertThat(packet.leniencies()).containsExactlyInAnyOrder(Leniency.MISSING_QN, Leniency.MISSING_FLAG);
        assertThat(packet.pollutants().keySet()).containsExactly("B01", "011");
    }

    @Test
    void tellsTheVersionWhateverTheLengthOfMn() {
        for (int version = 0; version < 3; version++) {
            String segment = HEAD.replace("Flag=5", "Flag=" + (version * 4 + 1)) + "CP=&&&&";
            assertThat(Wire.packet(segment).version().number()).isEqualTo(version);
        }
        assertThat(Wire.packet(HEAD.replace("Flag=5", "Flag=252") + "CP=&&&&").version())
                .isEqualTo(ProtocolVersion.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMMA_IN_HEADER              | QN=20260301083000120,ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a=1&&",
                "COMMA_IN_HEADER              | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5,CP=&&a=1&&",
                "MISSING_SEMICOLON_BEFORE_CP  | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5CP=&&a=1&&",
                "SPACE                        | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&& a=1&&",
                "SPACE                        | QN=20260301083000120; ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a= 1&&",
                "UNCLOSED_CP                  | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a=1",
                "TEXT_AFTER_CP                | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a=1&&;",
                "DUPLICATE_DATA               | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a=1;a=2&&",
                "DUPLICATE_FIELD              | QN=20260301083000120;ST=32;CN=2011;CN=9;PW=123456;MN=1;Flag=5;CP=&&a=1&&",
                "MISSING_PACKET_NUMBER        | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=7;CP=&&a=1&&",
                "MISSING_PACKET_NUMBER        | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=7;PNUM=2;PNO=3;CP=&&a=1&&",
                "UNANNOUNCED_PACKET_NUMBER    | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;PNUM=2;PNO=1;CP=&&a=1&&",
                "MISSING_FLAG                 | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=256;CP=&&a=1&&",
                "MISSING_QN                   | QN=;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a=1&&",
                "NAME_WITHOUT_VALUE           | QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&a=1;b&&",
            })
    void readsWhatTheFieldSendsAndNotesTheDeparture(Leniency leniency, String segment) {
        Packet packet = Wire.packet(segment);
        assertThat(packet.leniencies()).containsExactly(leniency);
        assertThat(packet.cn()).isEqualTo(Cn.REALTIME);
        assertThat(packet.mn()).isEqualTo("1");
        assertThat(packet.value("a")).contains("1");
    }

    @Test
    void keepsAFlagThatIsNone() {
        Packet packet = Wire.packet("QN=20260301083000120;ST=32;CN=2011;PW=1;MN=1;Flag=x;CP=&&&&");
        assertThat(packet.flag()).isNull();
        assertThat(packet.otherFields()).containsExactly(new Field("Flag", "x"));
    }

    @Test
    void readsAnMnOf24CharactersWithTheFlagOfAnyVersion() {
        for (int bits = 0; bits < 256; bits++) {
            if ((bits & 2) == 0) {
                Packet packet = Wire.packet(HEAD.replace("Flag=5", "Flag=" + bits) + "CP=&&&&");
                assertThat(packet.mn()).isEqualTo("010000A8900016F000169DC0");
                assertThat(packet.leniencies()).isEmpty();
                assertThat(packet.answerWanted()).isEqualTo(bits % 2 == 1);
                assertThat(packet.version().number())
                        .isEqualTo(bits / 4 <= 2 ? bits / 4 : ProtocolVersion.UNKNOWN.number());
            }
        }
    }

    @Test
    void reportsFactorsThatCameTwice() {
        Packet packet = Wire.packet(HEAD + "CP=&&w01018-Rtd=1,w01018-Flag=N;w01018-Rtd=2,w01018-Flag=D&&");
        assertThat(packet.leniencies()).containsExactly(Leniency.DUPLICATE_DATA);
        assertThat(packet.duplicates()).containsExactly(new Field("w01018-Rtd", "2"), new Field("w01018-Flag", "D"));
        assertThat(Objects.requireNonNull(packet.pollutants().get("w01018")).toString())
                .isEqualTo("w01018-Rtd=1,w01018-Flag=N");
    }

    @Test
    void findsAPollutantAmongMany() {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            data.append('w').append(i).append("-Rtd=").append(i).append(';');
        }
        Packet packet = Wire.packet(HEAD + "CP=&&" + data + "&&");
        assertThat(packet.pollutants()).hasSize(60);
        for (int i = 0; i < 60; i++) {
            assertThat(packet.pollutants()).containsKey("w" + i);
            assertThat(Objects.requireNonNull(packet.pollutants().get("w" + i)).value(Measure.RTD))
                    .contains(BigDecimal.valueOf(i));
        }
        assertThat(packet.pollutants().get("w60")).isNull();
    }

    @Test
    void knowsTheFlagsOfTheStandard() {
        for (DataFlag flag : DataFlag.values()) {
            PollutantData data = Objects.requireNonNull(Wire.packet(HEAD + "CP=&&a-Flag=" + flag.code() + "&&")
                    .pollutants()
                    .get("a"));
            assertThat(data.dataFlag()).contains(flag);
            assertThat(data.normal()).isEqualTo(flag == DataFlag.NORMAL);
        }
        PollutantData of2025 = Objects.requireNonNull(
                Wire.packet(HEAD + "CP=&&a-Flag=St&&").pollutants().get("a"));
        assertThat(of2025.dataFlag()).isEmpty();
        assertThat(of2025.flag()).isEqualTo("St");
    }

    @Test
    void marksWhatIsSentAgain() {
        Packet again = builder()
                .flag(new Flag(9))
                .resent()
                .item("DataTime", "20260301083000")
                .build();
        Packet read = Wire.decoded(PacketEncoder.encode(again));
        assertThat(read.resent()).isTrue();
        assertThat(PacketEncoder.segment(read)).contains(";Flag=9;RF=1;CP=&&");
        assertThat(builder().build().resent()).isFalse();
    }

    @Test
    void saysSoWhereTextCannotBeRead() {
        byte[] segment = (HEAD + "CP=&&a=x&&").getBytes(StandardCharsets.ISO_8859_1);
        segment[segment.length - 3] = (byte) 0xFF;
        Packet packet = Wire.decoded(Wire.bytes(Wire.frame(segment)));
        assertThat(packet.leniencies()).containsExactlyInAnyOrder(Leniency.GBK_TEXT, Leniency.UNREADABLE_TEXT);
        assertThat(packet.value("a")).contains("\uFFFD");
    }

    @Test
    void readsAPacketWithoutData() {
        Packet packet = Wire.packet(HEAD);
        assertThat(packet.leniencies()).containsExactly(Leniency.MISSING_CP);
        assertThat(packet.items()).isEmpty();
    }

    @Test
    void callsAPacketWithoutDeviceOrCommandMalformed() {
        assertThat(Wire.parse("QN=20260301083000120;ST=32;CN=2011;PW=123456;Flag=5;CP=&&MN=1&&"))
                .isInstanceOf(MalformedPacket.class);
        assertThat(Wire.parse("QN=20260301083000120;ST=32;MN=1;PW=123456;Flag=5;CP=&&&&"))
                .isInstanceOf(MalformedPacket.class);
        assertThat(Wire.parse("")).isInstanceOf(MalformedPacket.class);
    }

    @Test
    void readsChineseInUtf8AndInGbk() {
        String segment = HEAD + "CP=&&i21001-Info=开机&&";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GBK")}) {
            Frame frame =
                    (Frame) Wire.decode(Wire.frame(segment.getBytes(charset))).getFirst();
            Packet packet = (Packet) Packet.parse(frame);
            assertThat(packet.value("i21001-Info")).contains("开机");
            assertThat(packet.leniencies().contains(Leniency.GBK_TEXT))
                    .isEqualTo(!charset.equals(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({"38.40,true", "-0.1,true", "+1,true", "0,true", "1E9,false", "1e999999999,false", "'',false", "-,false"
    })
    @CsvSource({".,false", "1.2.3,false", "NaN,false", "１,false", "1234567890123456789,false", "12345678901234567,true"
    })
    void takesOnlyPlainNumbers(String text, boolean number) {
        PollutantData data = Objects.requireNonNull(Wire.packet(HEAD + "CP=&&w01018-Rtd=" + text + "&&")
                .pollutants()
                .get("w01018"));
        assertThat(data.value(Measure.RTD).isPresent()).isEqualTo(number);
        assertThat(data.other().containsKey("Rtd")).isEqualTo(!number);
    }

    @Test
    void hidesThePassword() {
        assertThat(Wire.packet(HEAD + "CP=&&&&").toString())
                .doesNotContain("123456")
                .contains("PW=******");
        assertThat(new Commands("32", "1", "secret", ProtocolVersion.V2017).toString())
                .doesNotContain("secret");
    }

    @Test
    void writesTheCentresAnswersAndCommands() {
        Packet data = Wire.packet(HEAD + "CP=&&&&");
        String head = "QN=20260301083000120;ST=91;CN=%s;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&%s&&";
        assertThat(PacketEncoder.segment(Answers.toData(data))).isEqualTo(head.formatted("9014", ""));
        assertThat(PacketEncoder.segment(Answers.toNotice(data))).isEqualTo(head.formatted("9013", ""));
        assertThat(PacketEncoder.segment(Answers.toRequest(data, RequestAnswer.WRONG_PW)))
                .isEqualTo(head.formatted("9011", "QnRtn=3"));
        assertThat(PacketEncoder.segment(Answers.result(data, ExecutionResult.DONE)))
                .isEqualTo(head.formatted("9012", "ExeRtn=1"));
        Commands commands = new Commands("32", "010000A8900016F000169DC0", "123456", ProtocolVersion.V2017);
        LocalDateTime time = LocalDateTime.of(2026, 3, 1, 9, 20);
        assertThat(PacketEncoder.segment(commands.setTime(time.plusNanos(1_000_000), time)))
                .isEqualTo("QN=20260301092000001;ST=32;CN=1012;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&SystemTime=20260301092000&&");
        assertThat(PacketEncoder.segment(
                        commands.packet(new Command.History(Command.History.Of.HOURS, time.minusHours(1), time), time)))
                .contains("CN=2061")
                .contains("CP=&&BeginTime=20260301082000;EndTime=20260301092000&&");
    }

    @Test
    void answersInTheVersionOfTheDevice() {
        Packet data = Wire.packet(HEAD.replace("Flag=5", "Flag=9") + "CP=&&&&");
        assertThat(Answers.toData(data).flag()).isEqualTo(new Flag(8));
        Packet unnamed = Wire.packet("ST=32;CN=2011;MN=1;CP=&&&&");
        assertThatThrownBy(() -> Answers.toData(unnamed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWriteWhatTheStandardForbids() {
        Packet good = Wire.packet(HEAD + "CP=&&&&");
        assertThat(PacketEncoder.encode(good)).isNotEmpty();
        refuses(builder().qn("2026"));
        refuses(builder().qn((String) null));
        refuses(builder().pw(null));
        refuses(builder().pw("a;b"));
        refuses(builder().flag(new Flag(7)));
        refuses(builder().number(new PacketNumber(2, 1)));
        refuses(builder().item("a", "1;b=2"));
        refuses(builder().item("a", "1&&"));
        refuses(builder().item("a", "##0087"));
        refuses(builder().item("a", "1\r\n"));
        refuses(builder().item("a", " 1"));
        refuses(builder().item("a b", "1"));
        refuses(builder().otherField("MN", "2"));
        refuses(builder().item("a", "1".repeat(949)));
        refuses(builder().item("a", "\uD83D"));
        refuses(builder().otherField("RF", "一"));
        assertThat(PacketEncoder.encode(builder().item("a", "1".repeat(848)).build()))
                .isNotEmpty();
    }

    private static Packet.Builder builder() {
        return Packet.builder("32", "2011", "1")
                .qn("20260301083000120")
                .pw("123456")
                .flag(Flag.ANSWER);
    }

    private static void refuses(Packet.Builder builder) {
        Packet packet = builder.build();
        assertThatThrownBy(() -> PacketEncoder.encode(packet)).isInstanceOf(IllegalArgumentException.class);
    }
}
