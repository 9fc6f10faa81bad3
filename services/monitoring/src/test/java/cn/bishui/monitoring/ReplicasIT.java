package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.monitoring.DeviceSilent;
import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas on one database and one Kafka, the other one a process of its own that dies of kill -9. */
@MonitoringIT
class ReplicasIT {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration A_MOMENT = Duration.ofMillis(1500);

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final Environment environment;

    ReplicasIT(Stage stage, IntakePort port, FactProbe probe, JdbcClient jdbc, Environment environment) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** A replica in a process of its own. */
    private record Replica(Process process, int hj212) implements AutoCloseable {

        /** kill -9. */
        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }

    private Replica replica() throws IOException {
        int hj212 = free();
        Path log = Files.createTempFile(Path.of("target"), "replica-", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MonitoringApplication.class.getName(),
                "--BISHUI_PORT=" + free(),
                "--BISHUI_HJ212_PORT=" + hj212));
        Stream.of("BISHUI_DB_URL", "BISHUI_DB_USER", "BISHUI_DB_PASSWORD", "BISHUI_KAFKA", "BISHUI_ISSUER")
                .map(name -> "--" + name + "=" + environment.getRequiredProperty(name))
                .forEach(command::add);
        Process process = new ProcessBuilder(command)
                .directory(new File("."))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Replica replica = new Replica(process, hj212);
        await().atMost(START).until(() -> {
            assertThat(process.isAlive()).as(() -> "see " + log).isTrue();
            return Files.readString(log).contains("listens for devices on port " + hj212);
        });
        return replica;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static PlayedDevice connect(Site site, int port) {
        PlayedDevice device = new PlayedDevice(port);
        device.send(Frames.of(Frames.segment("20260301083000120", "9015", PASSWORD, site.mn(), "")));
        device.answer("9013");
        return device;
    }

    private String state(long command) {
        return jdbc.sql("select state || ' ' || attempts from device_command where id = :id")
                .param("id", command)
                .query(String.class)
                .single();
    }

    @Test
    void sendsACommandOnceWhicheverReplicaHoldsTheLineAndGoesOnWhenThatOneIsKilled() throws IOException {
        Site site = stage.inService();
        try (Replica other = replica()) {
            // the other replica learns of the device within half a second
            await().until(() -> {
                try (PlayedDevice device = new PlayedDevice(other.hj212())) {
                    device.send(Frames.of(Frames.segment("20260301083000120", "9015", PASSWORD, site.mn(), "")));
                    return device.answer().cn().equals("9013");
                }
            });
            long command;
            String qn;
            try (PlayedDevice device = connect(site, other.hj212())) {
                command = Stage.json()
                        .readTree(stage.post(
                                        Stage.duty(),
                                        "/devices/" + site.mn() + "/commands",
                                        "{\"kind\":\"keep-sample\"}")
                                .body())
                        .get("id")
                        .asLong();
                Packet sent = device.answer();
                assertThat(sent.cn()).isEqualTo("3015");
                qn = String.valueOf(sent.qn());
                assertThat(device.answer(A_MOMENT)).isEmpty();
                assertThat(state(command)).isEqualTo("sent 1");
                other.kill();
            }
            // the device comes back to the replica that is left, and is asked again, under the same name
            try (PlayedDevice back = connect(site, port.number())) {
                Packet again = back.answer();
                assertThat(again.qn()).isEqualTo(qn);
                assertThat(back.answer(A_MOMENT)).isEmpty();
                back.send(Frames.of(
                        "QN=%s;ST=91;CN=9011;PW=%s;MN=%s;Flag=4;CP=&&QnRtn=1&&".formatted(qn, PASSWORD, site.mn())));
                back.send(Frames.of(
                        "QN=%s;ST=91;CN=9012;PW=%s;MN=%s;Flag=4;CP=&&ExeRtn=1&&".formatted(qn, PASSWORD, site.mn())));
                await().until(() -> state(command).equals("executed 2"));
            }
        }
    }

    @Test
    void tellsEachSilenceOnceThoughAReplicaIsKilledWhileItLooks() throws IOException {
        int devices = 40;
        List<Site> sites = Stream.generate(stage::inService).limit(devices).toList();
        Set<String> mns = new TreeSet<>(sites.stream().map(Site::mn).toList());
        try (Replica other = replica()) {
            jdbc.sql("update intake_listening set since = now() - interval '3 hours'")
                    .update();
            jdbc.sql("update device set state_since = state_since - interval '2 hours' where mn = any(:mns)")
                    .param("mns", mns.toArray(String[]::new))
                    .update();
            jdbc.sql("""
                            update alarm set moment = now() - interval '1 second', try_at = now(), claim = null
                            where kind = 'device-silence' and subject in (
                                select 'device/' || id from device where mn = any(:mns))""").param("mns", mns.toArray(String[]::new)).update();
            await().until(() -> silences(mns) > 0);
            other.kill();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> silences(mns) == devices);
        await().atMost(Duration.ofSeconds(60)).until(() -> told(mns).size() >= devices);
        await().during(Duration.ofSeconds(2)).until(() -> told(mns).size() == devices);
        assertThat(told(mns)).extracting(DeviceSilent::device).containsExactlyInAnyOrderElementsOf(mns);
    }

    private long silences(Set<String> mns) {
        return jdbc.sql("select count(*) from device_silence s join device d on d.id = s.device where d.mn = any(:mns)")
                .param("mns", mns.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private List<DeviceSilent> told(Set<String> mns) {
        return probe.heard(DeviceSilent.class).stream()
                .filter(fact -> mns.contains(fact.device()))
                .toList();
    }
}
