package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.ProtocolVersion;
import cn.bishui.hj212.Timestamps;
import cn.bishui.hj212.Upload;
import cn.bishui.hj212.Uploads;
import cn.bishui.hj212.sm4.Sm4;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.device.Keyring;
import cn.bishui.monitoring.intake.IntakePort;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Devices of HJ 212-2025 that encrypt what they send, from the socket to the kept reading. */
@MonitoringIT
class EncryptionIT {

    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final String NEXT = "ffeeddccbbaa99887766554433221100";
    private static final String DATA = "w01018-Rtd=38.40,w01018-Flag=N;w21003-Rtd=1.25,w21003-Flag=N";
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);
    private static final AtomicInteger MINUTE = new AtomicInteger();

    private final Stage stage;
    private final IntakePort port;
    private final JdbcClient jdbc;
    private final AuditReader audit;
    private final Keyring keyring;

    EncryptionIT(Stage stage, IntakePort port, JdbcClient jdbc, AuditReader audit, Keyring keyring) {
        this.stage = stage;
        this.port = port;
        this.jdbc = jdbc;
        this.audit = audit;
        this.keyring = keyring;
    }

    private static Packet packet(Site site, String data) {
        LocalDateTime at = NOON.plusMinutes(MINUTE.incrementAndGet());
        return Frames.packet("QN=%s;ST=32;CN=2011;PW=%s;MN=%s;Flag=9;CP=&&DataTime=%s;%s&&"
                .formatted(Timestamps.qn(at), PASSWORD, site.mn(), Timestamps.seconds(at), data));
    }

    private static byte[] encrypted(Packet packet, String key) {
        return PacketEncoder.encode(packet, new Sm4(HexFormat.of().parseHex(key)));
    }

    private HttpResponse<String> setKey(Site site, int version, String key) {
        return stage.put(
                Stage.admin(),
                "/devices/" + site.mn() + "/key",
                "{\"version\":\"%d\",\"key\":\"%s\"}".formatted(version, key));
    }

    private void awaitKeys(Site site, int count) {
        await().until(() -> keyring.of(site.mn()).size(), known -> known == count);
    }

    private long packets(Site site) {
        return jdbc.sql("select count(*) from packet p join device d on d.id = p.device where d.mn = :mn")
                .param("mn", site.mn())
                .query(Long.class)
                .single();
    }

    private String refusal(Site site) {
        await().until(() -> jdbc.sql("select count(*) from refusal where mn = :mn and acknowledged_at is null")
                        .param("mn", site.mn())
                        .query(Long.class)
                        .single()
                > 0);
        long id = jdbc.sql("select id from refusal where mn = :mn and acknowledged_at is null order by id desc limit 1")
                .param("mn", site.mn())
                .query(Long.class)
                .single();
        String page = stage.page(Stage.duty(), "/monitoring/refusals/" + id).body();
        assertThat(stage.page(Stage.duty(), "/monitoring/refusals/" + id + "?lang=en")
                        .body())
                .doesNotContain("??");
        assertThat(page).doesNotContain("??");
        stage.submit(Stage.duty(), "/monitoring/refusals/" + id + "/acknowledge", "note=x");
        return page;
    }

    @Test
    void keepsWhatADeviceEncryptsAndTheBytesAsTheyCame() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        assertThat(setKey(site, 2, KEY.toUpperCase(Locale.ROOT)).statusCode()).isEqualTo(200);
        awaitKeys(site, 1);
        Packet packet = packet(site, DATA);
        byte[] wire = encrypted(packet, KEY);
        assertThat(new String(wire, StandardCharsets.ISO_8859_1)).doesNotContain("38.40");
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Arrays.copyOf(wire, 100), Arrays.copyOfRange(wire, 100, wire.length));
            Packet answer = device.answer();
            assertThat(answer.cn()).isEqualTo("9014");
            assertThat(answer.qn()).isEqualTo(packet.qn());
            // one that has a key may still send in clear
            device.send(PacketEncoder.encode(packet(site, DATA)));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
        await().until(() -> packets(site), kept -> kept == 2);
        assertThat(stage.page(Stage.admin(), "/monitoring/devices/" + site.mn()).body())
                .contains("38.40", "env-device-engineer 于", "SM4 密钥")
                .doesNotContain("??")
                .doesNotContainIgnoringCase(KEY);
        assertThat(stage.page(Stage.admin(), "/monitoring/devices/" + site.mn() + "?lang=en")
                        .body())
                .contains("set on ")
                .doesNotContain("??");
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        byte[] raw = stage.download(
                Stage.duty(),
                "/monitoring/devices/" + site.mn() + "/raw.txt?from="
                        + LocalDateTime.ofInstant(before.minusSeconds(60), zone) + "&until="
                        + LocalDateTime.ofInstant(before.plusSeconds(600), zone));
        int from = new String(wire, StandardCharsets.ISO_8859_1).indexOf("CP=&&");
        assertThat(new String(raw, StandardCharsets.ISO_8859_1))
                .contains(new String(Arrays.copyOfRange(wire, from, wire.length - 2), StandardCharsets.ISO_8859_1))
                .doesNotContain("PW=" + PASSWORD);
        assertThat(jdbc.sql("select sealed from device_key k join device d on d.id = k.device where d.mn = :mn")
                        .param("mn", site.mn())
                        .query(byte[].class)
                        .single())
                .hasSize(44);
        assertThat(audit.about("device/" + site.mn()))
                .extracting(AuditEntry::action)
                .contains("device.key-set");
        assertThat(audit.about("device/" + site.mn()).toString()).doesNotContainIgnoringCase(KEY);
    }

    @Test
    void refusesWhatItCannotDecryptAndSaysWhy() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(encrypted(packet(site, DATA), KEY));
            Packet answer = device.answer();
            assertThat(answer.cn()).isEqualTo("9011");
            assertThat(answer.value("QnRtn")).hasValue("2");
            assertThat(refusal(site)).contains("加密报文，未登记密钥", "在设备页面设置密钥");

            assertThat(setKey(site, 2, NEXT).statusCode()).isEqualTo(200);
            awaitKeys(site, 1);
            device.send(encrypted(packet(site, DATA), KEY));
            assertThat(device.answer().value("QnRtn")).hasValue("2");
            assertThat(refusal(site)).contains("加密报文，密钥不符");

            assertThat(setKey(site, 3, KEY).statusCode()).isEqualTo(200);
            awaitKeys(site, 2);
            for (String key : new String[] {KEY, NEXT}) {
                device.send(encrypted(packet(site, DATA), key));
                assertThat(device.answer().cn())
                        .as("by the present key and the one before")
                        .isEqualTo("9014");
            }
            device.send(encrypted(packet(site, DATA).toBuilder().pw("654321").build(), KEY));
            assertThat(device.answer().value("QnRtn"))
                    .as("who does not know the password")
                    .hasValue("3");
        }
        await().until(() -> packets(site), kept -> kept == 2);
        assertThat(jdbc.sql("select count(*) from unusable_packet where mn = :mn")
                        .param("mn", site.mn())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void opensWithThePresentKeyAndTheThreeBeforeIt() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        List<String> keys = IntStream.range(0, 5)
                .mapToObj("0123456789abcdef0123456789abcde%d"::formatted)
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            assertThat(setKey(site, 2 + i, keys.get(i)).statusCode()).isEqualTo(200);
        }
        await().until(() -> answers(site, keys), List.of("9011", "9014", "9014", "9014", "9014")::equals);
    }

    private List<String> answers(Site site, List<String> keys) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            return keys.stream()
                    .map(key -> {
                        device.send(encrypted(packet(site, DATA), key));
                        return device.answer().cn();
                    })
                    .toList();
        }
    }

    @Test
    void takesAKeyFromAPersonAndAtRegistration() {
        Site site = stage.registered(limit("w01018", null, "50", "mg/L"));
        String page = "/monitoring/devices/" + site.mn();
        assertThat(stage.submit(Stage.admin(), page + "/key", "version=0&key=0011")
                        .body())
                .contains("密钥应为32位十六进制数", "href=\"#key\"")
                .doesNotContain("??");
        assertThat(stage.submit(Stage.admin(), page + "/key", "version=0&key=" + KEY)
                        .statusCode())
                .isEqualTo(302);
        assertThat(stage.submit(Stage.admin(), page + "/key", "version=0&key=" + NEXT)
                        .body())
                .contains("别人已经修改")
                .doesNotContain(NEXT);
        assertThat(stage.page(Stage.reader(), page).body())
                .contains("env-device-engineer 于")
                .doesNotContain("set-key");

        assertThat(stage.page(Stage.admin(), "/monitoring/devices/new").body())
                .contains("SM4 密钥", "type=\"password\"")
                .doesNotContain("??");
        Site other = stage.site();
        String code = stage.networkSite("active");
        assertThat(stage.post(Stage.admin(), "/devices", """
                {"mn":"%s","password":"%s","site":"%s","reportIntervalSeconds":"30","key":"%s"}""".formatted(other.mn(), PASSWORD, code, KEY))
                        .body())
                .contains(other.mn())
                .doesNotContain(KEY);
        awaitKeys(other, 1);
    }

    @Test
    void answersTheCommandsOf2025AsFarAsTheyAreKnown() {
        Site site = stage.registered(limit("w01018", null, "50", "mg/L"));
        Uploads uploads = new Uploads("32", site.mn(), PASSWORD, ProtocolVersion.V2025);
        Packet hardware = uploads.packet(new Upload.Hardware(Map.of("i23005", "A-17", "i23006", "P-9")), NOON, true);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(PacketEncoder.encode(hardware));
            Packet number = device.answer();
            assertThat(number.cn()).isEqualTo(Cn.SET_MN);
            assertThat(number.mn()).isEqualTo(site.mn());
            assertThat(number.version()).isEqualTo(ProtocolVersion.V2025);
            assertThat(number.value("i23005-Info")).hasValue("A-17");
            device.send(PacketEncoder.encode(hardware.toBuilder().pw("654321").build()));
            assertThat(device.answer().value("QnRtn")).hasValue("3");
        }
        Site stranger = stage.site();
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(PacketEncoder.encode(new Uploads("32", stranger.mn(), PASSWORD, ProtocolVersion.V2025)
                    .packet(new Upload.Hardware(Map.of("i23005", "A-18")), NOON, true)));
            assertThat(device.answer().value("QnRtn")).hasValue("4");
        }
        assertThat(refusal(stranger)).contains("申请入网编码", "1001");

        stage.putInService(site.mn());
        assertThat(setKey(site, 2, KEY).statusCode()).isEqualTo(200);
        awaitKeys(site, 1);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(
                    encrypted(uploads.packet(new Upload.KeyRequest("20260101000000"), NOON.plusSeconds(1), true), KEY));
            Packet answer = device.answer();
            assertThat(answer.cn()).isEqualTo("9011");
            assertThat(answer.value("QnRtn")).hasValue("2");
        }
        jdbc.sql("update refusal set acknowledged_at = now() where mn = :mn and reason <> 'next-key'")
                .param("mn", site.mn())
                .update();
        assertThat(refusal(site)).contains("设备申请更换密钥", "90天");
    }
}
