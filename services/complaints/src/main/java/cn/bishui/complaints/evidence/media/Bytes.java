package cn.bishui.complaints.evidence.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads and blanks parts of a file where they are; none is in memory as a whole. */
final class Bytes {

    private static final int BLANK = 64 << 10;

    private final FileChannel channel;
    private long blanked;

    Bytes(FileChannel channel) {
        this.channel = channel;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** That many bytes, ready to be read. */
    ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        long from = at;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, from);
            if (read < 0) {
                throw new EOFException("ends at " + channel.size());
            }
            from += read;
        }
        return buffer.flip();
    }

    /** Puts zeros over a part; what lies beyond the end is left out. A file that wants it again and again is none. */
    void blank(long from, long to) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(BLANK);
        long at = from;
        long end = Math.min(to, channel.size());
        blanked += Math.max(0, end - at);
        if (blanked > 4 * channel.size()) {
            throw new IOException("parts that lie over each other");
        }
        while (at < end) {
            zeros.clear().limit((int) Math.min(BLANK, end - at));
            at += channel.write(zeros, at);
        }
    }

    void write(long at, ByteBuffer bytes) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }
}
