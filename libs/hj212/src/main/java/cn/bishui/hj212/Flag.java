package cn.bishui.hj212;

/**
 * The Flag of a packet (HJ 212-2017 6.3.2): bit 0 asks for an answer, bit 1 says that PNUM and PNO are there, the upper
 * six bits are the version. HJ 212-2025 names the two lowest bits the other way round (A the number, D the answer), yet
 * means the same bits.
 *
 * @param bits 0..255
 */
public record Flag(int bits) {

    /** HJ 212-2017, one packet, no answer wanted. */
    public static final Flag NO_ANSWER = new Flag(4);

    /** HJ 212-2017, one packet, answer wanted. */
    public static final Flag ANSWER = new Flag(5);

    private static final Flag[] ALL = all();

    /** Checks the range. */
    public Flag {
        if (bits < 0 || bits > 255) {
            throw new IllegalArgumentException("Flag is 0..255, not " + bits);
        }
    }

    /** The Flag of a version. */
    public static Flag of(ProtocolVersion version, boolean numbered, boolean answerWanted) {
        if (version == ProtocolVersion.UNKNOWN) {
            throw new IllegalArgumentException("An unknown version has no number");
        }
        return of(version.number() << 2 | (numbered ? 2 : 0) | (answerWanted ? 1 : 0));
    }

    static Flag of(int bits) {
        return ALL[bits];
    }

    private static Flag[] all() {
        Flag[] all = new Flag[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Flag(i);
        }
        return all;
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
        return of(bits & ~3);
    }

    /** The same, numbered or not. */
    public Flag withNumber(boolean numbered) {
        return of(numbered ? bits | 2 : bits & ~2);
    }
}
