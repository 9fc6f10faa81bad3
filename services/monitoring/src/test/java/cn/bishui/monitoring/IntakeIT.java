package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What devices meet on the port, over real TCP. */
@MonitoringIT
class IntakeIT {

    private static final String DATA = "DataTime=20260301083000;w01018-Rtd=38.4,w01018-Flag=N";
    private static final Duration A_MOMENT = Duration.ofMillis(700);

    private final Stage stage;
    private final IntakePort port;
    private final JdbcClient jdbc;

    IntakeIT(Stage stage, IntakePort port, JdbcClient jdbc) {
        this.stage = stage;
        this.port = port;
        this.jdbc = jdbc;
    }

    private PlayedDevice connect() {
        return new PlayedDevice(port.number());
    }

    private static byte[] upload(Site site, String qn, String cn, String data) {
        return Frames.of(Frames.segment(qn, cn, PASSWORD, site.mn(), data));
    }

    private static void assertAnswer(Packet answer, String cn, String qn, String mn) {
        assertThat(answer.cn()).isEqualTo(cn);
        assertThat(answer.qn()).isEqualTo(qn);
        assertThat(answer.st()).isEqualTo("91");
        assertThat(answer.mn()).isEqualTo(mn);
        assertThat(answer.answerWanted()).isFalse();
    }

    private long packets(Site site) {
        return jdbc.sql("select count(*) from packet p join device d on d.id = p.device where d.mn = :mn")
                .param("mn", site.mn())
                .query(Long.class)
                .single();
    }

    private Map<String, Object> traffic(Site site) {
        return jdbc
                .sql("select t.* from device_traffic t join device d on d.id = t.device where d.mn = :mn")
                .param("mn", site.mn())
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    private long rejected(String reason) {
        return jdbc.sql("select coalesce(sum(frames), 0) from rejected_count where reason = :reason")
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    /** The answer that the standard gives to each packet of the vectors that a device sends; empty for none. */
    private static Map<String, Optional<String>> expectedAnswers() {
        Map<String, Optional<String>> expected = new HashMap<>();
        expected.put("realtime upload, ack wanted", Optional.of("9014"));
        expected.put("hour upload", Optional.of("9014"));
        expected.put("day upload with an exceedance", Optional.of("9014"));
        expected.put("minute upload, fault flag", Optional.of("9014"));
        expected.put("logger restart", Optional.of("9014"));
        expected.put("split packet 1 of 2", Optional.of("9014"));
        expected.put("split packet 2 of 2", Optional.of("9014"));
        expected.put("river station realtime", Optional.of("9014"));
        expected.put("time-calibration request from device", Optional.of("9013"));
        expected.put("2005 style register", Optional.of("9011"));
        expected.put("unknown ST=80", Optional.empty());
        for (String answer : new String[] {
            "data acknowledgement", "data ack for it", "request answer", "execution result", "notice ack"
        }) {
            expected.put(answer, Optional.empty());
        }
        return expected;
    }

    /** Packets of the centre, which no device sends. */
    private static boolean isOfTheCentre(String name) {
        return Arrays.asList(
                        "standard annex A example",
                        "HJ 212-2025 annex A.1 example",
                        "history request from the centre",
                        "set time")
                .contains(name);
    }

    private static JsonNode vectors() {
        try {
            return Stage.json()
                    .readTree(Files.readString(
                            Path.of("../../libs/hj212/src/test/resources/cn/bishui/hj212/hj212-test-vectors.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(JsonNode vector) {
        return vector.get("packet")
                .asString()
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\x00", "\0");
    }

    /** The vectors' devices, each put in service under its own number and password. */
    private void vectorDevice(String mn, String password) {
        if (!stage.api(Stage.admin(), "/devices/" + mn).body().contains("\"in-service\"")) {
            Site site = stage.registered(limit("w01018", null, "50", "mg/L"));
            stage.register(site, mn, password);
            stage.putInService(mn);
        }
    }

    @Test
    void answersEveryVectorThatADeviceSends() {
        Map<String, Optional<String>> expected = expectedAnswers();
        for (String group : new String[] {"published", "own"}) {
            for (JsonNode vector : vectors().get(group)) {
                String name = vector.get("name").asString();
                if (isOfTheCentre(name)) {
                    continue;
                }
                assertThat(expected).as("a vector nobody expects").containsKey(name);
                Packet sent = Frames.packet(vector.get("segment").asString());
                vectorDevice(sent.mn(), String.valueOf(sent.pw()));
                try (PlayedDevice device = connect()) {
                    device.send(unescaped(vector));
                    Optional<String> cn = expected.get(name);
                    if (cn.isPresent()) {
                        assertAnswer(device.answer(), cn.get(), String.valueOf(sent.qn()), sent.mn());
                    } else {
                        assertThat(device.answer(A_MOMENT)).as(name).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void survivesEveryMalformedVectorOnOneConnection() {
        vectorDevice("010000A8900016F000169DC0", PASSWORD);
        Map<String, String> reasons = Map.of(
                "wrong CRC", "bad-crc",
                "wrong length", "bad-length",
                "truncated", "truncated",
                "noise before header", "junk",
                "segment over 1024", "oversized");
        try (PlayedDevice device = connect()) {
            for (JsonNode vector : vectors().get("malformed")) {
                String name = vector.get("name").asString();
                if (name.equals("two packets in one read")) {
                    device.send(unescaped(vector));
                    assertThat(device.answer().cn()).isEqualTo("9014");
                    continue;
                }
                long before = rejected(reasons.get(name));
                device.send(unescaped(vector));
                await().until(() -> rejected(reasons.get(name)), now -> now == before + 1);
            }
            for (JsonNode vector : vectors().get("modbus_mistakes")) {
                long before = rejected("bad-crc");
                String segment = vector.get("segment").asString();
                device.send("##%04d%s%s\r\n"
                        .formatted(
                                segment.length(),
                                segment,
                                vector.get("crc_in_packet").asString()));
                await().until(() -> rejected("bad-crc"), now -> now == before + 1);
            }
            Site site = stage.inService();
            device.send(upload(site, "20260301083000120", "2011", DATA));
            assertAnswer(device.answer(), "9014", "20260301083000120", site.mn());
        }
    }

    @Test
    void keepsBadFramesWithoutTheirPasswords() {
        try (PlayedDevice device = connect()) {
            long before = rejected("malformed");
            device.send(Frames.of("QN=20260301083000120;ST=32;PW=654321;Flag=5;CP=&&&&"));
            await().until(() -> rejected("malformed"), now -> now == before + 1);
        }
        byte[] raw = jdbc.sql("select raw from rejected_frame where reason = 'malformed' order by id desc limit 1")
                .query(byte[].class)
                .single();
        assertThat(new String(raw, ISO_8859_1)).contains("PW=******").doesNotContain("654321");
    }

    @Test
    void keepsAPacketOnceHoweverOftenItIsRepeated() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            for (int i = 0; i < 5; i++) {
                device.send(upload(site, "20260301083000120", "2011", DATA));
                device.answer();
            }
            device.send(upload(site, "20260301083500121", "2011", DATA));
            device.answer();
        }
        await().until(
                        () -> traffic(site).get("repeats"),
                        repeats -> Long.valueOf(5).equals(repeats));
        assertThat(packets(site)).isEqualTo(1);
        assertThat(traffic(site)).containsEntry("packets", 1L).containsEntry("changes", 0L);
    }

    @Test
    void keepsACorrectionBesideWhatItCorrects() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(upload(site, "20260301083000120", "2011", DATA));
            device.answer();
            device.send(upload(site, "20260301084000120", "2011", DATA.replace("38.4", "83.4")));
            device.answer();
        }
        await().until(() -> packets(site), count -> count == 2);
        assertThat(jdbc.sql("""
                        select p.version || ' ' || p.numbers from packet p join device d on d.id = p.device
                        where d.mn = :mn order by p.version""").param("mn", site.mn()).query(String.class).list())
                .containsExactly("1 38.4", "2 83.4");
        assertThat(traffic(site)).containsEntry("changes", 1L);
    }

    @Test
    void readsPacketsThatAreSplitAcrossReadsAndJoinedInOne() throws IOException {
        Site site = stage.inService();
        byte[] first = upload(site, "20260301083000120", "2011", DATA);
        byte[] second = upload(site, "20260301084000120", "2011", DATA.replace("083000", "084000"));
        try (PlayedDevice device = connect()) {
            for (byte each : first) {
                device.send(new byte[] {each});
            }
            assertAnswer(device.answer(), "9014", "20260301083000120", site.mn());
            byte[] joined = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, joined, first.length, second.length);
            device.send(joined);
            assertAnswer(device.answer(), "9014", "20260301083000120", site.mn());
            assertAnswer(device.answer(), "9014", "20260301084000120", site.mn());
        }
    }

    @Test
    void goesOnAfterBadOversizedTruncatedAndInterleavedFrames() {
        Site site = stage.inService();
        byte[] good = upload(site, "20260301083000120", "2011", DATA);
        byte[] bad = good.clone();
        bad[20] ^= 1;
        long crc = rejected("bad-crc");
        long oversized = rejected("oversized");
        long interrupted = rejected("interrupted");
        long truncated = rejected("truncated");
        try (PlayedDevice device = connect()) {
            device.send(bad, good);
            assertThat(device.answer().cn()).isEqualTo("9014");
            device.send("##9999" + "x".repeat(5000) + "\r\n");
            device.send(good);
            assertThat(device.answer().cn()).isEqualTo("9014");
            device.send(Arrays.copyOf(good, 60), good);
            assertThat(device.answer().cn()).isEqualTo("9014");
            device.send(Arrays.copyOf(good, 60));
            await().until(() -> rejected("truncated"), now -> now == truncated + 1);
            device.send(good);
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
        await().until(() -> rejected("bad-crc"), now -> now == crc + 1);
        await().until(() -> rejected("oversized"), now -> now == oversized + 1);
        await().until(() -> rejected("interrupted"), now -> now == interrupted + 1);
    }

    @Test
    void answersAFloodOfPacketsInOneGo() {
        Site site = stage.inService();
        int count = 2000;
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String second = "%02d%02d%02d".formatted(i / 3600, i / 60 % 60, i % 60);
            flood.append(new String(
                    upload(site, "20260301" + second + "001", "2011", DATA.replace("083000", second)), ISO_8859_1));
        }
        try (PlayedDevice device = connect()) {
            Thread sender = Thread.ofVirtual().start(() -> device.send(flood.toString()));
            for (int i = 0; i < count; i++) {
                assertThat(device.answer().cn()).isEqualTo("9014");
            }
            assertThat(sender.isAlive()).isFalse();
        }
        await().until(() -> packets(site), kept -> kept == count);
    }

    @Test
    void refusesAnUnknownDeviceAndListsIt() {
        String mn = "FFFFFFFFFFFFFFFFFFFFFFF1";
        try (PlayedDevice device = connect()) {
            for (int i = 0; i < 3; i++) {
                device.send(Frames.of(Frames.segment("20260301083000120", "2011", PASSWORD, mn, DATA)));
                Packet answer = device.answer();
                assertAnswer(answer, "9011", "20260301083000120", mn);
                assertThat(answer.value("QnRtn")).contains("4");
            }
        }
        assertRefused(mn, "unknown-device", 3);
    }

    private void assertRefused(String mn, String reason, long times) {
        await().until(() -> jdbc.sql("select packets from refusal where mn = :mn and reason = :reason")
                .param("mn", mn)
                .param("reason", reason)
                .query(Long.class)
                .list()
                .equals(List.of(times)));
        assertThat(jdbc.sql("select remote from refusal where mn = :mn")
                        .param("mn", mn)
                        .query(String.class)
                        .list())
                .containsOnly("127.0.0.1");
    }

    @Test
    void refusesAWrongPasswordAndKeepsNothingOfIt() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(Frames.of(Frames.segment("20260301083000120", "2011", "654321", site.mn(), DATA)));
            Packet answer = device.answer();
            assertAnswer(answer, "9011", "20260301083000120", site.mn());
            assertThat(answer.value("QnRtn")).contains("3");
        }
        assertRefused(site.mn(), "wrong-password", 1);
        assertThat(packets(site)).isZero();
    }

    @Test
    void refusesADeviceThatIsNotInService() {
        Site site = stage.registered();
        try (PlayedDevice device = connect()) {
            device.send(upload(site, "20260301083000120", "2011", DATA));
            assertThat(device.answer().value("QnRtn")).contains("2");
        }
        assertRefused(site.mn(), "not-in-service", 1);
    }

    @Test
    void endsAConnectionThatIsRefusedAgainAndAgain() {
        try (PlayedDevice device = connect()) {
            for (int i = 0; i < 5; i++) {
                device.send(Frames.of(Frames.segment("20260301083000120", "2011", "1", "FFFF2", DATA)));
            }
            assertThat(device.isCutOff()).isTrue();
        }
    }

    @Test
    void answersHeartbeatsAndNotesThem() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(upload(site, "20260301083000120", "9015", ""));
            assertAnswer(device.answer(), "9013", "20260301083000120", site.mn());
        }
        await().until(() -> traffic(site).get("last_contact_at") != null);
        assertThat(packets(site)).isZero();
    }

    @Test
    void setsTheClockOfADeviceThatAsksForTheTime() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(upload(site, "20260301083000120", "1013", ""));
            assertAnswer(device.answer(), "9013", "20260301083000120", site.mn());
            Packet command = device.answer();
            assertThat(command.cn()).isEqualTo("1012");
            assertThat(command.pw()).isEqualTo(PASSWORD);
            assertThat(command.value("SystemTime").orElseThrow()).hasSize(14);
            device.send(Frames.of("QN=%s;ST=91;CN=9012;PW=%s;MN=%s;Flag=4;CP=&&ExeRtn=1&&"
                    .formatted(command.qn(), PASSWORD, site.mn())));
            assertThat(device.answer(A_MOMENT)).isEmpty();
        }
    }

    @Test
    void keepsUploadsOf2005WithoutAnsweringThem() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(Frames.of("ST=32;CN=2011;PW=%s;MN=%s;CP=&&DataTime=20260301083000;011-Rtd=38.4,011-Flag=N&&"
                    .formatted(PASSWORD, site.mn())));
            assertThat(device.answer(A_MOMENT)).isEmpty();
        }
        await().until(() -> packets(site), count -> count == 1);
    }

    @Test
    void laysAsideWhatSaysNothingAndGoesOn() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(upload(site, "20260301083000120", "2011", "w01018-Rtd=38.4"));
            assertThat(device.answer().cn()).isEqualTo("9014");
            // PostgreSQL keeps no NUL: a packet that is right to the protocol and cannot be written
            device.send(upload(site, "20260301083000121", "2011", DATA + ";x\0=1"));
            assertThat(device.answer().cn()).isEqualTo("9014");
            device.send(upload(site, "20260301083000122", "2011", DATA));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
        await().until(() -> packets(site), count -> count == 1);
        assertThat(jdbc.sql("select reason from unusable_packet where mn = :mn order by id")
                        .param("mn", site.mn())
                        .query(String.class)
                        .list())
                .containsExactly("no-data-time", "malformed");
    }

    @Test
    void keepsRecordsOfMonthsThatNobodyExpected() {
        Site site = stage.inService();
        try (PlayedDevice device = connect()) {
            device.send(upload(site, "20260301083000120", "2011", DATA.replace("20260301", "19990101")));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
        await().until(() -> packets(site), count -> count == 1);
        assertThat(jdbc.sql("select make_packet_month(date '1999-01-01')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select count(*) from packet_1999_01")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(packets(site)).isEqualTo(1);
    }
}
