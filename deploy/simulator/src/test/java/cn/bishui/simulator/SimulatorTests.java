package cn.bishui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import cn.bishui.embedded.Ports;
import cn.bishui.hj212.Answers;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Command;
import cn.bishui.hj212.Commands;
import cn.bishui.hj212.Flag;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.ProtocolVersion;
import cn.bishui.hj212.RequestAnswer;
import cn.bishui.hj212.Timestamps;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTests {

    /** 09:30 in Shanghai. */
    private static final Instant START = Instant.parse("2026-03-02T01:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String FIRST = "010000A8900016F000169DC0";
    private static final String SECOND = "010000A8900016F000169DC1";

    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Centre centre;

    @BeforeEach
    void openTheCentre() throws IOException {
        centre = new Centre(0);
        open.add(centre);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void sendsADaysHistoryAndThenTheValuesOfTheMoment() throws IOException {
        play(Duration.ofMillis(50), FIRST);
        await().until(() -> centre.received(Cn.REALTIME).size() >= 3);

        List<LocalDateTime> hours = times(centre.received(Cn.HOUR));
        assertThat(hours)
                .containsExactlyElementsOf(IntStream.range(0, 24 + 9)
                        .mapToObj(i -> YESTERDAY.atStartOfDay().plusHours(i))
                        .toList());
        assertThat(times(centre.received(Cn.DAY)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> TODAY.minusDays(8 - i).atStartOfDay())
                        .toList());
        assertThat(centre.received().getFirst().cn()).isEqualTo(Cn.RESTART);
        assertThat(centre.received(Cn.TIME_REQUEST)).hasSize(1);
        assertThat(centre.received())
                .extracting(Packet::qn)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(centre.received())
                .allSatisfy(packet -> assertThat(packet.leniencies()).isEmpty());
        assertThat(times(centre.received(Cn.REALTIME)).getLast()).isBetween(TODAY.atTime(9, 30), TODAY.atTime(9, 32));
    }

    @Test
    void theSecondUnitBreaksCodYesterdayAndOnlyThen() throws IOException {
        play(Duration.ofSeconds(1), FIRST, SECOND);
        await().until(() -> centre.received(Cn.DAY).size() == 14);

        for (Packet day : centre.received(Cn.DAY)) {
            boolean broken = day.mn().equals(SECOND) && times(List.of(day)).contains(YESTERDAY.atStartOfDay());
            assertThat(mean(day, "w01018") > 100).as(day.toString()).isEqualTo(broken);
        }
        assertThat(centre.received(Cn.DAY).stream()
                        .filter(day -> day.mn().equals(FIRST))
                        .findFirst()
                        .orElseThrow()
                        .pollutants())
                .containsKey("w21001");
        assertThat(centre.received(Cn.DAY).stream()
                        .filter(day -> day.mn().equals(SECOND))
                        .findFirst()
                        .orElseThrow()
                        .pollutants())
                .doesNotContainKey("w21001");
    }

    @Test
    void theUnitThatTampersChangesASlopeOnceAndMeasuresAsBefore() throws IOException {
        play(centre.port(), Duration.ofMillis(50), 2, FIRST, SECOND);
        await().until(() -> centre.received(Cn.DEVICE_INFO).size() == 2
                && centre.received(Cn.REALTIME).size() >= 10);
        assertThat(centre.received(Cn.DEVICE_INFO)).allSatisfy(packet -> {
            assertThat(packet.mn()).isEqualTo(SECOND);
            assertThat(packet.value("PolId")).contains("w01018");
        });
        assertThat(centre.received(Cn.DEVICE_INFO))
                .extracting(packet -> packet.value("i13008-Info").orElse(""))
                .containsExactly("1.000", "0.850");
    }

    @Test
    void theDayRecordFollowsFromTheHours() throws IOException {
        play(Duration.ofSeconds(1), FIRST, SECOND);
        await().until(() -> centre.received(Cn.HOUR).size() == 2 * 33);
        for (String mn : List.of(FIRST, SECOND)) {
            List<Packet> hours = centre.received(Cn.HOUR).stream()
                    .filter(hour -> hour.mn().equals(mn))
                    .limit(24)
                    .toList();
            Packet day = centre.received(Cn.DAY).stream()
                    .filter(each -> each.mn().equals(mn))
                    .toList()
                    .getLast();
            double water =
                    hours.stream().mapToDouble(hour -> amount(hour, "w00000")).sum();
            double weighted = hours.stream()
                    .mapToDouble(hour -> amount(hour, "w00000") * mean(hour, "w01018"))
                    .sum();
            assertThat(amount(day, "w00000")).isCloseTo(water, within(0.05));
            assertThat(mean(day, "w01018")).isCloseTo(weighted / water, within(0.1));
            assertThat(amount(day, "w01018")).isCloseTo(mean(day, "w01018") * water / 1000, within(0.5));
        }
    }

    @Test
    void saysTheSameWhenItSaysItAgain() throws Exception {
        Simulator first = play(Duration.ofSeconds(1), FIRST);
        await().until(() -> centre.received(Cn.DAY).size() == 7);
        first.close();
        play(Duration.ofSeconds(1), FIRST);
        await().until(() -> centre.received(Cn.DAY).size() == 14);
        List<Packet> days = centre.received(Cn.DAY);
        for (int i = 0; i < 7; i++) {
            assertThat(days.get(i).items()).isEqualTo(days.get(i + 7).items());
            assertThat(days.get(i).qn()).isNotEqualTo(days.get(i + 7).qn());
        }
    }

    @Test
    void sendsAgainWithTheSameQnAndThenConnectsAgain() throws IOException {
        centre.behave(
                packet -> packet.cn().equals(Cn.HOUR) && centre.connections() == 1 ? List.of() : Centre.polite(packet));
        play(Duration.ofSeconds(1), FIRST);
        await().until(() -> centre.received(Cn.HOUR).size() >= 4 + 33);

        List<Packet> hours = centre.received(Cn.HOUR);
        assertThat(hours.subList(0, 4))
                .extracting(Packet::qn)
                .containsOnly(hours.getFirst().qn());
        assertThat(centre.connections()).isEqualTo(2);
        assertThat(times(hours.subList(4, 5))).isEqualTo(times(hours.subList(0, 1)));
        assertThat(centre.received(Cn.RESTART)).hasSize(1);
    }

    @Test
    void waitsForACentreThatIsNotThereYetAndForOneThatWentAway() throws IOException {
        int port = Ports.free();
        play(port, Duration.ofMillis(50), FIRST);
        centre = new Centre(port);
        open.add(centre);
        await().until(() -> centre.received(Cn.REALTIME).size() >= 2);
        centre.drop();
        int before = centre.received(Cn.REALTIME).size();
        await().until(() ->
                centre.connections() == 2 && centre.received(Cn.REALTIME).size() > before + 2);
        assertThat(centre.received(Cn.DAY)).hasSize(7);
    }

    @Test
    void setsItsClockWhenToldTo() throws IOException {
        play(Duration.ofMillis(50), FIRST);
        await().until(() -> !centre.received(Cn.REALTIME).isEmpty());
        LocalDateTime qn = TODAY.atTime(10, 0);
        centre.send(commands("pw1").setTime(qn, TODAY.atTime(9, 45)));
        await().until(() -> !centre.received(Cn.EXECUTION_RESULT).isEmpty());

        Packet answer = centre.received(Cn.REQUEST_ANSWER).getFirst();
        Packet result = centre.received(Cn.EXECUTION_RESULT).getFirst();
        assertThat(List.of(answer, result)).extracting(Packet::qn).containsOnly(Timestamps.qn(qn));
        assertThat(answer.value("QnRtn")).contains("1");
        assertThat(result.value("ExeRtn")).contains("1");
        await().until(() -> times(centre.received(Cn.REALTIME)).getLast().isAfter(TODAY.atTime(9, 44, 59)));
    }

    @Test
    void refusesAWrongPasswordAnUnknownCommandAndASenselessTime() throws IOException {
        play(Duration.ofMillis(50), FIRST);
        await().until(() -> !centre.received(Cn.REALTIME).isEmpty());
        centre.send(commands("wrong").setTime(TODAY.atTime(10, 0), TODAY.atTime(9, 45)));
        centre.send(Packet.builder("32", "2999", FIRST)
                .qn(TODAY.atTime(10, 1))
                .pw("pw1")
                .flag(Flag.ANSWER)
                .build());
        centre.send(
                commands("pw1").setTime(TODAY.atTime(10, 2), TODAY.plusYears(70).atStartOfDay()));
        await().until(() -> !centre.received(Cn.EXECUTION_RESULT).isEmpty());
        assertThat(centre.received(Cn.REQUEST_ANSWER).stream()
                        .map(packet -> packet.value("QnRtn").orElse("")))
                .containsExactly("3", "8", "1");
        assertThat(centre.received(Cn.EXECUTION_RESULT).getFirst().value("ExeRtn"))
                .contains("3");
    }

    @Test
    void sendsTheHistoryThatIsAskedFor() throws IOException {
        play(Duration.ofSeconds(5), FIRST);
        await().until(() -> centre.received(Cn.HOUR).size() == 33);
        LocalDateTime from = YESTERDAY.atTime(3, 0);
        centre.send(commands("pw1")
                .packet(new Command.History(Command.History.Of.HOURS, from, from.plusHours(2)), TODAY.atTime(10, 0)));
        centre.send(commands("pw1")
                .packet(
                        new Command.History(
                                Command.History.Of.HOURS,
                                TODAY.atTime(9, 10),
                                TODAY.plusDays(1).atStartOfDay()),
                        TODAY.atTime(10, 1)));
        await().until(() -> centre.received(Cn.EXECUTION_RESULT).size() == 2);

        List<Packet> asked =
                centre.received(Cn.HOUR).subList(33, centre.received(Cn.HOUR).size());
        assertThat(times(asked)).containsExactly(from, from.plusHours(1), from.plusHours(2));
        assertThat(asked.getFirst().items())
                .isEqualTo(centre.received(Cn.HOUR).get(3).items());
        assertThat(centre.received(Cn.EXECUTION_RESULT).stream()
                        .map(packet -> packet.value("ExeRtn").orElse("")))
                .containsExactly("1", "100");
    }

    @Test
    void keepsASampleAndTellsInWhichBottle() throws IOException {
        play(Duration.ofSeconds(5), FIRST);
        await().until(() -> !centre.received(Cn.REALTIME).isEmpty());
        for (int i = 0; i < 2; i++) {
            centre.send(
                    commands("pw1").packet(new Command.Order(Command.Order.What.RETAIN_SAMPLE), TODAY.atTime(10, i)));
        }
        await().until(() -> centre.received(Cn.EXECUTION_RESULT).size() == 2);
        assertThat(centre.received(Cn.RETAIN_SAMPLE).stream()
                        .map(packet -> packet.value("VaseNo").orElse("")))
                .containsExactly("1", "2");
        assertThat(centre.received(Cn.RETAIN_SAMPLE).getFirst().dataTime()).isPresent();
    }

    @Test
    void bearsWhatIsNoPacket() throws IOException {
        play(Duration.ofMillis(50), FIRST);
        await().until(() -> !centre.received(Cn.REALTIME).isEmpty());
        centre.send("junk\r\n##9999##0005hello0000\r\n".getBytes(StandardCharsets.US_ASCII));
        int before = centre.received(Cn.REALTIME).size();
        await().until(() -> centre.received(Cn.REALTIME).size() > before + 3);
        assertThat(centre.connections()).isEqualTo(1);
    }

    @Test
    void connectsAgainWhenTheCentreRefusesIt() throws IOException {
        centre.behave(packet -> centre.connections() > 2
                ? Centre.polite(packet)
                : List.of(Answers.toRequest(packet, RequestAnswer.WRONG_PW)));
        play(Duration.ofSeconds(1), FIRST);
        await().until(() -> centre.received(Cn.DAY).size() == 7);
        assertThat(centre.received(Cn.RESTART)).hasSize(3);
    }

    @Test
    void stopsOnSigterm() throws Exception {
        Path devices = devices(FIRST, SECOND);
        Path output = folder.resolve("simulator.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(Simulator.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                + File.pathSeparator
                                + Path.of(Packet.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI()),
                        Simulator.class.getName(),
                        devices.toString(),
                        "127.0.0.1:" + centre.port(),
                        "--interval=1")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> centre.received(Cn.REALTIME).size() >= 2);
            process.destroy();
            assertThat(process.waitFor(Duration.ofSeconds(8))).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            String log = Files.readString(output);
            assertThat(log).contains(FIRST + " stopped").contains(SECOND + " stopped");
            assertThat(log).doesNotContain("WARN").doesNotContain("pw1").doesNotContain("Exception");
        } finally {
            process.destroyForcibly();
        }
    }

    private Simulator play(Duration interval, String... mns) throws IOException {
        return play(centre.port(), interval, mns);
    }

    private Simulator play(int port, Duration interval, String... mns) throws IOException {
        return play(port, interval, 0, mns);
    }

    private Simulator play(int port, Duration interval, int tampering, String... mns) throws IOException {
        Options options = new Options(
                devices(mns),
                null,
                "127.0.0.1",
                port,
                interval,
                Duration.ofMillis(300),
                3,
                Duration.ofMillis(20),
                "test",
                ZoneId.of("Asia/Shanghai"),
                TODAY,
                tampering);
        Simulator simulator =
                Simulator.start(options, Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), START)));
        open.add(simulator);
        return simulator;
    }

    private Path devices(String... mns) throws IOException {
        List<String> lines = new ArrayList<>(List.of("mn,pw,outlet,unit,permit"));
        for (int i = 0; i < mns.length; i++) {
            lines.add("%s,pw%d,DW001,UNIT%d,P%d".formatted(mns[i], i + 1, i + 1, i + 1));
        }
        return Files.write(folder.resolve("devices.csv"), lines);
    }

    private static Commands commands(String pw) {
        return new Commands("32", FIRST, pw, ProtocolVersion.V2017);
    }

    private static List<LocalDateTime> times(List<Packet> packets) {
        return packets.stream().map(packet -> packet.dataTime().orElseThrow()).toList();
    }

    private static double mean(Packet packet, String code) {
        return number(packet, code, Measure.AVG);
    }

    private static double amount(Packet packet, String code) {
        return number(packet, code, Measure.COU);
    }

    private static double number(Packet packet, String code, Measure measure) {
        return Objects.requireNonNull(packet.pollutants().get(code))
                .value(measure)
                .orElseThrow()
                .doubleValue();
    }
}
