package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecPropertyTests {

    private static final LocalDateTime START = LocalDateTime.of(2005, 1, 1, 0, 0);

    @Property
    void whatIsEncodedDecodesToItself(@ForAll("packets") Packet packet) {
        List<Received> received = Wire.decode(PacketEncoder.encode(packet));
        assertThat(received).hasSize(1);
        assertThat(Packet.parse((Frame) received.getFirst())).isEqualTo(packet);
    }

    @Property
    void everySplitDecodesAlike(@ForAll("streams") byte[] stream, @ForAll("cuts") List<Integer> cuts) {
        List<byte[]> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; from < stream.length; i++) {
            int to = Math.min(stream.length, from + cuts.get(i % cuts.size()));
            pieces.add(Arrays.copyOfRange(stream, from, to));
            from = to;
        }
        List<Received> whole = Wire.decode(stream);
        assertThat(Wire.decode(pieces.toArray(byte[][]::new))).isEqualTo(whole);
        byte[][] single = IntStream.range(0, stream.length)
                .mapToObj(i -> new byte[] {stream[i]})
                .toArray(byte[][]::new);
        assertThat(Wire.decode(single)).isEqualTo(whole);
    }

    @Property
    void everyByteIsToldOnceButLineEnds(@ForAll("streams") byte[] stream) {
        String told =
                String.join("", Wire.decode(stream).stream().map(Wire::text).toList());
        assertThat(told.replace("\r", "").replace("\n", ""))
                .isEqualTo(new String(stream, StandardCharsets.ISO_8859_1)
                        .replace("\r", "")
                        .replace("\n", ""));
    }

    @Property
    void randomBytesNeverThrow(@ForAll byte[] stream) {
        parse(Wire.decode(stream));
    }

    @Property
    void randomSegmentsNeverThrow(@ForAll("segments") byte[] segment) {
        List<Received> received = Wire.decode(Wire.bytes(Wire.frame(segment)));
        parse(received);
    }

    @Property
    void aGoodFrameAfterJunkWithoutHeadIsFound(@ForAll("packets") Packet packet, @ForAll byte[] junk) {
        for (int i = 0; i < junk.length; i++) {
            junk[i] = junk[i] == '#' ? (byte) 'x' : junk[i];
        }
        FrameDecoder decoder = new FrameDecoder();
        List<Received> received = new ArrayList<>();
        decoder.feed(ByteBuffer.wrap(junk), received::add);
        decoder.feed(ByteBuffer.wrap(PacketEncoder.encode(packet)), received::add);
        assertThat(Packet.parse((Frame) received.getLast())).isEqualTo(packet);
    }

    private static void parse(List<Received> received) {
        for (Received each : received) {
            if (each instanceof Frame frame && Packet.parse(frame) instanceof Packet packet) {
                assertThat(packet.toString()).isNotEmpty();
                assertThat(packet.pollutants()).isNotNull();
                assertThat(packet.dataTime()).isNotNull();
            }
        }
    }

    @Provide
    Arbitrary<Packet> packets() {
        Arbitrary<String> st = Arbitraries.of("21", "22", "32", "91", "A0");
        Arbitrary<String> cn = Arbitraries.strings().numeric().ofLength(4);
        Arbitrary<String> pw =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(24);
        Arbitrary<String> mn = Arbitraries.strings()
                .withChars("0123456789ABCDEF")
                .ofMinLength(1)
                .ofMaxLength(24);
        Arbitrary<LocalDateTime> qn =
                Arbitraries.longs().between(0, 3_000_000_000_000L).map(millis -> START.plusNanos(millis * 1_000_000));
        Arbitrary<Integer> version = Arbitraries.integers().between(0, 63);
        Arbitrary<Integer> total = Arbitraries.integers().between(0, 999);
        return Combinators.combine(
                        st, cn, pw, mn, qn, version, total, items().list().ofMaxSize(8))
                .as((system, command, password, device, moment, v, packets, items) -> {
                    Packet.Builder builder = Packet.builder(system, command, device)
                            .qn(moment)
                            .pw(password)
                            .flag(new Flag(v * 4 + (packets == 0 ? 1 : 3)));
                    if (packets > 0) {
                        builder.number(new PacketNumber(packets, (packets + 1) / 2));
                    }
                    if (v == 2) {
                        builder.otherField("RF", "1");
                    }
                    items.forEach(builder::item);
                    return builder;
                })
                .map(CodecPropertyTests::noted);
    }

    /** The decoder notes names that came twice, so the packet that is compared has the note too. */
    private static Packet noted(Packet.Builder builder) {
        Packet packet = builder.build();
        List<String> names = packet.items().stream()
                .flatMap(item -> item.fields().stream())
                .map(Field::name)
                .toList();
        Set<Leniency> notes = Set.copyOf(names).size() == names.size() ? Set.of() : Set.of(Leniency.DUPLICATE_DATA);
        return builder.noted(notes).build();
    }

    private static Arbitrary<Item> items() {
        Arbitrary<String> name = Arbitraries.of("DataTime", "w01018-Rtd", "w01018-Flag", "w21003-Avg", "i21001-Info");
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("0123456789.=-ABC 汞镉超标\u00e9")
                .ofMaxLength(10)
                .map(String::strip);
        return Combinators.combine(name, value)
                .as(Field::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Item::new);
    }

    /** Frames, broken frames and junk, mixed. */
    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<String> good = Arbitraries.of("", "CN=1", "CP=&&a=1&&", "##0004CN=1", "12\r\n34")
                .map(Wire::frame);
        Arbitrary<String> cut = Combinators.combine(good, Arbitraries.integers().between(0, 20))
                .as((frame, end) -> frame.substring(0, Math.min(end, frame.length())));
        Arbitrary<String> wrong =
                Arbitraries.of("##0003CN=1", "##0005", "##1024", "##1025", "##9999", "##000", "#", "##", "\r");
        Arbitrary<String> junk =
                Arbitraries.strings().withChars("#0123\r\nAF\u00ff").ofMaxLength(12);
        return Arbitraries.oneOf(good, good, cut, wrong, junk)
                .list()
                .ofMaxSize(12)
                .map(parts -> Wire.bytes(String.join("", parts)));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 30).list().ofMinSize(1).ofMaxSize(10);
    }

    @Provide
    Arbitrary<byte[]> segments() {
        return Arbitraries.strings()
                .withChars("QNSTCPWMFlag=;,&-0123456789 \u00e4\u00ff#")
                .ofMaxLength(200)
                .map(text -> Wire.bytes("MN=1;CN=2011;CP=&&" + text));
    }
}
