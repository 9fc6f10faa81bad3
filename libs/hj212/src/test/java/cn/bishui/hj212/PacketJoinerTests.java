package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PacketJoinerTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-03-01T00:30:00Z");

    private final List<Joined> told = new ArrayList<>();
    private final PacketJoiner joiner = new PacketJoiner(8, PATIENCE);

    @Test
    void joinsPartsWithQnsOfTheirOwnInAnyOrder() {
        add(part(2, 2, "a-Rtd=2"), part(2, 1, "b-Rtd=1"));
        assertThat(told).hasSize(1);
        Joined.Whole whole = (Joined.Whole) told.getFirst();
        assertThat(whole.packet().toString()).contains("Flag=5;CP=&&DataTime=20260301080000;b-Rtd=1;a-Rtd=2&&");
        assertThat(whole.parts()).extracting(Packet::qn).containsExactly("20260301090001001", "20260301090001002");
        assertThat(whole.packet().number()).isNull();
    }

    @Test
    void keepsApartDevicesCommandsTimesAndTotals() {
        Packet first = part(2, 1, "a-Rtd=1");
        add(
                first,
                with(part(2, 2, "x-Rtd=1"), "MN=1;", "MN=2;"),
                with(part(2, 2, "x-Rtd=1"), "CN=2061", "CN=2051"),
                with(part(2, 2, "x-Rtd=1"), "DataTime=20260301080000", "DataTime=20260301070000"),
                part(3, 2, "x-Rtd=1"));
        assertThat(told).isEmpty();
        add(part(2, 2, "b-Rtd=2"));
        assertThat(told).hasSize(1);
        assertThat(joiner.held()).isEqualTo(6);
    }

    @Test
    void takesAPacketThatIsNotNumberedAsWhole() {
        Packet alone = Wire.packet("QN=20260301090001001;ST=32;CN=2061;PW=1;MN=1;Flag=5;CP=&&a=1&&");
        add(alone, part(1, 1, "a-Rtd=1"));
        assertThat(told).hasSize(2).allMatch(Joined.Whole.class::isInstance);
        assertThat(((Joined.Whole) told.getFirst()).packet()).isSameAs(alone);
        assertThat(((Joined.Whole) told.getLast()).packet().number()).isNull();
        assertThat(joiner.held()).isZero();
    }

    @Test
    void tellsAPartThatComesAgainBeforeAndAfterEverythingCame() {
        add(part(2, 1, "a-Rtd=1"), part(2, 1, "a-Rtd=1"), part(2, 2, "b-Rtd=1"), part(2, 2, "b-Rtd=1"));
        assertThat(told)
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly("Repeated", "Whole", "Repeated");
    }

    @Test
    void takesTheLaterOfTwoPartsThatSayDifferentThings() {
        add(part(2, 1, "a-Rtd=1"), part(2, 1, "a-Rtd=9"), part(2, 2, "b-Rtd=1"));
        assertThat(told.getFirst()).isEqualTo(new Joined.Replaced(part(2, 1, "a-Rtd=1")));
        assertThat(((Joined.Whole) told.getLast()).packet().value("a-Rtd")).contains("9");
    }

    @Test
    void takesACorrectedSetAsANewOne() {
        add(part(2, 1, "a-Rtd=1"), part(2, 2, "b-Rtd=1"), part(2, 1, "a-Rtd=2"), part(2, 2, "b-Rtd=2"));
        assertThat(told).hasSize(2).allMatch(Joined.Whole.class::isInstance);
        assertThat(((Joined.Whole) told.getLast()).packet().value("b-Rtd")).contains("2");
    }

    @Test
    void notesNamesThatComeInSeveralParts() {
        add(part(2, 1, "a-Rtd=1"), part(2, 2, "a-Rtd=2"));
        Packet whole = ((Joined.Whole) told.getFirst()).packet();
        assertThat(whole.leniencies()).containsExactly(Leniency.DUPLICATE_DATA);
        assertThat(whole.duplicates()).containsExactly(new Field("a-Rtd", "2"));
    }

    @Test
    void givesUpWhatWaitsTooLong() {
        add(part(2, 1, "a-Rtd=1"));
        joiner.expire(NOW.plus(PATIENCE).minusMillis(1), told::add);
        assertThat(told).isEmpty();
        joiner.expire(NOW.plus(PATIENCE), told::add);
        assertThat(told)
                .containsExactly(new Joined.Incomplete(Joined.Reason.EXPIRED, List.of(part(2, 1, "a-Rtd=1")), 2));
        assertThat(joiner.held()).isZero();
    }

    @Test
    void waitsFromTheLatestPartOn() {
        add(part(3, 1, "a-Rtd=1"));
        joiner.add(part(3, 2, "b-Rtd=1"), NOW.plusSeconds(50), told::add);
        joiner.add(part(3, 3, "c-Rtd=1"), NOW.plusSeconds(100), told::add);
        assertThat(told).hasSize(1).first().isInstanceOf(Joined.Whole.class);
    }

    @Test
    void forgetsACompleteSetInTheEnd() {
        add(part(2, 1, "a-Rtd=1"), part(2, 2, "b-Rtd=1"));
        joiner.expire(NOW.plus(PATIENCE), told::add);
        assertThat(told).hasSize(1);
        assertThat(joiner.held()).isZero();
    }

    @Test
    void crowdsOutWhatHasWaitedLongest() {
        for (int i = 0; i < 9; i++) {
            add(with(part(2, 1, "a-Rtd=1"), "MN=1;", "MN=" + (100 + i) + ";"));
        }
        assertThat(told).hasSize(1);
        Joined.Incomplete given = (Joined.Incomplete) told.getFirst();
        assertThat(given.reason()).isEqualTo(Joined.Reason.CROWDED_OUT);
        assertThat(given.parts().getFirst().mn()).isEqualTo("100");
        assertThat(joiner.held()).isEqualTo(8);
    }

    @Test
    void holdsNoMoreThanItsRoomOfASetThatIsTooLarge() {
        for (int i = 1; i <= 99_999; i++) {
            joiner.add(part(99_999, i, "a" + i + "-Rtd=1"), NOW, told::add);
            assertThat(joiner.held()).isLessThanOrEqualTo(8);
        }
        assertThat(told).allMatch(Joined.Incomplete.class::isInstance);
    }

    @Test
    void joinsAPartWithoutDataTimeToWhatCameBefore() {
        add(part(2, 1, "a-Rtd=1"), with(part(2, 2, "b-Rtd=1"), "DataTime=20260301080000;", ""));
        assertThat(told).hasSize(1).first().isInstanceOf(Joined.Whole.class);
    }

    @Test
    void joinsAPartWithoutDataTimeToNothingElse() {
        Packet late = with(part(2, 2, "b-Rtd=1"), "DataTime=20260301080000;", "");
        add(part(3, 1, "a-Rtd=1"), with(part(2, 1, "a-Rtd=1"), "CN=2061", "CN=2051"), part(2, 2, "x-Rtd=1"), late);
        assertThat(told).isEmpty();
        add(with(part(2, 1, "a-Rtd=1"), "DataTime=20260301080000;", ""));
        assertThat(told).hasSize(1).first().isInstanceOf(Joined.Whole.class);
    }

    @Test
    void splitsNothingThatFitsAndRefusesWhatCannotBe() {
        Packet small = Wire.packet("QN=20260301090001001;ST=32;CN=2061;PW=1;MN=1;Flag=5;CP=&&a=1&&");
        assertThat(PacketSplitter.split(small)).containsExactly(small);
        Packet huge = small.toBuilder().item("b", "1".repeat(951)).build();
        assertThatThrownBy(() -> PacketSplitter.split(huge)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PacketSplitter.split(part(2, 1, "a=1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void whatIsSplitIsJoinedAgain(
            @ForAll @IntRange(min = 1, max = 300) int items,
            @ForAll @IntRange(min = 1, max = 300) int length,
            @ForAll long order) {
        Packet.Builder builder = Packet.builder("32", "2061", "010000A8900016F000169DC0")
                .qn(LocalDateTime.of(2026, 3, 1, 9, 0))
                .pw("123456")
                .flag(Flag.ANSWER)
                .item("DataTime", "20260301080000");
        IntStream.range(0, items).forEach(i -> builder.item("w" + i + "-Rtd", "1".repeat(length)));
        Packet packet = builder.build();
        List<Packet> parts = new ArrayList<>(PacketSplitter.split(packet));
        List<Packet> arrived = new ArrayList<>();
        parts.forEach(each -> arrived.add(Wire.decoded(PacketEncoder.encode(each))));
        Collections.shuffle(arrived, new Random(order));
        PacketJoiner roomy = new PacketJoiner(1000, PATIENCE);
        List<Joined> joined = new ArrayList<>();
        arrived.forEach(each -> roomy.add(each, NOW, joined::add));
        assertThat(joined).hasSize(1);
        assertThat(((Joined.Whole) joined.getFirst()).packet()).isEqualTo(packet);
    }

    private void add(Packet... packets) {
        for (Packet each : packets) {
            joiner.add(each, NOW, told::add);
        }
    }

    private static Packet part(int total, int number, String data) {
        return Wire.packet("QN=2026030109000%04d;ST=32;CN=2061;PW=1;MN=1;Flag=7;PNUM=%d;PNO=%d;"
                        .formatted(1000 + number % 1000, total, number)
                + "CP=&&DataTime=20260301080000;" + data + "&&");
    }

    private static Packet with(Packet packet, String text, String other) {
        return Wire.packet(PacketEncoder.segment(packet).replace(text, other));
    }
}
