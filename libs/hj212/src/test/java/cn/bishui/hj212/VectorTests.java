package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every vector of the file, published and our own. */
class VectorTests {

    private static final JsonNode VECTORS = read();

    @TestFactory
    Stream<DynamicTest> readsAndWritesEveryGoodPacket() {
        return Stream.of("published", "own")
                .flatMap(group -> VECTORS.get(group).valueStream())
                .map(vector -> DynamicTest.dynamicTest(name(vector), () -> readsAndWrites(vector)));
    }

    private static void readsAndWrites(JsonNode vector) {
        String segment = vector.get("segment").asString();
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSize(vector.get("length").asInt());
        assertThat("%04X".formatted(Crc.of(bytes))).isEqualTo(vector.get("crc").asString());

        String wire = unescaped(vector.get("packet").asString());
        List<Received> received = Wire.decode(wire);
        assertThat(received).hasSize(1).first().isInstanceOf(Frame.class);
        Packet packet = (Packet) Packet.parse((Frame) received.getFirst());
        assertThat(packet.leniencies()).isEmpty();
        assertThat(PacketEncoder.segment(packet)).isEqualTo(segment);
        assertThat(new String(PacketEncoder.encode(packet), StandardCharsets.UTF_8))
                .isEqualTo(wire);
    }

    @TestFactory
    Stream<DynamicTest> rejectsTheModbusChecksum() {
        return VECTORS.get("modbus_mistakes")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(name(vector), () -> {
                    String segment = vector.get("segment").asString();
                    assertThat("%04X".formatted(Crc.of(Wire.bytes(segment))))
                            .isEqualTo(vector.get("correct_crc").asString());
                    String wire = "##%04d%s%s\r\n"
                            .formatted(
                                    segment.length(),
                                    segment,
                                    vector.get("crc_in_packet").asString());
                    List<Received> received = Wire.decode(wire);
                    assertThat(received).extracting(Wire::reason).containsExactly(Rejection.BAD_CRC);
                    assertThat(Wire.text(received.getFirst())).isEqualTo(wire);
                }));
    }

    @Test
    void rejectsTheMisprintInTheStandard() {
        String wire = malformed("wrong CRC");
        List<Received> received = Wire.decode(wire);
        assertThat(received).extracting(Wire::reason).containsExactly(Rejection.BAD_CRC);
        assertThat(Wire.text(received.getFirst())).isEqualTo(wire);
    }

    @Test
    void rejectsAWrongLength() {
        String wire = malformed("wrong length");
        List<Received> received = Wire.decode(wire);
        assertThat(received).extracting(Wire::reason).containsExactly(Rejection.BAD_LENGTH);
        assertThat(Wire.text(received.getFirst())).isEqualTo(wire);
    }

    @Test
    void waitsForTheRestOfATruncatedPacketUntilToldToStop() {
        String wire = malformed("truncated");
        FrameDecoder decoder = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        decoder.feed(ByteBuffer.wrap(Wire.bytes(wire)), received::add);
        assertThat(received).isEmpty();
        assertThat(decoder.pending()).isTrue();
        decoder.finish(received::add);
        assertThat(received).extracting(Wire::reason).containsExactly(Rejection.TRUNCATED);
        assertThat(Wire.text(received.getFirst())).isEqualTo(wire);
        assertThat(decoder.pending()).isFalse();
    }

    @Test
    void readsTwoPacketsInOneRead() {
        assertThat(Wire.decode(malformed("two packets in one read"))).hasSize(2).allMatch(Frame.class::isInstance);
    }

    @Test
    void skipsNoiseBeforeTheHeader() {
        List<Received> received = Wire.decode(malformed("noise before header"));
        assertThat(received).hasSize(2);
        assertThat(Wire.reason(received.getFirst())).isEqualTo(Rejection.JUNK);
        assertThat(Wire.text(received.getFirst())).isEqualTo("\0\0");
        assertThat(received.getLast()).isInstanceOf(Frame.class);
    }

    @Test
    void rejectsASegmentOver1024() {
        assertThat(Wire.decode(malformed("segment over 1024")))
                .extracting(Wire::reason)
                .containsExactly(Rejection.OVERSIZED);
    }

    @Test
    void knowsEveryMalformedVector() {
        assertThat(VECTORS.get("malformed").valueStream().map(VectorTests::name))
                .containsExactly(
                        "wrong CRC",
                        "wrong length",
                        "truncated",
                        "two packets in one read",
                        "noise before header",
                        "segment over 1024");
    }

    private static String malformed(String name) {
        return VECTORS.get("malformed")
                .valueStream()
                .filter(vector -> name(vector).equals(name))
                .map(vector -> unescaped(vector.get("packet").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonNode vector) {
        return vector.get("name").asString();
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\x00", "\0");
    }

    private static JsonNode read() {
        try (InputStream in = VectorTests.class.getResourceAsStream("hj212-test-vectors.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
