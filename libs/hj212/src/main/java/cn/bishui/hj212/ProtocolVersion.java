package cn.bishui.hj212;

/** The version of the standard, as the upper six bits of Flag tell it. */
public enum ProtocolVersion {
    /** HJ/T 212-2005, also where there is no Flag. */
    V2005(0),
    /** HJ 212-2017. */
    V2017(1),
    /** HJ 212-2025. */
    V2025(2),
    /** A version not known here. */
    UNKNOWN(-1);

    private final int number;

    ProtocolVersion(int number) {
        this.number = number;
    }

    static ProtocolVersion of(int number) {
        return switch (number) {
            case 0 -> V2005;
            case 1 -> V2017;
            case 2 -> V2025;
            default -> UNKNOWN;
        };
    }

    /** Number in Flag, 0..2; -1 for the unknown. */
    public int number() {
        return number;
    }

    /** Itself; 2017 for the unknown, which most devices speak. */
    ProtocolVersion or2017() {
        return this == UNKNOWN ? V2017 : this;
    }
}
