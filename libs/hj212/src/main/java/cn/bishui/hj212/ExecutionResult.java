package cn.bishui.hj212;

/** What became of a request: ExeRtn (HJ 212-2017 table 8). */
public enum ExecutionResult {
    /** Done. */
    DONE(1),
    /** Failed, the reason is not known. */
    FAILED(2),
    /** The conditions of the command were wrong. */
    WRONG_CONDITION(3),
    /** The device's own communication timed out. */
    TIMEOUT(4),
    /** The device is busy. */
    BUSY(5),
    /** The device is broken. */
    BROKEN(6),
    /** There is no data. */
    NO_DATA(100);

    private final int number;

    ExecutionResult(int number) {
        this.number = number;
    }

    /** Value of ExeRtn. */
    public int number() {
        return number;
    }

    static ExecutionResult of(int number) {
        for (ExecutionResult each : values()) {
            if (each.number == number) {
                return each;
            }
        }
        return FAILED;
    }
}
