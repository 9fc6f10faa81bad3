package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** With a cipher that only looks like one: each block turned around and mixed with a key. */
class EncryptionTests {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 8, 30);
    private static final Uploads DEVICE =
            new Uploads("32", "010000A8900016F000169DC0", "123456", ProtocolVersion.V2025);
    private static final Packet DATA = DEVICE.packet(
            Upload.Measured.of(
                    Upload.Measured.Kind.REALTIME,
                    TIME,
                    PollutantData.builder("w01018")
                            .value(Measure.RTD, "38.40")
                            .flag(DataFlag.NORMAL)
                            .build()),
            TIME,
            true);

    @Test
    void leavesLengthChecksumAndTheRestOfABlockAsTheyAre() {
        byte[] clear = PacketEncoder.encode(DATA);
        byte[] encrypted = PacketEncoder.encode(DATA, new Mixer(1));
        int from = new String(clear, StandardCharsets.ISO_8859_1).indexOf("CP=&&") + 5;
        int to = clear.length - 8;
        int whole = (to - from) / 16 * 16;
        assertThat(to - from - whole).isPositive();
        assertThat(encrypted).hasSameSizeAs(clear);
        assertThat(Arrays.copyOf(encrypted, from)).isEqualTo(Arrays.copyOf(clear, from));
        assertThat(Arrays.copyOfRange(encrypted, from + whole, clear.length))
                .isEqualTo(Arrays.copyOfRange(clear, from + whole, clear.length));
        assertThat(Arrays.copyOfRange(encrypted, from, from + whole))
                .isNotEqualTo(Arrays.copyOfRange(clear, from, from + whole));
    }

    @Test
    void isReadWithTheDevicesKeyAlsoWithTheOneBefore() {
        byte[] encrypted = PacketEncoder.encode(DATA, new Mixer(1));
        for (DeviceKeys keys : List.<DeviceKeys>of(
                mn -> List.of(new Mixer(1)), mn -> List.of(new Mixer(2), new Mixer(1)), keys(Map.of(DATA.mn(), 1)))) {
            Frame frame = FrameDecoder.only(encrypted, keys).orElseThrow();
            assertThat(Packet.parse(frame)).isEqualTo(DATA);
            assertThat(frame.encrypted()).isTrue();
            assertThat(frame.raw()).isEqualTo(Arrays.copyOf(encrypted, encrypted.length - 2));
            assertThat(new String(frame.segment(), StandardCharsets.UTF_8)).isEqualTo(PacketEncoder.segment(DATA));
        }
    }

    @Test
    void isRejectedWithoutTheKey() {
        byte[] encrypted = PacketEncoder.encode(DATA, new Mixer(1));
        for (DeviceKeys keys :
                List.<DeviceKeys>of(mn -> List.of(), mn -> List.of(new Mixer(2)), keys(Map.of("another", 1)))) {
            assertThat(FrameDecoder.only(encrypted, keys)).isEmpty();
        }
        assertThat(Wire.decode(encrypted)).noneMatch(Frame.class::isInstance);
    }

    @Test
    void isReadInClearTooAndOnlyWhereThe2025StandardHasIt() {
        DeviceKeys keys = mn -> List.of(new Mixer(1));
        Frame clear = FrameDecoder.only(PacketEncoder.encode(DATA), keys).orElseThrow();
        assertThat(clear.encrypted()).isFalse();
        Packet of2017 = DATA.toBuilder().flag(Flag.ANSWER).build();
        assertThat(FrameDecoder.only(PacketEncoder.encode(of2017, new Mixer(1)), keys))
                .isEmpty();
        assertThat(Cn.isEncrypted(Cn.HOUR)).isTrue();
        assertThat(Cn.isEncrypted(Cn.DEVICE_INFO)).isTrue();
        assertThat(Cn.isEncrypted(Cn.KEY)).isTrue();
        assertThat(Cn.isEncrypted(Cn.SET_TIME)).isFalse();
        assertThat(Cn.isEncrypted(Cn.DATA_ANSWER)).isFalse();
    }

    @Test
    void tellsWhoseDataCouldNotBeDecrypted() {
        byte[] encrypted = PacketEncoder.encode(DATA, new Mixer(1));
        byte[] wire = Arrays.copyOf(encrypted, 2 * encrypted.length);
        System.arraycopy(PacketEncoder.encode(DATA), 0, wire, encrypted.length, encrypted.length);
        for (int piece = 1; piece < wire.length; piece += 7) {
            List<Received> received = new ArrayList<>();
            FrameDecoder decoder = new FrameDecoder(mn -> List.of());
            for (int from = 0; from < wire.length; from += piece) {
                decoder.feed(ByteBuffer.wrap(wire, from, Math.min(piece, wire.length - from)), received::add);
            }
            assertThat(received).hasSize(2);
            RejectedFrame unopened = (RejectedFrame) received.getFirst();
            assertThat(unopened.reason()).isEqualTo(Rejection.ENCRYPTED);
            assertThat(unopened.raw()).isEqualTo(Arrays.copyOf(encrypted, encrypted.length - 2));
            Packet head = unopened.head().orElseThrow();
            assertThat(head.mn()).isEqualTo(DATA.mn());
            assertThat(head.pw()).isEqualTo(DATA.pw());
            assertThat(head.cn()).isEqualTo(DATA.cn());
            assertThat(head.qn()).isEqualTo(DATA.qn());
            assertThat(head.answerWanted()).isTrue();
            assertThat(head.items()).isEmpty();
            assertThat(received.get(1)).isInstanceOf(Frame.class);
        }
    }

    /** The checksum is that of the text in clear; some cipher texts have the same. */
    @Test
    void isReadThoughItsChecksumHoldsAsItIs() {
        int alike = 0;
        Packet.Builder builder = DATA.toBuilder();
        for (int items = 0; items < 40; items++) {
            Packet packet = builder.build();
            for (int key = 0; key < 256; key++) {
                byte[] encrypted = PacketEncoder.encode(packet, new Mixer(key));
                if (FrameDecoder.only(encrypted).isPresent()) {
                    int right = key;
                    alike++;
                    Frame frame = FrameDecoder.only(encrypted, mn -> List.of(new Mixer(right)))
                            .orElseThrow();
                    assertThat(Packet.parse(frame)).isEqualTo(packet);
                }
            }
            builder.item("w" + items, Integer.toString(items));
        }
        assertThat(alike).isPositive();
    }

    @Test
    void takesTextWithAWrongChecksumForThat() {
        for (String unit : new String[] {"mg/L", "毫克/升"}) {
            byte[] clear =
                    PacketEncoder.encode(DATA.toBuilder().item("unit", unit).build());
            clear[clear.length - 3] ^= 1;
            List<Received> received = new ArrayList<>();
            new FrameDecoder(mn -> List.of()).feed(ByteBuffer.wrap(clear), received::add);
            assertThat(received).extracting(Wire::reason).containsExactly(Rejection.BAD_CRC);
            assertThat(((RejectedFrame) received.getFirst()).head()).isEmpty();
        }
    }

    @Property(tries = 300)
    void decodesAlikeHoweverItIsSplitWhateverTheKey(
            @ForAll int key, @ForAll @IntRange(min = 1, max = 40) int piece, @ForAll @IntRange(max = 60) int items) {
        Packet.Builder builder = DATA.toBuilder();
        for (int i = 0; i < items; i++) {
            builder.item("w" + i, Integer.toString(i));
        }
        Packet packet = builder.build();
        byte[] one = PacketEncoder.encode(packet, new Mixer(key));
        byte[] wire = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, wire, one.length, one.length);
        FrameDecoder decoder = new FrameDecoder(mn -> List.of(new Mixer(key)));
        List<Received> received = new ArrayList<>();
        for (int from = 0; from < wire.length; from += piece) {
            decoder.feed(ByteBuffer.wrap(wire, from, Math.min(piece, wire.length - from)), received::add);
        }
        assertThat(received)
                .hasSize(2)
                .allSatisfy(each -> assertThat(Packet.parse((Frame) each)).isEqualTo(packet));
    }

    private static DeviceKeys keys(Map<String, Integer> byDevice) {
        return mn -> byDevice.containsKey(mn) ? List.of(new Mixer(byDevice.get(mn))) : List.of();
    }

    private record Mixer(int key) implements BlockCipher {

        @Override
        public byte[] encrypt(byte[] blocks) {
            byte[] mixed = new byte[blocks.length];
            for (int i = 0; i < blocks.length; i++) {
                mixed[i / BLOCK * BLOCK + BLOCK - 1 - i % BLOCK] = (byte) (blocks[i] ^ (0xA5 + key * 31 + i % BLOCK));
            }
            return mixed;
        }

        @Override
        public byte[] decrypt(byte[] blocks) {
            byte[] clear = new byte[blocks.length];
            for (int i = 0; i < blocks.length; i++) {
                clear[i] = (byte) (blocks[i / BLOCK * BLOCK + BLOCK - 1 - i % BLOCK] ^ (0xA5 + key * 31 + i % BLOCK));
            }
            return clear;
        }
    }
}
