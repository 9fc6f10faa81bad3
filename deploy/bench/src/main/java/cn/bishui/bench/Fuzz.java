package cn.bishui.bench;

import cn.bishui.hj212.Crc;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Joined;
import cn.bishui.hj212.Message;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.PacketJoiner;
import cn.bishui.hj212.PacketNumber;
import cn.bishui.hj212.Received;
import cn.bishui.hj212.RejectedFrame;
import cn.bishui.hj212.Rejection;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Ten million frames with mistakes in them through one decoder, one packet reader and one joiner that are never made anew:
 * nothing may throw, nothing may depend on how the bytes were split, and memory may not grow.
 */
public final class Fuzz {

    private static final int FRAMES = 10_000_000;
    private static final int KINDS = 500;
    private static final int ROOM = 64;
    private static final int REPORT = 1_000_000;
    private static final int MOST_MISTAKES = 4;
    private static final int SPAN = 40;
    private static final int HEAD = 6;
    private static final int TAIL = 6;
    private static final String TELLING = "#;,=& \r\n-0";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Random random;
    private final List<byte[]> frames = new ArrayList<>();
    private final FrameDecoder whole = new FrameDecoder();
    private final FrameDecoder pieces = new FrameDecoder();
    private final PacketJoiner joiner = new PacketJoiner(ROOM, Duration.ofSeconds(1));
    private final List<Received> fromWhole = new ArrayList<>();
    private final List<Received> fromPieces = new ArrayList<>();
    private final Map<Rejection, Long> rejections = new EnumMap<>(Rejection.class);
    private final byte[] mutated = new byte[4096];
    private long packets;
    private long malformed;
    private long joined;
    private long read;

    private Fuzz(long seed) {
        random = new Random(seed);
        List<Packet> good = Packets212.make(KINDS, seed);
        for (int i = 0; i < good.size(); i++) {
            Packet packet = good.get(i);
            if (i % 4 == 0 && packet.flag() != null) {
                packet = packet.toBuilder()
                        .flag(packet.flag().withNumber(true))
                        .number(new PacketNumber(2, 1 + i / 4 % 2))
                        .build();
            }
            frames.add(PacketEncoder.encode(packet));
        }
    }

    /**
     * Runs it.
     *
     * @param arguments how many frames, if not ten million, and a seed, if not 212
     */
    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : FRAMES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 212;
        new Fuzz(seed).run(count);
    }

    private void run(int count) {
        long began = System.nanoTime();
        out.printf(
                "before: %,d KiB in use of at most %,d KiB%n",
                inUse() / 1024, Runtime.getRuntime().maxMemory() / 1024);
        for (int i = 1; i <= count; i++) {
            int length = mutate(frames.get(random.nextInt(frames.size())));
            whole.feed(ByteBuffer.wrap(mutated, 0, length), fromWhole::add);
            feedInPieces(length);
            if (!fromWhole.equals(fromPieces)) {
                throw new IllegalStateException("Frame " + i + " depends on how it is split");
            }
            for (Received each : fromWhole) {
                use(each, Instant.ofEpochMilli(i));
            }
            fromWhole.clear();
            fromPieces.clear();
            if (i % REPORT == 0 || i == count) {
                out.printf(
                        "%,d frames, %,d bytes: %,d packets, %,d malformed, %,d sets joined or given up, rejected %s; %,d KiB in"
                                + " use%n",
                        i, read, packets, malformed, joined, rejections, inUse() / 1024);
            }
        }
        out.printf("%.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    private void use(Received received, Instant now) {
        switch (received) {
            case RejectedFrame rejected -> rejections.merge(rejected.reason(), 1L, Long::sum);
            case Frame frame -> {
                if (Packet.parse(frame) instanceof Packet packet) {
                    packets++;
                    use(packet, now);
                } else {
                    malformed++;
                }
            }
        }
    }

    private void use(Packet packet, Instant now) {
        boolean odd = packet.toString().isEmpty()
                || packet.pollutants().size() > packet.items().size() * 1000
                || packet.leniencies().size() > 1000
                || !Message.fromDevice(packet).cn().equals(packet.cn())
                || !Message.fromCentre(packet).cn().equals(packet.cn());
        joiner.add(packet, now, this::count);
        if (odd || joiner.held() > ROOM) {
            throw new IllegalStateException("Not as it should be: " + packet);
        }
    }

    private void count(Joined each) {
        if (!(each instanceof Joined.Whole only) || only.parts().size() > 1) {
            joined++;
        }
    }

    private void feedInPieces(int length) {
        for (int from = 0; from < length; ) {
            int to = Math.min(length, from + 1 + random.nextInt(length));
            pieces.feed(ByteBuffer.wrap(mutated, from, to - from), fromPieces::add);
            from = to;
        }
        read += length;
    }

    /** Copies a frame with mistakes: in every other one they are in the segment, whose length and checksum are right. */
    private int mutate(byte[] frame) {
        System.arraycopy(frame, 0, mutated, 0, frame.length);
        if (random.nextBoolean()) {
            return mutate(0, frame.length);
        }
        int end = mutate(HEAD, frame.length - TAIL);
        byte[] head = "##%04d".formatted(end - HEAD).getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "%04X\r\n".formatted(Crc.of(mutated, HEAD, end)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, mutated, 0, HEAD);
        System.arraycopy(tail, 0, mutated, end, TAIL);
        return end + TAIL;
    }

    /** Changes, takes out, puts in or doubles a few bytes; returns where they end now. */
    private int mutate(int begin, int before) {
        int end = before;
        for (int i = random.nextInt(MOST_MISTAKES); i > 0 && end > begin; i--) {
            int at = begin + random.nextInt(end - begin);
            switch (random.nextInt(5)) {
                case 0 -> mutated[at] = any();
                case 1 -> end = moveTail(at + 1, at, end);
                case 2 -> {
                    end = moveTail(at, at + 1, end);
                    mutated[at] = any();
                }
                case 3 -> end = moveTail(at, Math.min(end, at + random.nextInt(SPAN)), end);
                default -> end = moveTail(Math.min(end, at + random.nextInt(SPAN)), at, end);
            }
        }
        return end;
    }

    private int moveTail(int from, int to, int length) {
        System.arraycopy(mutated, from, mutated, to, length - from);
        return length + to - from;
    }

    private byte any() {
        return random.nextBoolean()
                ? (byte) TELLING.charAt(random.nextInt(TELLING.length()))
                : (byte) random.nextInt(256);
    }

    private static long inUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
