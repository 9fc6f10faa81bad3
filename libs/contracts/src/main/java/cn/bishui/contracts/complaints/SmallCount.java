package cn.bishui.contracts.complaints;

/** Counts of complaints that could point at one reporter: those of one or two are told to nobody but who may see the files. */
public final class SmallCount {

    /** The smallest count that is told, besides none. */
    public static final int SMALLEST_TOLD = 3;

    private SmallCount() {}

    /** Whether a count that stands for itself may be told; none may, it points at nobody. */
    public static boolean tellable(long count) {
        return count == 0 || count >= SMALLEST_TOLD;
    }
}
