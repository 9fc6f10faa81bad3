package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.contracts.monitoring.DeviceSilenceEnded;
import cn.bishui.contracts.monitoring.DeviceSilent;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Alert A4: a silence is told once, and its end. */
@MonitoringIT
class SilenceIT {

    private static final AtomicInteger MINUTE = new AtomicInteger();

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final AuditReader audit;
    private final KafkaListenerEndpointRegistry containers;

    SilenceIT(
            Stage stage,
            IntakePort port,
            FactProbe probe,
            JdbcClient jdbc,
            AuditReader audit,
            KafkaListenerEndpointRegistry containers) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.audit = audit;
        this.containers = containers;
    }

    @BeforeEach
    void listenForALongTime() {
        await().until(() -> jdbc.sql("update intake_listening set since = now() - interval '3 hours'")
                        .update()
                == 1);
    }

    private void send(Site site) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment(
                    "20260301083000120",
                    "2011",
                    PASSWORD,
                    site.mn(),
                    "DataTime=202603010%d%02d00;w01018-Rtd=38.4,w01018-Flag=N"
                            .formatted(MINUTE.get() / 60, MINUTE.incrementAndGet() % 60))));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
    }

    /** As if so long had passed since the device was last heard. */
    private void letHoursPass(Site site, int hours) {
        jdbc.sql("update device set state_since = state_since - make_interval(hours => :hours) where mn = :mn")
                .param("hours", hours)
                .param("mn", site.mn())
                .update();
        jdbc.sql("""
                        update device_traffic set last_packet_at = last_packet_at - make_interval(hours => :hours)
                        where device = (select id from device where mn = :mn)""").param("hours", hours).param("mn", site.mn()).update();
        ring(site);
    }

    private void ring(Site site) {
        jdbc.sql("""
                        update alarm set moment = now() - interval '1 second', try_at = now(), claim = null
                        where kind = 'device-silence' and subject = 'device/' || (select id from device where mn = :mn)""").param("mn", site.mn()).update();
    }

    private List<String> alarms(Site site) {
        return jdbc.sql("""
                        select moment from alarm where kind = 'device-silence'
                          and subject = 'device/' || (select id from device where mn = :mn) and moment > now()""").param("mn", site.mn()).query(String.class).list();
    }

    private List<DeviceSilent> told(Site site) {
        return probe.heard(DeviceSilent.class).stream()
                .filter(fact -> fact.device().equals(site.mn()))
                .toList();
    }

    private List<DeviceSilenceEnded> ended(Site site) {
        return probe.heard(DeviceSilenceEnded.class).stream()
                .filter(fact -> fact.device().equals(site.mn()))
                .toList();
    }

    private DeviceSilent awaitSilence(Site site) {
        return probe.await(DeviceSilent.class, fact -> fact.device().equals(site.mn()));
    }

    @Test
    void tellsASilenceOnceAndItsEndWhenTheDeviceSpeaksAgain() {
        Site site = stage.inService();
        send(site);
        await().until(() ->
                jdbc.sql("select count(*) from device_traffic t join device d on d.id = t.device where d.mn = :mn")
                                .param("mn", site.mn())
                                .query(Long.class)
                                .single()
                        == 1);
        letHoursPass(site, 2);
        DeviceSilent silence = awaitSilence(site);
        assertThat(silence.unit()).isEqualTo(site.unit());
        assertThat(silence.outletName()).isEqualTo("废水总排放口");
        assertThat(silence.since()).isBefore(silence.foundAt().minusSeconds(7000));
        assertThat(alarms(site)).isEmpty();

        send(site);
        DeviceSilenceEnded end =
                probe.await(DeviceSilenceEnded.class, fact -> fact.silence().equals(silence.silence()));
        assertThat(end.heard()).isTrue();
        assertThat(end.since()).isEqualTo(silence.since());
        await().until(() -> alarms(site).size() == 1);

        // the next silence is another one
        letHoursPass(site, 1);
        await().until(() -> told(site).size() == 2);
        assertThat(told(site)).extracting(DeviceSilent::silence).doesNotHaveDuplicates();
        assertThat(ended(site)).hasSize(1);
        assertThat(audit.about("device/" + site.mn()))
                .extracting(AuditEntry::action)
                .endsWith("device.silent", "device.heard-again", "device.silent");
        assertThat(stage.page(Stage.reader(), "/monitoring/devices/" + site.mn())
                        .body())
                .contains("发现静默", "恢复上传数据");
    }

    @Test
    void tellsASilenceOfADeviceInTheWaterByItsSite() {
        String code = stage.networkSite("active");
        Site site = stage.site();
        stage.registerAt(code, site.mn());
        stage.putInService(site.mn());
        send(site);
        await().until(() ->
                jdbc.sql("select count(*) from device_traffic t join device d on d.id = t.device where d.mn = :mn")
                                .param("mn", site.mn())
                                .query(Long.class)
                                .single()
                        == 1);
        letHoursPass(site, 2);
        DeviceSilent silence = awaitSilence(site);
        assertThat(silence.unit()).isNull();
        assertThat(silence.site()).isEqualTo(code);
        assertThat(silence.siteName()).isEqualTo("示例断面" + code);
        send(site);
        assertThat(probe.await(DeviceSilenceEnded.class, fact -> fact.silence().equals(silence.silence()))
                        .site())
                .isEqualTo(code);
    }

    @Test
    void isNotSilentWhileItSpeaks() {
        Site site = stage.inService();
        jdbc.sql("update device set state_since = state_since - interval '2 hours' where mn = :mn")
                .param("mn", site.mn())
                .update();
        send(site);
        await().until(() ->
                jdbc.sql("""
                        select count(*) from device_traffic t join device d on d.id = t.device
                        where d.mn = :mn and last_packet_at is not null""").param("mn", site.mn()).query(Long.class).single() == 1);
        ring(site);
        await().until(() -> alarms(site).size() == 1);
        assertThat(told(site)).isEmpty();
    }

    @Test
    void blamesNobodyForWhatThePlatformHasNotReadOrHeard() {
        Site site = stage.inService();
        MessageListenerContainer readings = containers.getListenerContainer("readings");
        assertThat(readings).isNotNull();
        readings.stop();
        try {
            send(site);
            letHoursPass(site, 2);
            await().until(() -> alarms(site).size() == 1);
            assertThat(told(site)).isEmpty();
        } finally {
            readings.start();
        }
        Site deaf = stage.inService();
        jdbc.sql("update intake_listening set since = now()").update();
        letHoursPass(deaf, 2);
        await().until(() -> alarms(deaf).size() == 1);
        assertThat(told(deaf)).isEmpty();
    }

    @Test
    void endsWhenTheDeviceIsTakenOutOfServiceAndBeginsAnewWithIt() {
        Site site = stage.inService();
        letHoursPass(site, 2);
        DeviceSilent silence = awaitSilence(site);
        assertThat(stage.post(
                                Stage.admin(),
                                "/devices/" + site.mn() + "/out-of-service",
                                "{\"version\":2,\"kind\":\"fault\",\"reason\":\"仪表故障\"}")
                        .statusCode())
                .isEqualTo(200);
        DeviceSilenceEnded end =
                probe.await(DeviceSilenceEnded.class, fact -> fact.silence().equals(silence.silence()));
        assertThat(end.heard()).isFalse();
        assertThat(alarms(site)).isEmpty();
        assertThat(stage.post(Stage.admin(), "/devices/" + site.mn() + "/in-service", "{\"version\":3}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(alarms(site)).hasSize(1);
    }
}
