package cn.bishui.hj212;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameDecoderTests {

    private static final String GOOD =
            Wire.frame("QN=20260301083000120;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&");
    private static final String BARE = GOOD.strip();

    @Test
    void readsAPacketInPiecesOf100BytesAndOfOne() {
        String wire = Wire.frame("CN=2011;MN=1;CP=&&" + "w01018-Rtd=38.4;".repeat(50) + "&&");
        for (int piece : new int[] {1, 100}) {
            FrameDecoder decoder = new FrameDecoder();
            List<Received> received = new ArrayList<>();
            for (int i = 0; i < wire.length(); i += piece) {
                byte[] bytes = Wire.bytes(wire.substring(i, Math.min(i + piece, wire.length())));
                decoder.feed(ByteBuffer.wrap(bytes), received::add);
            }
            assertThat(received).extracting(Wire::text).containsExactly(wire.strip());
            assertThat(decoder.pending()).isFalse();
        }
    }

    @Test
    void tellsAFrameBeforeItsLineEndAndNeedsNone() {
        FrameDecoder decoder = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        decoder.feed(ByteBuffer.wrap(Wire.bytes(BARE)), received::add);
        assertThat(received).hasSize(1);
        decoder.feed(ByteBuffer.wrap(Wire.bytes(BARE + "\r\n\r\n\n" + GOOD)), received::add);
        assertThat(received).extracting(Wire::text).containsExactly(BARE, BARE, BARE);
    }

    @Test
    void readsWhateverKindOfBufferTheBytesAreIn() {
        byte[] wire = Wire.bytes(("x" + GOOD).repeat(200));
        ByteBuffer direct = ByteBuffer.allocateDirect(wire.length).put(wire).flip();
        ByteBuffer part =
                ByteBuffer.wrap(Wire.bytes("before" + new String(wire, ISO_8859_1) + "after"), 6, wire.length);
        for (ByteBuffer each :
                List.of(direct, part, part.slice(), ByteBuffer.wrap(wire).asReadOnlyBuffer())) {
            List<Received> received = new ArrayList<>();
            new FrameDecoder().feed(each.duplicate(), received::add);
            assertThat(received).hasSize(400).isEqualTo(Wire.decode(wire));
        }
        FrameDecoder decoder = new FrameDecoder();
        decoder.feed(direct, each -> assertThat(each).isNotNull());
        assertThat(direct.hasRemaining()).isFalse();
    }

    @Test
    void readsWhatShouldBeOneFrame() {
        assertThat(FrameDecoder.only(Wire.bytes(BARE))).isPresent();
        assertThat(FrameDecoder.only(Wire.bytes(GOOD))).isPresent();
        for (String other : List.of("", "x" + BARE, BARE + BARE, BARE + "#", BARE.replace("D1C1", "0000"))) {
            assertThat(FrameDecoder.only(Wire.bytes(other))).as(other).isEmpty();
        }
    }

    @Test
    void goesOnAfterATruncatedFrame() {
        List<Received> received = Wire.decode("##0500QN=2026" + GOOD + GOOD);
        assertThat(received).extracting(Wire::text).containsExactly("##0500QN=2026", BARE, BARE);
        assertThat(Wire.reason(received.getFirst())).isEqualTo(Rejection.INTERRUPTED);
    }

    @Test
    void tellsTheFrameInsideAnUnfinishedOneAtOnce() {
        FrameDecoder decoder = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        decoder.feed(ByteBuffer.wrap(Wire.bytes("##0500QN=2026" + BARE)), received::add);
        assertThat(received).extracting(Wire::text).containsExactly("##0500QN=2026", BARE);
    }

    @Test
    void namesAFrameCutShortByABrokenOne() {
        String broken = BARE.replace("D1C1", "0000");
        List<Received> received = Wire.decode("##0080QN=2026" + broken + "\r\n" + GOOD);
        assertThat(received.subList(0, 2))
                .extracting(Wire::reason)
                .containsExactly(Rejection.INTERRUPTED, Rejection.BAD_CRC);
        assertThat(received.subList(2, 3)).extracting(Wire::text).containsExactly(BARE);
    }

    @Test
    void rejectsALengthThatIsTooLongTooShortOrNoNumber() {
        for (String length : List.of("0088", "0090", "0091", "0086", "0080", "00 7", "87QN", "-087")) {
            List<Received> received = Wire.decode("##" + length + GOOD.substring(6) + GOOD);
            assertThat(received).as(length).hasSize(2);
            assertThat(Wire.reason(received.getFirst())).as(length).isEqualTo(Rejection.BAD_LENGTH);
            assertThat(Wire.text(received.getLast())).isEqualTo(BARE);
        }
    }

    @Test
    void rejectsAChecksumThatIsNotHexadecimal() {
        List<Received> received = Wire.decode(GOOD.replace("D1C1", "D1G1") + GOOD);
        assertThat(Wire.reason(received.getFirst())).isEqualTo(Rejection.BAD_CRC);
        assertThat(received).hasSize(2);
    }

    @Test
    void acceptsTheLongestSegmentAndRejectsTheNext() {
        String longest = Wire.frame("A".repeat(1024));
        List<Received> received = Wire.decode(longest + Wire.frame("A".repeat(1025)) + GOOD);
        assertThat(received).hasSize(3);
        assertThat(received.getFirst()).isInstanceOf(Frame.class);
        assertThat(Wire.reason(received.get(1))).isEqualTo(Rejection.OVERSIZED);
        assertThat(((RejectedFrame) received.get(1)).length()).isEqualTo(6 + 1025 + 4 + 2);
        assertThat(received.getLast()).isInstanceOf(Frame.class);
    }

    @Test
    void rejectsTheHugestFrameAsOneAndKeepsItsBeginning() {
        String huge = Wire.frame("A".repeat(9999));
        List<Received> received = Wire.decode(huge + GOOD);
        assertThat(received).hasSize(2);
        RejectedFrame rejected = (RejectedFrame) received.getFirst();
        assertThat(rejected.length()).isEqualTo(huge.length());
        assertThat(Wire.text(rejected)).isEqualTo(huge.substring(0, FrameDecoder.KEPT_BYTES));
    }

    @Test
    void findsTheFrameBehindJunkThatLooksLikeOne() {
        for (String junk :
                List.of("x", "#", "###", "##", "##00", "##0087", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\r#\n")) {
            List<Received> received = Wire.decode(junk + GOOD);
            assertThat(received).as(junk).isNotEmpty();
            assertThat(Wire.text(received.getLast())).as(junk).isEqualTo(BARE);
            assertThat(String.join("", received.stream().map(Wire::text).toList()))
                    .as(junk)
                    .isEqualTo(junk.replaceFirst("^\r", "") + BARE);
        }
    }

    @Test
    void tellsEndlessJunkInBoundedPortions() {
        FrameDecoder decoder = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        byte[] junk = new byte[1000];
        for (int i = 0; i < 1000; i++) {
            decoder.feed(ByteBuffer.wrap(junk), received::add);
        }
        assertThat(received).hasSize(1_000_000 / FrameDecoder.MAX_DROPPED);
        assertThat(received).allSatisfy(each -> {
            assertThat(((RejectedFrame) each).length()).isEqualTo(FrameDecoder.MAX_DROPPED);
            assertThat(((RejectedFrame) each).raw()).hasSize(FrameDecoder.KEPT_BYTES);
        });
        decoder.feed(ByteBuffer.wrap(Wire.bytes(GOOD)), received::add);
        assertThat(received.getLast()).isInstanceOf(Frame.class);
    }

    @Test
    void canBeFedAgainAfterItGaveUp() {
        FrameDecoder decoder = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        decoder.feed(ByteBuffer.wrap(Wire.bytes("##0087QN=")), received::add);
        decoder.finish(received::add);
        decoder.feed(ByteBuffer.wrap(Wire.bytes("late rest\r\n" + GOOD)), received::add);
        assertThat(received.subList(0, 2))
                .extracting(Wire::reason)
                .containsExactly(Rejection.TRUNCATED, Rejection.JUNK);
        assertThat(Wire.text(received.getLast())).isEqualTo(BARE);
    }

    @Test
    void givesUpAFrameWithManyHeadsInsideWithoutTakingLong() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder("##1024");
            while (text.length() < 1034) {
                text.append("##0").append(100 + random.nextInt(900));
            }
            assertThat(Wire.decode(text.toString())).allMatch(RejectedFrame.class::isInstance);
        }
    }

    @Test
    void acceptsALowerCaseChecksumAndNotesIt() {
        List<Received> received = Wire.decode(GOOD.replace("D1C1", "d1c1"));
        assertThat(((Packet) Packet.parse((Frame) received.getFirst())).leniencies())
                .containsExactly(Leniency.LOWER_CASE_CRC);
    }
}
