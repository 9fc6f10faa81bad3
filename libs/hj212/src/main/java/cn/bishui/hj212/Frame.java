package cn.bishui.hj212;

import java.util.Arrays;

/** A frame whose length and checksum hold: {@code ##}, length, segment, checksum (HJ 212-2017 6.2). */
public final class Frame implements Received {

    static final int HEAD = 6;
    static final int CHECKSUM = 4;

    private final byte[] raw;

    Frame(byte[] raw) {
        this.raw = raw;
    }

    /** The bytes as they came, from {@code ##} to the checksum, without the closing CR LF; a copy. */
    public byte[] raw() {
        return raw.clone();
    }

    /** The bytes between length and checksum, 0..1024 of them; a copy. */
    public byte[] segment() {
        return Arrays.copyOfRange(raw, HEAD, raw.length - CHECKSUM);
    }

    /** Whether the checksum was written with lower-case letters, which the standard's examples never do. */
    public boolean lowerCaseChecksum() {
        for (int i = raw.length - CHECKSUM; i < raw.length; i++) {
            if (raw[i] >= 'a' && raw[i] <= 'f') {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && Arrays.equals(raw, frame.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "Frame[" + Text.printable(raw) + "]";
    }
}
