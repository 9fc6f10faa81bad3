package cn.bishui.hj212;

/**
 * Which of several packets this one is.
 *
 * @param total PNUM, 1..99999
 * @param number PNO, 1..total
 */
public record PacketNumber(int total, int number) {

    /** Checks the ranges. */
    public PacketNumber {
        if (total < 1 || total > 99_999 || number < 1 || number > total) {
            throw new IllegalArgumentException("No packet " + number + " of " + total);
        }
    }
}
