package cn.bishui.hj212;

import java.util.Arrays;
import java.util.Optional;

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

    /**
     * What a frame whose data could not be decrypted says in clear: a packet without data. Nothing vouches for it, since its
     * checksum is that of the data too.
     *
     * @return empty unless the reason is {@link Rejection#ENCRYPTED}
     */
    public Optional<Packet> head() {
        return reason == Rejection.ENCRYPTED && Packet.parse(Encryption.head(raw)) instanceof Packet packet
                ? Optional.of(packet)
                : Optional.empty();
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
