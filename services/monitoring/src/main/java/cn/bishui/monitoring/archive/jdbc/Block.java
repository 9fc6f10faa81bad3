package cn.bishui.monitoring.archive.jdbc;

import cn.bishui.monitoring.archive.RawPacket;
import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packets of one partition in one run of bytes, compressed by Zstandard: devices together, so that each packet stands
 * beside the one that it is most like, and frames apart from what is known about them.
 *
 * <p>A byte {@value #FORMAT}, the length that it has unpacked (four bytes, highest first), a Zstandard frame. Unpacked:
 * number of addresses and the addresses, number of packets; of each packet the device, which address, the offset and the
 * moment less those of the packet before, length; then the frames. Integers have seven bits a byte, those that may be
 * negative with the sign last.
 */
final class Block {

    /** Quick: some 300 MB/s. */
    static final int QUICK = 3;

    /** Thorough: some 60 MB/s. */
    static final int THOROUGH = 9;

    private static final byte FORMAT = 1;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int LONGEST_INTEGER = 10;

    private static final Comparator<RawPacket> DEVICES_TOGETHER =
            Comparator.comparingInt(RawPacket::device).thenComparingLong(RawPacket::offset);

    private static final Comparator<RawPacket> AS_THEY_CAME = Comparator.comparingLong(RawPacket::offset);

    private Block() {}

    /** Packs packets of one partition. */
    static byte[] pack(List<RawPacket> packets, int level) {
        List<RawPacket> sorted = packets.stream().sorted(DEVICES_TOGETHER).toList();
        Map<String, Integer> texts = new LinkedHashMap<>();
        int frames = 0;
        for (RawPacket packet : sorted) {
            texts.putIfAbsent(packet.remote(), texts.size());
            frames += packet.frame().length;
        }
        List<byte[]> bytes = texts.keySet().stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
        int room =
                bytes.stream().mapToInt(each -> each.length + LONGEST_INTEGER).sum();
        ByteBuffer out = ByteBuffer.allocate(2 * LONGEST_INTEGER + room + sorted.size() * 5 * LONGEST_INTEGER + frames);
        integer(out, bytes.size());
        for (byte[] each : bytes) {
            integer(out, each.length);
            out.put(each);
        }
        integer(out, sorted.size());
        long offset = 0;
        long millis = 0;
        for (RawPacket packet : sorted) {
            long at = packet.receivedAt().toEpochMilli();
            integer(out, packet.device());
            integer(out, texts.getOrDefault(packet.remote(), 0));
            signed(out, packet.offset() - offset);
            signed(out, at - millis);
            integer(out, packet.frame().length);
            offset = packet.offset();
            millis = at;
        }
        sorted.forEach(packet -> out.put(packet.frame()));
        byte[] compressed = new byte[HEAD + Math.toIntExact(Zstd.compressBound(out.position()))];
        long length = Zstd.compressByteArray(
                compressed, HEAD, compressed.length - HEAD, out.array(), 0, out.position(), level);
        if (Zstd.isError(length)) {
            throw new IllegalStateException(Zstd.getErrorName(length));
        }
        ByteBuffer.wrap(compressed).put(FORMAT).putInt(out.position());
        return Arrays.copyOf(compressed, HEAD + Math.toIntExact(length));
    }

    /** The packets again, in the order of their offsets. */
    static List<RawPacket> unpack(byte[] block, int partition) {
        ByteBuffer head = ByteBuffer.wrap(block);
        if (head.get() != FORMAT) {
            throw new IllegalArgumentException("not a block of raw packets that this version knows");
        }
        ByteBuffer in = ByteBuffer.allocate(head.getInt());
        long length = Zstd.decompressByteArray(in.array(), 0, in.capacity(), block, HEAD, block.length - HEAD);
        if (length != in.capacity()) {
            throw new IllegalArgumentException("a block of raw packets is damaged");
        }
        String[] texts = new String[Math.toIntExact(integer(in))];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(bytes(in, Math.toIntExact(integer(in))), StandardCharsets.UTF_8);
        }
        int count = Math.toIntExact(integer(in));
        List<Head> heads = new ArrayList<>(count);
        long offset = 0;
        long millis = 0;
        for (int i = 0; i < count; i++) {
            int device = Math.toIntExact(integer(in));
            String remote = texts[Math.toIntExact(integer(in))];
            offset += signed(in);
            millis += signed(in);
            heads.add(new Head(offset, device, Instant.ofEpochMilli(millis), remote, Math.toIntExact(integer(in))));
        }
        List<RawPacket> packets = new ArrayList<>(count);
        for (Head each : heads) {
            packets.add(new RawPacket(
                    partition,
                    each.offset(),
                    each.device(),
                    each.receivedAt(),
                    each.remote(),
                    bytes(in, each.length())));
        }
        packets.sort(AS_THEY_CAME);
        return packets;
    }

    /** What is known about a packet. */
    private record Head(long offset, int device, Instant receivedAt, String remote, int length) {}

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void signed(ByteBuffer out, long number) {
        integer(out, (number << 1) ^ (number >> 63));
    }

    private static long signed(ByteBuffer in) {
        long number = integer(in);
        return (number >>> 1) ^ -(number & 1);
    }

    private static void integer(ByteBuffer out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long integer(ByteBuffer in) {
        long number = 0;
        int shift = 0;
        byte each = in.get();
        while (each < 0) {
            number |= (long) (each & 0x7F) << shift;
            shift += 7;
            each = in.get();
        }
        return number | ((long) each << shift);
    }
}
