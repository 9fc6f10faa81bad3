package cn.bishui.hj212;

/**
 * The Flag of a packet (HJ 212-2017 6.3.2): bit 0 asks for an answer, bit 1 says that PNUM and PNO are there, the upper
 * six bits are the version.
 *
 * @param bits 0..255
 */
public record Flag(int bits) {

    /** HJ 212-2017, one packet, no answer wanted. */
    public static final Flag NO_ANSWER = new Flag(4);

    /** HJ 212-2017, one packet, answer wanted. */
    public static final Flag ANSWER = new Flag(5);

    /** Checks the range. */
    public Flag {
        if (bits < 0 || bits > 255) {
            throw new IllegalArgumentException("Flag is 0..255, not " + bits);
        }
    }

    /** Whether an answer is wanted. */
    public boolean answerWanted() {
        return (bits & 1) != 0;
    }

    /** Whether the packet is one of several and numbered. */
    public boolean numbered() {
        return (bits & 2) != 0;
    }

    /** The version of the standard. */
    public ProtocolVersion version() {
        return ProtocolVersion.of(bits >> 2);
    }

    /** The same version in one packet that wants no answer: the Flag of a reply. */
    public Flag forReply() {
        return new Flag(bits & ~3);
    }
}
