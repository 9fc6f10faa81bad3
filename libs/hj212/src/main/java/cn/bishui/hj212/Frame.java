package cn.bishui.hj212;

import java.util.Arrays;

/** A frame whose length and checksum hold: {@code ##}, length, segment, checksum (HJ 212-2017 6.3.1). */
public final class Frame implements Received {

    static final int HEAD = 6;
    static final int CHECKSUM = 4;

    private final byte[] raw;
    private final byte[] plain;
    private final boolean ascii;
    private final boolean encrypted;

    private Frame(byte[] raw, byte[] plain, boolean ascii, boolean encrypted) {
        this.raw = raw;
        this.plain = plain;
        this.ascii = ascii;
        this.encrypted = encrypted;
    }

    /** A frame in clear; the array is the frame's own. */
    static Frame clear(byte[] raw, boolean ascii) {
        return new Frame(raw, raw, ascii, false);
    }

    /** A frame whose data came encrypted; the arrays are the frame's own. */
    static Frame decrypted(byte[] raw, byte[] segment) {
        boolean ascii = true;
        for (byte each : segment) {
            ascii &= each >= 0;
        }
        return new Frame(raw, segment, ascii, true);
    }

    /** The bytes as they came, from {@code ##} to the checksum, without the closing CR LF; a copy. */
    public byte[] raw() {
        return raw.clone();
    }

    /** The bytes between length and checksum, 0..1024 of them, in clear; a copy. */
    public byte[] segment() {
        return Arrays.copyOfRange(plain, from(), to());
    }

    /** Whether the data came encrypted, as HJ 212-2025 has it. */
    public boolean encrypted() {
        return encrypted;
    }

    /** Whether the checksum was written with lower-case letters, which the standard's examples never do. */
    public boolean lowerCaseChecksum() {
        int end = raw.length;
        return raw[end - 4] >= 'a' || raw[end - 3] >= 'a' || raw[end - 2] >= 'a' || raw[end - 1] >= 'a';
    }

    /** Holds the segment in clear; not to be changed. */
    byte[] bytes() {
        return plain;
    }

    int from() {
        return encrypted ? 0 : HEAD;
    }

    int to() {
        return encrypted ? plain.length : plain.length - CHECKSUM;
    }

    boolean ascii() {
        return ascii;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && Arrays.equals(raw, frame.raw) && Arrays.equals(plain, frame.plain);
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
