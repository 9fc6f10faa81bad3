package cn.bishui.hj212;

import java.util.Arrays;

/** Bytes that were given up, and why; kept for the duty officer and for counting. */
public final class RejectedFrame implements Received {

    private final Rejection reason;
    private final byte[] raw;
    private final long length;

    RejectedFrame(Rejection reason, byte[] raw, long length) {
        this.reason = reason;
        this.raw = raw;
        this.length = length;
    }

    /** Why the bytes were given up. */
    public Rejection reason() {
        return reason;
    }

    /** The first bytes as they came, at most {@link FrameDecoder#KEPT_BYTES}; a copy. */
    public byte[] raw() {
        return raw.clone();
    }

    /** How many bytes were given up, those that are not kept in {@link #raw()} included. */
    public long length() {
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RejectedFrame rejected
                && reason == rejected.reason
                && length == rejected.length
                && Arrays.equals(raw, rejected.raw);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(raw) + reason.hashCode();
    }

    @Override
    public String toString() {
        return "RejectedFrame[" + reason + ", " + length + " bytes, " + Text.printable(raw) + "]";
    }
}
