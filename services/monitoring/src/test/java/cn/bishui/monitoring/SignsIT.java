package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.SuspicionJoinedClue;
import cn.bishui.contracts.monitoring.DataSuspected;
import cn.bishui.hj212.Timestamps;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signs of tampering, from the device's socket to the frozen records and what enforcement makes of them. */
@MonitoringIT
class SignsIT {

    private static final AtomicInteger QN = new AtomicInteger();

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final AuditVerifier verifier;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignsIT(Stage stage, IntakePort port, FactProbe probe, AuditVerifier verifier, JdbcClient jdbc, Clock clock) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.verifier = verifier;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private LocalDateTime hour() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.HOURS);
    }

    private Site inService() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        jdbc.sql("update device set state_since = :since where mn = :mn")
                .param("since", Timestamp.from(clock.instant().minus(20, ChronoUnit.DAYS)))
                .param("mn", site.mn())
                .update();
        return site;
    }

    private void send(PlayedDevice device, Site site, String cn, String data) {
        device.send(Frames.of(Frames.segment(
                "20260302%09d".formatted(770_000 + QN.incrementAndGet()), cn, PASSWORD, site.mn(), data)));
        assertThat(device.answer().cn()).isEqualTo("9014");
    }

    /** Three days of hours that vary, then 26 that do not. */
    private void sendHours(PlayedDevice device, Site site) {
        LocalDateTime last = hour().minusHours(1);
        for (int back = 96; back >= 0; back--) {
            double cod = back < 26 ? 31.4 : 30 + 7 * Math.sin(back * 1.7) + back % 5;
            send(
                    device,
                    site,
                    "2061",
                    "DataTime=%s;w00000-Cou=151.2,w00000-Avg=42.00,w00000-Flag=N;w01018-Avg=%.1f,w01018-Flag=N"
                            .formatted(Timestamps.seconds(last.minusHours(back)), cod));
        }
    }

    private void awaitPackets(Site site, long count) {
        await().until(
                        () -> jdbc.sql(
                                        "select count(*) from packet p join device d on d.id = p.device where d.mn = :mn")
                                .param("mn", site.mn())
                                .query(Long.class)
                                .single(),
                        kept -> kept == count);
    }

    private void look(Site site) {
        jdbc.sql("""
                        update alarm set moment = now() - interval '1 second', try_at = now(), claim = null
                        where kind = 'fraud-signs' and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).update();
        await().until(() ->
                jdbc.sql("""
                        select count(*) from alarm where kind = 'fraud-signs' and moment > now()
                          and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).query(Long.class).single() == 1);
    }

    /** When a packet came is kept to the second, and what came in the second that was seen last is not seen as new. */
    private void awaitSecondAfterLastSeen(Site site) {
        LocalDateTime seen = jdbc.sql("select max(last_seen) from suspicion where mn = :mn")
                .param("mn", site.mn())
                .query(LocalDateTime.class)
                .single();
        await().until(() ->
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).isAfter(seen));
    }

    private List<String> suspicions(Site site) {
        return jdbc.sql(
                        "select sign || ' ' || state || ' ' || count from suspicion where mn = :mn order by found_at, sign")
                .param("mn", site.mn())
                .query(String.class)
                .list();
    }

    private long told(Site site) {
        return probe.heard(DataSuspected.class).stream()
                .filter(fact -> fact.device().equals(site.mn()))
                .count();
    }

    private String page(String path) {
        HttpResponse<String> response = stage.page(Stage.duty(), path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).as(path).doesNotContain("??");
        HttpResponse<String> english = stage.page(Stage.duty(), path + (path.contains("?") ? "&" : "?") + "lang=en");
        assertThat(english.body()).as(path).contains("lang=\"en\"").doesNotContain("??");
        return response.body();
    }

    @Test
    void aConstantValueIsToldOnceWithItsRecordsFrozenAndTheCaseIsSeenToItsEnd() {
        Site site = inService();
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            sendHours(device, site);
        }
        awaitPackets(site, 97);
        look(site);
        DataSuspected told =
                probe.await(DataSuspected.class, fact -> fact.device().equals(site.mn()));
        assertThat(told.sign()).isEqualTo("F01");
        assertThat(told.signName()).isEqualTo("恒值");
        assertThat(told.pollutant()).isEqualTo("w01018");
        assertThat(told.pollutantName()).isEqualTo("化学需氧量");
        assertThat(told.outlet()).isEqualTo("DW001");
        assertThat(told.outletName()).isEqualTo("废水总排放口");
        assertThat(told.unit()).isEqualTo(site.unit());
        assertThat(told.records()).isEqualTo(24);
        assertThat(told.ruleVersion()).startsWith("F01 v1 ");
        assertThat(told.finding()).contains("31.4 mg/L");

        // the alarm that rings again finds nothing that was not seen
        look(site);
        look(site);
        assertThat(suspicions(site)).containsExactly("F01 found 1");
        assertThat(told(site)).isEqualTo(1);

        String at = "/monitoring/signs/" + told.suspicion();
        JsonNode verdict = json("/signs/" + told.suspicion() + "/verification");
        assertThat(verdict.path("fits").asBoolean()).isTrue();
        assertThat(verdict.path("computed").asString())
                .isEqualTo(told.evidenceHash())
                .isEqualTo(verdict.path("audited").asString());
        assertThat(page(at))
                .contains("F01 恒值", "化学需氧量", "31.4", told.evidenceHash(), "data-island=\"chart\"", "异常时段")
                .doesNotContain("核验一致");
        assertThat(page(at + "?verify=true")).contains("核验一致");
        assertThat(page("/monitoring/signs?q=" + site.mn())).contains("F01 恒值", "已发现", "href=\"" + at + "\"");
        assertThat(page("/monitoring/signs?sign=F16&q=" + site.mn())).contains("没有符合条件");
        assertThat(page("/monitoring/signs/rules")).contains("压线", "F20", "90%");
        assertThat(page("/monitoring/devices/" + site.mn())).contains("/monitoring/signs?q=" + site.mn());
        assertThat(stage.page(Stage.duty(), "/monitoring/signs.csv?q=" + site.mn())
                        .body())
                .contains("F01", told.evidenceHash());
        assertThat(stage.page(Stage.duty(), at + "/evidence.csv").body())
                .contains("w01018-Avg,w01018-Flag=N", "151.2,42.00,31.4");

        frozen(told);
        outcome(site, told);
        assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    /** Nobody changes what was frozen by way of the service's own account, and what changes in another way is seen. */
    private void frozen(DataSuspected told) {
        UUID id = UUID.fromString(told.suspicion());
        for (String statement : List.of(
                "update suspicion_evidence set numbers = '1' where suspicion = :id",
                "delete from suspicion_evidence where suspicion = :id",
                "update suspicion set evidence_hash = repeat('0', 64) where id = :id",
                "update suspicion set finding_zh = 'x' where id = :id",
                "delete from suspicion where id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(statement).param("id", id).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> jdbc.sql("truncate suspicion_evidence").update())
                .isInstanceOf(DataAccessException.class);

        jdbc.sql("alter table suspicion_evidence disable trigger suspicion_evidence_stays")
                .update();
        try {
            forge(id, "31.4", "31.9");
            assertThat(json("/signs/" + id + "/verification").path("fits").asBoolean())
                    .isFalse();
            assertThat(page("/monitoring/signs/" + id + "?verify=true")).contains("核验不一致");
            forge(id, "31.9", "31.4");
            assertThat(json("/signs/" + id + "/verification").path("fits").asBoolean())
                    .isTrue();
        } finally {
            jdbc.sql("alter table suspicion_evidence enable trigger suspicion_evidence_stays")
                    .update();
        }
        // what happens to the packets does not matter any more
        jdbc.sql("delete from packet where device = (select device from suspicion where id = :id)")
                .param("id", id)
                .update();
        assertThat(json("/signs/" + id + "/verification").path("fits").asBoolean())
                .isTrue();
        assertThat(json("/signs/" + id).path("evidence")).hasSize(24);
        assertThat(page("/monitoring/signs/" + id)).contains("data-island=\"chart\"");
    }

    private void forge(UUID id, String from, String to) {
        assertThat(jdbc.sql("""
                                update suspicion_evidence set numbers = replace(numbers, :from, :to)
                                where suspicion = :id and place = 5""")
                        .param("from", from)
                        .param("to", to)
                        .param("id", id)
                        .update())
                .isEqualTo(1);
    }

    private void outcome(Site site, DataSuspected told) {
        String clue = UUID.randomUUID().toString();
        probe.send(new SuspicionJoinedClue(clue, "XS-2026-0077", told.suspicion(), Instant.now()));
        await().until(() -> suspicions(site), List.of("F01 handed-over 1")::equals);
        probe.send(new ClueDismissed(UUID.randomUUID().toString(), site.unit(), "松江纸业", "与此无关", Instant.now()));
        probe.send(new CaseFiled(clue, "LA-2026-0031", site.unit(), "松江纸业", Instant.now()));
        await().until(() -> suspicions(site), List.of("F01 case-filed 1")::equals);
        assertThat(page("/monitoring/signs/" + told.suspicion()))
                .contains("XS-2026-0077", "LA-2026-0031", "已立案", "列入执法线索", "/enforcement/clues/" + clue);
        assertThat(page("/monitoring/signs?state=case-filed&q=XS-2026-0077")).contains(told.suspicion());
    }

    @Test
    void aRecordThatComesAgainWithAnotherValueIsFoundWithBothVersions() {
        Site site = inService();
        LocalDateTime at = hour().minusHours(5);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            send(device, site, "2061", record(at, "71.2"));
            send(device, site, "2061", record(at.plusHours(1), "44.0"));
            awaitPackets(site, 2);
            look(site);
            assertThat(suspicions(site)).isEmpty();
            send(device, site, "2061", record(at, "41.2"));
            send(device, site, "2061", record(at.plusHours(1), "44.0"));
            awaitPackets(site, 3);
            look(site);
            assertThat(suspicions(site)).containsExactly("F16 found 1");
            awaitSecondAfterLastSeen(site);
            send(device, site, "2061", record(at.plusHours(1), "38.0"));
            awaitPackets(site, 4);
            look(site);
            look(site);
        }
        assertThat(suspicions(site)).containsExactly("F16 found 2");
        DataSuspected told =
                probe.await(DataSuspected.class, fact -> fact.device().equals(site.mn()));
        assertThat(told.records()).isEqualTo(2);
        assertThat(told.finding()).contains("71.2", "41.2 mg/L");
        JsonNode evidence = json("/signs/" + told.suspicion()).path("evidence");
        assertThat(evidence.get(0).path("numbers").asString()).isEqualTo("71.2");
        assertThat(evidence.get(1).path("numbers").asString()).isEqualTo("41.2");
        assertThat(evidence.get(1).path("version").asInt()).isEqualTo(2);
        assertThat(told(site)).isEqualTo(1);
    }

    private static String record(LocalDateTime at, String cod) {
        return "DataTime=%s;w01018-Avg=%s,w01018-Flag=N".formatted(Timestamps.seconds(at), cod);
    }

    @Test
    void aParameterThatWasChangedAndAnHourAboveTheRangeAreFound() {
        Site site = inService();
        LocalDateTime at = hour().minusHours(3);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            send(device, site, "3020", parameter(at.minusDays(2), "1.000"));
            send(device, site, "3020", parameter(at, "0.600"));
            send(device, site, "2061", "DataTime=%s;w01018-Avg=500.0,w01018-Flag=T".formatted(Timestamps.seconds(at)));
        }
        awaitPackets(site, 3);
        look(site);
        assertThat(suspicions(site)).containsExactlyInAnyOrder("F06 found 1", "A5 found 1");
        DataSuspected told = probe.await(
                DataSuspected.class,
                fact -> fact.device().equals(site.mn()) && fact.sign().equals("F06"));
        assertThat(told.finding()).contains("斜率", "1.000", "0.600");
        // the two that say the parameter, and the hour, which tells of calibrations
        assertThat(told.records()).isEqualTo(3);
        assertThat(page("/monitoring/signs/" + told.suspicion())).contains("设备信息", "i13008-Info");
    }

    private static String parameter(LocalDateTime at, String slope) {
        return "DataTime=%s;PolId=w01018,i13008-Info=%s".formatted(Timestamps.seconds(at), slope);
    }

    @Test
    void aDeviceThatIsNewOrOutOfServiceIsLeftAlone() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            sendHours(device, site);
        }
        awaitPackets(site, 97);
        look(site);
        assertThat(suspicions(site)).isEmpty();
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices/" + site.mn() + "/out-of-service",
                                "{\"version\":2,\"kind\":\"fault\",\"reason\":\"更换仪表\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("""
                                select count(*) from alarm where kind = 'fraud-signs'
                                  and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).query(Long.class).single())
                .isZero();
    }

    private JsonNode json(String path) {
        HttpResponse<String> response = stage.api(Stage.duty(), path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Stage.json().readTree(response.body());
    }
}
