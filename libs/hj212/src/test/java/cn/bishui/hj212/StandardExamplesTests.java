package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of HJ 212-2017 annex C, misprints included: table, who sends it (centre or device), segment. */
class StandardExamplesTests {

    private static final List<Example> EXAMPLES = read();
    private static final LocalDateTime TIME = LocalDateTime.of(2016, 8, 1, 8, 58, 57);

    @TestFactory
    Stream<DynamicTest> isUnderstoodAndSaidAgain() {
        return EXAMPLES.stream()
                .map(each -> DynamicTest.dynamicTest("C." + each.table + " " + each.packet.cn(), () -> {
                    Message message = each.message();
                    assertThat(message)
                            .isNotInstanceOf(Message.Unknown.class)
                            .isNotInstanceOf(Message.Unreadable.class);
                    Packet again = Wire.decoded(PacketEncoder.encode(each.packet.toBuilder()
                            .clearItems()
                            .items(message.items())
                            .build()));
                    assertThat(again.leniencies()).isEmpty();
                    assertThat(each.fromCentre ? Message.fromCentre(again) : Message.fromDevice(again))
                            .isEqualTo(message);
                }));
    }

    @Test
    void coverEveryCommandOfTable9() {
        assertThat(commands(true))
                .containsExactly(
                        "1000 1011 1012 1061 1062 1063 1064 1072 2011 2012 2021 2022 2031 2041 2051 2061 3011 3012 3013 3014 "
                                .concat("3015 3016 3017 3018 3019 3020 3021 9013 9014")
                                .split(" "));
        assertThat(commands(false))
                .containsExactly(
                        "1011 1013 1061 1063 2011 2021 2031 2041 2051 2061 2081 3015 3017 3018 3019 3020 9011 9012 9013"
                                .split(" "));
    }

    @Test
    void haveDeparturesThatAreNoted() {
        Map<Set<Leniency>, Long> departures = EXAMPLES.stream()
                .collect(Collectors.groupingBy(each -> each.packet.leniencies(), Collectors.counting()));
        assertThat(departures.keySet())
                .containsExactlyInAnyOrder(
                        Set.of(),
                        Set.of(Leniency.SPACE),
                        Set.of(Leniency.COMMA_IN_HEADER),
                        Set.of(Leniency.MISSING_SEMICOLON_BEFORE_CP),
                        Set.of(Leniency.DUPLICATE_DATA));
    }

    @Test
    void sayWhatTheyShould() {
        assertThat(device("2021").findFirst()).contains(new Upload.FacilityStates(TIME, Map.of("SB1", 1, "SB2", 0)));
        Upload.FacilityStates states =
                (Upload.FacilityStates) device("2021").findFirst().orElseThrow();
        assertThat(states.state("SB1")).contains(FacilityState.RUNNING);
        assertThat(device("3017").findFirst()).contains(new Upload.SamplingCycle("w01018", LocalTime.MIDNIGHT, 2));
        assertThat(device("3015").findFirst()).contains(new Upload.RetainedSample(TIME, 1));
        assertThat(device("1063").findFirst()).contains(new Upload.MinuteInterval(10));
        assertThat(device("1011").findFirst()).contains(new Upload.DeviceTime("w01018", TIME));
        Upload.DeviceInfo log = (Upload.DeviceInfo) device("3020").findFirst().orElseThrow();
        assertThat(log.text("i11001")).contains("清洗管路");
        assertThat(Upload.DeviceInfo.topic("i11001")).isEqualTo(Upload.DeviceInfo.Topic.LOG);
        assertThat(centre("3021").findFirst()).contains(new Command.SetParameter("w01018", "i13004", "168.0"));
        assertThat(centre("2041").findFirst())
                .contains(new Command.History(
                        Command.History.Of.FACILITY_HOURS,
                        LocalDateTime.of(2016, 8, 1, 0, 0),
                        LocalDateTime.of(2016, 8, 1, 0, 0)));
        assertThat(device("9011").findFirst()).contains(new Reply.RequestAnswered("20160801085857223", 1));
    }

    @Test
    void joinWhereTheyAreSplit() {
        for (String table : List.of("49", "50")) {
            PacketJoiner joiner = new PacketJoiner(10, Duration.ofMinutes(1));
            List<Joined> joined = new ArrayList<>();
            EXAMPLES.stream()
                    .filter(each -> each.table.equals(table) && each.packet.number() != null)
                    .forEach(each -> joiner.add(each.packet, Instant.EPOCH, joined::add));
            assertThat(joined).hasSize(1);
            Packet whole = ((Joined.Whole) joined.getFirst()).packet();
            assertThat(whole.pollutants().keySet()).containsExactly("w00000", "w01001", "w01018");
            assertThat(whole.qn()).isEqualTo("20160801085857534");
            assertThat(whole.items()).hasSize(4);
            assertThat(whole.leniencies()).isEmpty();
        }
    }

    private static Set<String> commands(boolean fromCentre) {
        return EXAMPLES.stream()
                .filter(each -> each.fromCentre == fromCentre)
                .map(each -> each.packet.cn())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Message> device(String cn) {
        return EXAMPLES.stream()
                .filter(each -> !each.fromCentre && each.packet.cn().equals(cn))
                .map(Example::message);
    }

    private static Stream<Message> centre(String cn) {
        return EXAMPLES.stream()
                .filter(each -> each.fromCentre && each.packet.cn().equals(cn))
                .map(Example::message);
    }

    private static List<Example> read() {
        try (InputStream in = StandardExamplesTests.class.getResourceAsStream("hj212-2017-annex-c.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.split("\\|", 3))
                    .map(parts -> new Example(
                            parts[0],
                            parts[1].equals("c"),
                            Wire.decoded(Wire.bytes(Wire.frame(parts[2].getBytes(StandardCharsets.UTF_8))))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Example(String table, boolean fromCentre, Packet packet) {

        Message message() {
            return fromCentre ? Message.fromCentre(packet) : Message.fromDevice(packet);
        }
    }
}
