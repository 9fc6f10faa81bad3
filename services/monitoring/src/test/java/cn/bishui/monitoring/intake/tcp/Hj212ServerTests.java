package cn.bishui.monitoring.intake.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.bishui.monitoring.Frames;
import cn.bishui.monitoring.PlayedDevice;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DevicePassword;
import cn.bishui.monitoring.device.DevicePlace;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.intake.Gate;
import cn.bishui.monitoring.intake.Hj212Settings;
import cn.bishui.monitoring.intake.Logbook;
import cn.bishui.monitoring.intake.PacketLog;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the port behaves at its limits, with a Kafka that does as the test wants. */
class Hj212ServerTests {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String MN = "010000A8900016F000169DC0";

    private final Logbook logbook = new Logbook();
    private @Nullable Hj212Server server;

    private int start(Hj212Settings settings, PacketLog packets) {
        Device device = new Device(
                1,
                MN,
                DevicePassword.seal("123456", new SecureRandom()),
                new DevicePlace.AtOutlet("unit", "DW001", "permit"),
                Duration.ofSeconds(30),
                DeviceState.IN_SERVICE,
                Instant.EPOCH,
                "env-device-engineer",
                0);
        Gate gate = new Gate(mn -> mn.equals(MN) ? Optional.of(device) : Optional.empty(), _ -> List.of());
        server = new Hj212Server(
                settings, gate, _ -> List.of(), packets, logbook, new OpenLines(), (_, _) -> {}, Clock.systemUTC());
        server.start();
        return server.number();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private static Hj212Settings settings(int connections, Duration idle, Duration frame, Duration introduction) {
        return new Hj212Settings(0, connections, idle, frame, introduction, LONG, 20);
    }

    private static void takeAll(
            String mn, byte[] frame, Instant at, String remote, Consumer<@Nullable Exception> done) {
        done.accept(null);
    }

    private static byte[] packet(int number, String data) {
        return Frames.of(Frames.segment("20260301%09d".formatted(number), "2011", "123456", MN, data));
    }

    @Test
    void turnsAwayMoreConnectionsThanAllowed() {
        int port = start(settings(2, LONG, LONG, LONG), Hj212ServerTests::takeAll);
        try (PlayedDevice first = new PlayedDevice(port)) {
            first.send(packet(1, ""));
            first.answer();
            PlayedDevice second = new PlayedDevice(port);
            second.send(packet(2, ""));
            second.answer();
            try (PlayedDevice third = new PlayedDevice(port)) {
                assertThat(third.isCutOff()).isTrue();
            }
            second.close();
            await().untilAsserted(() -> {
                try (PlayedDevice again = new PlayedDevice(port)) {
                    again.send(packet(3, ""));
                    assertThat(again.answer(Duration.ofMillis(300))).isPresent();
                }
            });
        }
    }

    @Test
    void closesAConnectionOnWhichNothingComes() {
        int port = start(settings(10, SHORT.multipliedBy(2), SHORT, LONG), Hj212ServerTests::takeAll);
        try (PlayedDevice device = new PlayedDevice(port)) {
            device.send(packet(1, ""));
            device.answer();
            assertThat(device.isCutOff()).isTrue();
        }
    }

    @Test
    void closesAConnectionThatNeverBecomesADevice() {
        int port = start(settings(10, LONG, LONG, SHORT), Hj212ServerTests::takeAll);
        try (PlayedDevice device = new PlayedDevice(port);
                PlayedDevice stranger = new PlayedDevice(port)) {
            device.send(packet(1, ""));
            device.answer();
            stranger.send("##0");
            assertThat(stranger.isCutOff()).isTrue();
            device.send(packet(2, ""));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
    }

    @Test
    void takesNoMoreThanIsUnderWayUntilKafkaAnswers() throws InterruptedException {
        BlockingQueue<Consumer<@Nullable Exception>> unanswered = new LinkedBlockingQueue<>();
        AtomicInteger appended = new AtomicInteger();
        int port = start(settings(10, LONG, LONG, LONG), (_, _, _, _, done) -> {
            unanswered.add(done);
            appended.incrementAndGet();
        });
        int count = 2000;
        try (PlayedDevice device = new PlayedDevice(port)) {
            Thread sender = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < count; i++) {
                    device.send(packet(i, ""));
                }
            });
            await().until(() -> appended.get() == 64);
            assertThat(device.answer(SHORT)).isEmpty();
            assertThat(appended).hasValue(64);
            for (int i = 0; i < count; i++) {
                Optional.ofNullable(unanswered.poll(20, TimeUnit.SECONDS))
                        .orElseThrow()
                        .accept(null);
                assertThat(device.answer().cn()).isEqualTo("9014");
            }
            assertThat(sender.isAlive()).isFalse();
        }
    }

    @Test
    void answersNothingThatKafkaDidNotTake() {
        int port = start(
                settings(10, LONG, LONG, LONG),
                (_, _, _, _, done) -> done.accept(new IllegalStateException("no broker")));
        try (PlayedDevice device = new PlayedDevice(port)) {
            device.send(packet(1, ""));
            assertThat(device.answer(SHORT)).isEmpty();
            device.send(Frames.of(Frames.segment("20260301000000001", "9015", "123456", MN, "")));
            assertThat(device.answer().cn()).isEqualTo("9013");
        }
    }

    @Test
    void slowsADeviceDownWhileKafkaIsFull() {
        Semaphore room = new Semaphore(0);
        int port = start(settings(10, LONG, LONG, LONG), (_, _, _, _, done) -> {
            room.acquireUninterruptibly();
            done.accept(null);
        });
        byte[] large = packet(1, "x=" + "y".repeat(900));
        int count = 30_000;
        AtomicLong sent = new AtomicLong();
        try (PlayedDevice device = new PlayedDevice(port)) {
            Thread sender = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < count; i++) {
                    device.send(large);
                    sent.incrementAndGet();
                }
            });
            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300))
                    .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
            assertThat(sent.get()).isLessThan(count);
            room.release(count);
            for (int i = 0; i < count; i++) {
                assertThat(device.answer().cn()).isEqualTo("9014");
            }
            assertThat(sender.isAlive()).isFalse();
        }
    }

    @Test
    void cutsOffADeviceThatDoesNotReadItsAnswers() {
        int port = start(new Hj212Settings(0, 10, LONG, LONG, LONG, SHORT, 20), Hj212ServerTests::takeAll);
        byte[] one = packet(1, "");
        byte[] many = new byte[one.length * 1000];
        for (int i = 0; i < 1000; i++) {
            System.arraycopy(one, 0, many, i * one.length, one.length);
        }
        try (PlayedDevice device = new PlayedDevice(port)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            device.send(many);
                        }
                    })
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        int port = start(settings(10, LONG, LONG, LONG), Hj212ServerTests::takeAll);
        Hj212Server other = new Hj212Server(
                new Hj212Settings(port, 10, LONG, LONG, LONG, LONG, 20),
                new Gate(_ -> Optional.empty(), _ -> List.of()),
                _ -> List.of(),
                Hj212ServerTests::takeAll,
                logbook,
                new OpenLines(),
                (_, _) -> {},
                Clock.systemUTC());
        assertThatThrownBy(other::start).hasMessageContaining("HJ 212 port " + port);
    }
}
