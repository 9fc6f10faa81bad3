package cn.bishui.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into frames, however it is split, and finds its way back after anything that is not one.
 *
 * <p>One decoder serves one connection and one thread at a time. It holds at most {@link #MAX_FRAME} bytes of an
 * unfinished frame and {@link #KEPT_BYTES} of what it gives up; it never throws on what it is fed. The result does not
 * depend on how the stream was split. A frame is told as soon as its checksum is there; CR LF after it is not waited
 * for, and its absence is no error. A frame that is complete inside another unfinished one ends that one.
 */
public final class FrameDecoder {

    /** Longest segment (HJ 212-2017 6.2), in bytes. */
    public static final int MAX_SEGMENT = 1024;

    /** Longest frame without CR LF, in bytes. */
    public static final int MAX_FRAME = Frame.HEAD + MAX_SEGMENT + Frame.CHECKSUM;

    /** How many bytes of a rejected frame are kept. */
    public static final int KEPT_BYTES = MAX_FRAME + 2;

    /** After this many bytes given up in one go, they are told even though no end is in sight. */
    public static final int MAX_DROPPED = 64 * 1024;

    /** So much is copied at a time from a buffer that is not an array. */
    private static final int COPY = 4096;

    private static final byte[] HEX = hex();

    private final byte[] buffer = new byte[MAX_FRAME];
    private int size;

    /** Up to where the unfinished frame was searched for the beginning of another one. */
    private int searched;

    private boolean innerFrames;

    /** Set while bytes are being given up. */
    private @Nullable Rejection dropping;

    /** Set while dropping: where the frame should have ended, counted from its start; -1 if that tells nothing. */
    private int declaredEnd;

    private final ByteArrayOutputStream dropped = new ByteArrayOutputStream();
    private long droppedLength;

    private final @Nullable DeviceKeys keys;

    /** Begins between two frames; what comes encrypted is rejected, because its checksum does not hold. */
    public FrameDecoder() {
        this.keys = null;
    }

    /**
     * Begins between two frames; what devices of HJ 212-2025 encrypt is decrypted with their keys, and rejected as
     * {@link Rejection#ENCRYPTED} where none of them fits.
     */
    public FrameDecoder(DeviceKeys keys) {
        this.keys = keys;
    }

    /** Reads bytes that should be one frame, such as {@link Frame#raw()} kept before; empty if they are anything else. */
    public static Optional<Frame> only(byte[] bytes) {
        return only(new FrameDecoder(), bytes);
    }

    /** Reads bytes that should be one frame, encrypted or not; empty if they are anything else. */
    public static Optional<Frame> only(byte[] bytes, DeviceKeys keys) {
        return only(new FrameDecoder(keys), bytes);
    }

    private static Optional<Frame> only(FrameDecoder decoder, byte[] bytes) {
        List<Received> received = new ArrayList<>(1);
        decoder.feed(ByteBuffer.wrap(bytes), received::add);
        return received.size() == 1 && received.getFirst() instanceof Frame frame && !decoder.pending()
                ? Optional.of(frame)
                : Optional.empty();
    }

    /**
     * Takes the bytes that came. They may be overwritten afterwards.
     *
     * @param in read to its limit
     * @param sink told of each frame and rejection, in the order of the stream
     */
    public void feed(ByteBuffer in, Consumer<? super Received> sink) {
        if (in.hasArray()) {
            int from = in.arrayOffset() + in.position();
            int to = in.arrayOffset() + in.limit();
            in.position(in.limit());
            feed(in.array(), from, to, sink);
            return;
        }
        while (in.hasRemaining()) {
            byte[] copy = new byte[Math.min(in.remaining(), COPY)];
            in.get(copy);
            feed(copy, 0, copy.length, sink);
        }
    }

    private void feed(byte[] bytes, int from, int to, Consumer<? super Received> sink) {
        int at = from;
        while (at < to) {
            if (size == 0 && dropping == null) {
                at = readWhole(bytes, at, to, sink);
            }
            int count = Math.min(to - at, wanted());
            System.arraycopy(bytes, at, buffer, size, count);
            size += count;
            at += count;
            decode(sink);
        }
    }

    /** Reads good frames where they stand, as long as nothing is odd; returns where it stopped. */
    private int readWhole(byte[] bytes, int from, int to, Consumer<? super Received> sink) {
        int at = from;
        while (true) {
            while (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
                at++;
            }
            if (to - at < Frame.HEAD || bytes[at] != '#' || bytes[at + 1] != '#') {
                return at;
            }
            int length = lengthAt(bytes, at);
            int end = at + Frame.HEAD + length + Frame.CHECKSUM;
            if (length < 0 || length > MAX_SEGMENT || end > to) {
                return at;
            }
            long scan = Crc.scan(bytes, at + Frame.HEAD, end - Frame.CHECKSUM);
            if ((scan & Crc.HASH_SEEN) != 0 || ((int) scan & 0xFFFF) != checksumAt(bytes, end - Frame.CHECKSUM)) {
                return at;
            }
            boolean ascii = (scan & Crc.NOT_ASCII) == 0;
            if (!ascii && keys != null && Encryption.isEncrypted(bytes, at + Frame.HEAD, end - Frame.CHECKSUM)) {
                return at;
            }
            sink.accept(Frame.clear(Arrays.copyOfRange(bytes, at, end), ascii));
            at = end;
        }
    }

    /** How many bytes to take next: no more than belong to the frame at the buffer's start, if one is there. */
    private int wanted() {
        if (dropping != null || size < 2 || buffer[0] != '#' || buffer[1] != '#') {
            return buffer.length - size;
        }
        if (size < Frame.HEAD) {
            return Frame.HEAD - size;
        }
        int length = lengthAt(buffer, 0);
        int end = Frame.HEAD + length + Frame.CHECKSUM;
        return length >= 0 && length <= MAX_SEGMENT && end > size ? end - size : buffer.length - size;
    }

    /**
     * Gives up what is unfinished: the connection closed, or nothing came for too long. Frames that were complete inside
     * it are told. The decoder may be fed again afterwards.
     *
     * @param sink told of what remains, at least of a {@link Rejection#TRUNCATED} if a frame was begun
     */
    public void finish(Consumer<? super Received> sink) {
        while (size > 0) {
            if (dropping == null && inFrame()) {
                giveUp(Rejection.TRUNCATED, -1);
            } else {
                dropping = dropping == null ? Rejection.JUNK : dropping;
                dropFirst(size);
            }
            decode(sink);
        }
        tellDropped(sink, -1);
    }

    /** Whether bytes wait for the rest of their frame, so that the caller may time it. */
    public boolean pending() {
        return size > 0 || dropping != null;
    }

    private void decode(Consumer<? super Received> sink) {
        boolean progress = true;
        while (progress && size > 0) {
            progress = (dropping == null && inFrame()) ? readFrame(sink) : drop(sink);
        }
    }

    private boolean inFrame() {
        return size >= 2 && buffer[0] == '#' && buffer[1] == '#';
    }

    /** Reads the frame at the buffer's start; false if more bytes are needed. */
    private boolean readFrame(Consumer<? super Received> sink) {
        if (size > 2 && buffer[2] == '#') {
            dropping = Rejection.JUNK;
            declaredEnd = -1;
            dropFirst(1);
            tellDropped(sink, -1);
            return true;
        }
        for (int i = 2; i < Math.min(size, Frame.HEAD); i++) {
            if (!isDigit(buffer[i])) {
                return giveUp(Rejection.BAD_LENGTH, -1);
            }
        }
        if (size < Frame.HEAD) {
            return false;
        }
        int length = lengthAt(buffer, 0);
        if (length > MAX_SEGMENT) {
            return giveUp(Rejection.OVERSIZED, -1);
        }
        int end = Frame.HEAD + length + Frame.CHECKSUM;
        int inner = innerFrame(end);
        if (inner > 0) {
            dropping = Rejection.INTERRUPTED;
            declaredEnd = -1;
            dropFirst(inner);
            tellDropped(sink, -1);
            return true;
        }
        if (size < end) {
            return false;
        }
        Frame frame = frameTo(end);
        if (frame == null && keys != null && Encryption.isEncrypted(buffer, Frame.HEAD, end - Frame.CHECKSUM)) {
            RejectedFrame unopened = new RejectedFrame(Rejection.ENCRYPTED, Arrays.copyOf(buffer, end), end);
            consume(end);
            sink.accept(unopened);
            return true;
        }
        if (frame == null) {
            return giveUp(Rejection.BAD_CRC, end);
        }
        consume(end);
        sink.accept(frame);
        return true;
    }

    /** The frame at the buffer's start; null if its checksum does not hold. */
    private @Nullable Frame frameTo(int end) {
        int segmentEnd = end - Frame.CHECKSUM;
        int checksum = checksumAt(buffer, segmentEnd);
        long scan = Crc.scan(buffer, Frame.HEAD, segmentEnd);
        boolean ascii = (scan & Crc.NOT_ASCII) == 0;
        boolean holds = ((int) scan & 0xFFFF) == checksum;
        // of what is encrypted the checksum holds once in 65,536 times too
        boolean inClear = holds && (ascii || !Encryption.isEncrypted(buffer, Frame.HEAD, segmentEnd));
        byte[] segment = keys == null || checksum < 0 || inClear
                ? null
                : Encryption.decrypt(buffer, Frame.HEAD, segmentEnd, checksum, keys);
        if (segment != null) {
            return Frame.decrypted(Arrays.copyOf(buffer, end), segment);
        }
        return holds ? Frame.clear(Arrays.copyOf(buffer, end), ascii) : null;
    }

    /** Where inside the unfinished frame, which should end at {@code end}, the complete frame starts that ends first; else -1. */
    private int innerFrame(int end) {
        int to = Math.min(size, end);
        int hash = Separators.find(buffer, Math.max(searched, Frame.HEAD), to, (byte) '#');
        while (hash + 1 < to && !innerFrames) {
            innerFrames = buffer[hash + 1] == '#';
            hash = Separators.find(buffer, hash + 1, to, (byte) '#');
        }
        searched = Math.max(Frame.HEAD, to - 1);
        if (!innerFrames) {
            return -1;
        }
        int found = -1;
        int firstEnd = end;
        for (int i = Frame.HEAD; i + Frame.HEAD <= to; i++) {
            int length = buffer[i] == '#' && buffer[i + 1] == '#' ? lengthAt(buffer, i) : -1;
            int innerEnd = i + Frame.HEAD + length + Frame.CHECKSUM;
            if (length >= 0
                    && length <= MAX_SEGMENT
                    && innerEnd <= to
                    && innerEnd < firstEnd
                    && checksumHolds(i, innerEnd)) {
                found = i;
                firstEnd = innerEnd;
            }
        }
        return found;
    }

    private boolean giveUp(Rejection reason, int end) {
        dropping = reason;
        declaredEnd = end;
        dropFirst(2);
        return true;
    }

    /** Gives up bytes until a frame begins or, within a broken frame, its line ends; false if more bytes are needed. */
    private boolean drop(Consumer<? super Received> sink) {
        if (dropping == null) {
            if (buffer[0] == '\r' || buffer[0] == '\n') {
                consume(1);
                return true;
            }
            if (size == 1 && buffer[0] == '#') {
                return false;
            }
            dropping = Rejection.JUNK;
            declaredEnd = -1;
        }
        boolean toLineEnd = dropping != Rejection.JUNK;
        for (int i = 0; i + 1 < size; i++) {
            if (droppedLength + i == MAX_DROPPED) {
                break;
            }
            boolean begins = buffer[i] == '#' && buffer[i + 1] == '#';
            boolean ends = toLineEnd && buffer[i] == '\r' && buffer[i + 1] == '\n';
            if (begins || ends) {
                dropFirst(i);
                long at = droppedLength;
                if (ends) {
                    dropFirst(2);
                }
                tellDropped(sink, at);
                return true;
            }
        }
        boolean undecided = buffer[size - 1] == '#' || (toLineEnd && buffer[size - 1] == '\r');
        dropFirst((int) Math.min(undecided ? size - 1 : size, MAX_DROPPED - droppedLength));
        if (droppedLength < MAX_DROPPED) {
            return false;
        }
        tellDropped(sink, -1);
        return true;
    }

    /** Tells what was given up; {@code end} is where its end was seen, counted from its start, -1 if it was not. */
    private void tellDropped(Consumer<? super Received> sink, long end) {
        Rejection reason = dropping;
        if (reason == null) {
            return;
        }
        if (reason == Rejection.BAD_CRC && declaredEnd >= 0) {
            long seen = end >= 0 ? end : droppedLength;
            boolean cutByFrame = seen == droppedLength && seen < declaredEnd;
            if (seen != declaredEnd) {
                reason = cutByFrame ? Rejection.INTERRUPTED : Rejection.BAD_LENGTH;
            }
        }
        RejectedFrame rejected = new RejectedFrame(reason, dropped.toByteArray(), droppedLength);
        dropping = null;
        dropped.reset();
        droppedLength = 0;
        sink.accept(rejected);
    }

    private void dropFirst(int count) {
        dropped.write(buffer, 0, Math.clamp(KEPT_BYTES - dropped.size(), 0, count));
        droppedLength += count;
        consume(count);
    }

    private void consume(int count) {
        System.arraycopy(buffer, count, buffer, 0, size - count);
        size -= count;
        searched = 0;
        innerFrames = false;
    }

    /** The length that a frame declares; negative if it is no number. */
    private static int lengthAt(byte[] bytes, int start) {
        int length = 0;
        int wrong = 0;
        for (int i = start + 2; i < start + Frame.HEAD; i++) {
            int digit = bytes[i] - '0';
            wrong |= digit | 9 - digit;
            length = 10 * length + digit;
        }
        return wrong < 0 ? -1 : length;
    }

    /** The checksum that stands there; negative if it is none. */
    private static int checksumAt(byte[] bytes, int start) {
        return HEX[bytes[start] & 0xFF] << 12
                | HEX[bytes[start + 1] & 0xFF] << 8
                | HEX[bytes[start + 2] & 0xFF] << 4
                | HEX[bytes[start + 3] & 0xFF];
    }

    private boolean checksumHolds(int start, int end) {
        return checksumAt(buffer, end - Frame.CHECKSUM) == Crc.of(buffer, start + Frame.HEAD, end - Frame.CHECKSUM);
    }

    private static byte[] hex() {
        byte[] digits = new byte[256];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < 16; i++) {
            digits[Character.forDigit(i, 16)] = (byte) i;
            digits[Character.toUpperCase(Character.forDigit(i, 16))] = (byte) i;
        }
        return digits;
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }
}
