package cn.bishui.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    /** Begins between two frames. */
    public FrameDecoder() {}

    /**
     * Takes the bytes that came.
     *
     * @param in read to its limit
     * @param sink told of each frame and rejection, in the order of the stream
     */
    public void feed(ByteBuffer in, Consumer<? super Received> sink) {
        while (in.hasRemaining()) {
            int count = Math.min(in.remaining(), buffer.length - size);
            in.get(buffer, size, count);
            size += count;
            decode(sink);
        }
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
        int length = lengthAt(0);
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
        if (!checksumHolds(0, end)) {
            return giveUp(Rejection.BAD_CRC, end);
        }
        Frame frame = new Frame(Arrays.copyOf(buffer, end));
        consume(end);
        sink.accept(frame);
        return true;
    }

    /** Where inside the unfinished frame, which should end at {@code end}, the complete frame starts that ends first; else -1. */
    private int innerFrame(int end) {
        int to = Math.min(size, end);
        for (int i = Math.max(searched, Frame.HEAD); i + 1 < to; i++) {
            innerFrames |= buffer[i] == '#' && buffer[i + 1] == '#';
        }
        searched = Math.max(Frame.HEAD, to - 1);
        if (!innerFrames) {
            return -1;
        }
        int found = -1;
        int firstEnd = end;
        for (int i = Frame.HEAD; i + Frame.HEAD <= to; i++) {
            int length = buffer[i] == '#' && buffer[i + 1] == '#' ? lengthAt(i) : -1;
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

    private int lengthAt(int start) {
        int length = 0;
        for (int i = start + 2; i < start + Frame.HEAD; i++) {
            if (!isDigit(buffer[i])) {
                return -1;
            }
            length = 10 * length + buffer[i] - '0';
        }
        return length;
    }

    private boolean checksumHolds(int start, int end) {
        int declared = 0;
        for (int i = end - Frame.CHECKSUM; i < end; i++) {
            int digit = Character.digit(buffer[i], 16);
            if (digit < 0) {
                return false;
            }
            declared = 16 * declared + digit;
        }
        return declared == Crc.of(buffer, start + Frame.HEAD, end - Frame.CHECKSUM);
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }
}
