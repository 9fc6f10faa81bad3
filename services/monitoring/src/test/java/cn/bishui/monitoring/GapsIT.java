package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.hj212.Packet;
import cn.bishui.hj212.Timestamps;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hour records that do not come are asked for, and what comes back fills the gap. */
@MonitoringIT
class GapsIT {

    private static final AtomicInteger QN = new AtomicInteger();
    private static final Duration A_MOMENT = Duration.ofMillis(1500);

    private final Stage stage;
    private final IntakePort port;
    private final JdbcClient jdbc;
    private final Clock clock;

    GapsIT(Stage stage, IntakePort port, JdbcClient jdbc, Clock clock) {
        this.stage = stage;
        this.port = port;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The beginning of the last hour whose record is missing if it is not there. */
    private LocalDateTime lastHour() {
        return LocalDateTime.now(clock).minusMinutes(15).minusHours(1).truncatedTo(ChronoUnit.HOURS);
    }

    private Site inServiceSince(LocalDateTime moment) {
        Site site = stage.inService();
        jdbc.sql("update device set state_since = :since where mn = :mn")
                .param("since", Timestamp.from(moment.atZone(clock.getZone()).toInstant()))
                .param("mn", site.mn())
                .update();
        return site;
    }

    private void sendHour(PlayedDevice device, Site site, LocalDateTime hour) {
        device.send(Frames.of(Frames.segment(
                "20260302%09d".formatted(QN.incrementAndGet()),
                "2061",
                PASSWORD,
                site.mn(),
                "DataTime=%s;w01018-Avg=38.4,w01018-Flag=N".formatted(Timestamps.seconds(hour)))));
        assertThat(device.answer().cn()).isEqualTo("9014");
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
                        where kind = 'record-gaps' and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).update();
        await().until(() ->
                jdbc.sql("""
                        select count(*) from alarm where kind = 'record-gaps' and moment > now()
                          and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).query(Long.class).single() == 1);
    }

    private String state(Site site) {
        return String.join(
                ",",
                jdbc.sql(
                                "select g.state from record_gap g join device d on d.id = g.device where d.mn = :mn order by g.id")
                        .param("mn", site.mn())
                        .query(String.class)
                        .list());
    }

    private static void answer(PlayedDevice device, Packet command, String cn, String data) {
        device.send(Frames.of("QN=%s;ST=91;CN=%s;PW=%s;MN=%s;Flag=4;CP=&&%s&&"
                .formatted(command.qn(), cn, PASSWORD, command.mn(), data)));
    }

    /** As if the latest command had ended long ago. */
    private void letItEnd(Site site) {
        await().until(() -> jdbc.sql("""
                        update device_command set ended_at = ended_at - interval '10 minutes'
                        where ended_at is not null and id = (
                            select max(c.id) from device_command c join device d on d.id = c.device where d.mn = :mn)""").param("mn", site.mn()).update() == 1);
    }

    @Test
    void asksForWhatIsMissingAndIsFilledByWhatComesBack() {
        LocalDateTime last = lastHour();
        Site site = inServiceSince(last.minusHours(6).plusMinutes(10));
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            for (int hour : new int[] {5, 4, 1, 0}) {
                sendHour(device, site, last.minusHours(hour));
            }
            awaitPackets(site, 4);
            look(site);
            assertThat(state(site)).isEqualTo("open");
            Packet command = device.answer();
            assertThat(command.cn()).isEqualTo("2061");
            assertThat(command.value("BeginTime")).contains(Timestamps.seconds(last.minusHours(3)));
            assertThat(command.value("EndTime")).contains(Timestamps.seconds(last.minusHours(2)));
            // it is not asked for twice while the device is at it
            look(site);
            assertThat(device.answer(A_MOMENT)).isEmpty();
            answer(device, command, "9011", "QnRtn=1");
            sendHour(device, site, last.minusHours(3));
            sendHour(device, site, last.minusHours(2));
            answer(device, command, "9012", "ExeRtn=1");
        }
        awaitPackets(site, 6);
        look(site);
        assertThat(state(site)).isEqualTo("filled");
        assertThat(stage.page(Stage.reader(), "/monitoring/devices/" + site.mn())
                        .body())
                .contains("缺少的数据", "已补齐", "平台")
                .doesNotContain("??");
        assertThat(stage.page(Stage.reader(), "/monitoring/devices/" + site.mn() + "?lang=en")
                        .body())
                .contains("Missing records", "filled", "the platform")
                .doesNotContain("??");
    }

    @Test
    void asksAgainForTheRestAndGivesUpWhatTheDeviceHasNot() {
        LocalDateTime last = lastHour();
        Site site = inServiceSince(last.minusHours(3).plusMinutes(10));
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            sendHour(device, site, last);
            awaitPackets(site, 1);
            look(site);
            Packet first = device.answer();
            answer(device, first, "9011", "QnRtn=1");
            sendHour(device, site, last.minusHours(2));
            answer(device, first, "9012", "ExeRtn=1");
            awaitPackets(site, 2);
            letItEnd(site);
            look(site);
            Packet second = device.answer();
            assertThat(second.value("BeginTime")).contains(Timestamps.seconds(last.minusHours(1)));
            answer(device, second, "9011", "QnRtn=1");
            answer(device, second, "9012", "ExeRtn=100");
            letItEnd(site);
            look(site);
            assertThat(state(site)).isEqualTo("given-up");
            look(site);
            assertThat(device.answer(A_MOMENT)).isEmpty();
            assertThat(state(site)).isEqualTo("given-up");
        }
    }

    @Test
    void asksNothingOfADeviceThatSendsNoSuchRecordsOrIsNew() {
        Site site = inServiceSince(lastHour().minusHours(6));
        look(site);
        Site fresh = stage.inService();
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            sendHour(device, fresh, lastHour().minusDays(1));
            awaitPackets(fresh, 1);
            look(fresh);
        }
        assertThat(state(site)).isEmpty();
        assertThat(state(fresh)).isEmpty();
    }
}
