package cn.bishui.hj212;

/** Why bytes did not become a frame. */
public enum Rejection {
    /** The length is as declared, the checksum is not that of the segment, or not four hexadecimal digits. */
    BAD_CRC,
    /** The length is not four digits, or the frame ends elsewhere than declared. */
    BAD_LENGTH,
    /** The declared length is over {@link FrameDecoder#MAX_SEGMENT}. */
    OVERSIZED,
    /** Another frame began before this one was complete. */
    INTERRUPTED,
    /** The connection closed, or the caller's patience ended, before the frame was complete. */
    TRUNCATED,
    /** Its data are encrypted as HJ 212-2025 has it, and none of the keys at hand opens them; {@link RejectedFrame#head()}. */
    ENCRYPTED,
    /** Bytes outside any frame. */
    JUNK
}
