package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fifty thousand frames with mistakes in them; ten million are in deploy/bench. */
class FuzzTests {

    private static final int FRAMES = 50_000;
    private static final String[] DATA = {
        "DataTime=20260301083000;w01018-Rtd=38.4,w01018-Flag=N;w21003-Rtd=2.31,w21003-Flag=N&&",
        "BeginTime=20260301000000;EndTime=20260301080000&&",
        "DataTime=20260301083000;PolId=w01018;i11001-Info=//清洗管路//&&",
        "QnRtn=1&&",
        "&&"
    };
    private static final String[] CNS = {"2011", "2061", "3020", "9011", "1072", "2072", "3019"};

    private final Random random = new Random(212);
    private final PacketJoiner joiner = new PacketJoiner(32, Duration.ofSeconds(1));

    @Test
    void mutatedFramesBreakNothing() {
        FrameDecoder whole = new FrameDecoder();
        FrameDecoder pieces = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        List<Received> receivedInPieces = new ArrayList<>();
        int packets = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] wire = mutated();
            whole.feed(ByteBuffer.wrap(wire), received::add);
            feedInPieces(pieces, wire, receivedInPieces);
            assertThat(receivedInPieces).isEqualTo(received);
            for (Received each : received) {
                if (each instanceof Frame frame && Packet.parse(frame) instanceof Packet packet) {
                    use(packet, Instant.ofEpochMilli(i));
                    packets++;
                }
            }
            received.clear();
            receivedInPieces.clear();
        }
        assertThat(packets).isBetween(FRAMES / 4, FRAMES);
    }

    private void use(Packet packet, Instant now) {
        assertThat(packet.toString()).isNotEmpty();
        assertThat(packet.pollutants()).isNotNull();
        assertThat(Message.fromDevice(packet).cn()).isEqualTo(packet.cn());
        assertThat(Message.fromCentre(packet).items()).isNotNull();
        assertThat(packet.leniencies()).isNotNull();
        joiner.add(packet, now, joined -> assertThat(joined).isNotNull());
        assertThat(joiner.held()).isLessThanOrEqualTo(32);
    }

    private void feedInPieces(FrameDecoder decoder, byte[] wire, List<Received> sink) {
        for (int from = 0; from < wire.length; ) {
            int to = Math.min(wire.length, from + 1 + random.nextInt(wire.length));
            decoder.feed(ByteBuffer.wrap(wire, from, to - from), sink::add);
            from = to;
        }
    }

    private byte[] mutated() {
        boolean numbered = random.nextInt(4) == 0;
        String number = numbered ? "PNUM=2;PNO=%d;".formatted(1 + random.nextInt(2)) : "";
        String segment = "QN=20260301083000120;ST=32;CN=%s;PW=123456;MN=1;Flag=%d;%sCP=&&%s"
                .formatted(
                        CNS[random.nextInt(CNS.length)], numbered ? 7 : 5, number, DATA[random.nextInt(DATA.length)]);
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        boolean inside = random.nextBoolean();
        byte[] wire = Wire.bytes(Wire.frame(inside ? mutate(bytes) : bytes));
        return inside ? wire : mutate(wire);
    }

    /** A few bytes changed, taken out, put in or doubled. */
    private byte[] mutate(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte each : bytes) {
            list.add(each);
        }
        for (int i = random.nextInt(4); i > 0 && !list.isEmpty(); i--) {
            int at = random.nextInt(list.size());
            switch (random.nextInt(4)) {
                case 0 -> list.set(at, any());
                case 1 -> list.remove(at);
                case 2 -> list.add(at, any());
                default -> list.addAll(at, List.copyOf(list.subList(at, Math.min(list.size(), at + 20))));
            }
        }
        byte[] mutated = new byte[list.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = list.get(i);
        }
        return mutated;
    }

    private byte any() {
        return random.nextBoolean() ? (byte) "#;,=& \r\n-0".charAt(random.nextInt(10)) : (byte) random.nextInt(256);
    }
}
