package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device's data answer is a promise that Kafka has the packet. */
@MonitoringIT
class KafkaOutageIT {

    private final Stage stage;
    private final IntakePort port;
    private final JdbcClient jdbc;

    KafkaOutageIT(Stage stage, IntakePort port, JdbcClient jdbc) {
        this.stage = stage;
        this.port = port;
        this.jdbc = jdbc;
    }

    @Test
    void answersNothingWhileKafkaIsAwayAndLosesNothing() {
        Site site = stage.inService();
        byte[] packet = Frames.of(Frames.segment(
                "20260301083000120",
                "2011",
                Stage.PASSWORD,
                site.mn(),
                "DataTime=20260301083000;w01018-Rtd=38.4,w01018-Flag=N"));
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            TestServers.stopKafka();
            try {
                device.send(packet);
                assertThat(device.answer(Duration.ofSeconds(3))).isEmpty();
                // heartbeats promise nothing, and pages need no Kafka
                device.send(Frames.of(Frames.segment("20260301083001120", "9015", Stage.PASSWORD, site.mn(), "")));
                assertThat(device.answer().cn()).isEqualTo("9013");
                assertThat(stage.page(Stage.duty(), "/monitoring").statusCode()).isEqualTo(200);
            } finally {
                TestServers.startKafka();
            }
            device.send(packet);
            assertThat(device.answer(Duration.ofSeconds(60)).orElseThrow().cn()).isEqualTo("9014");
        }
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc.sql(
                                        "select count(*) from packet p join device d on d.id = p.device where d.mn = :mn")
                                .param("mn", site.mn())
                                .query(Long.class)
                                .single(),
                        kept -> kept == 1);
    }
}
