package cn.bishui.hj212;

/** What a request is answered with: QnRtn (HJ 212-2017 table 7). */
public enum RequestAnswer {
    /** It will be done. */
    ACCEPTED(1),
    /** It is refused. */
    REFUSED(2),
    /** The password is wrong. */
    WRONG_PW(3),
    /** The device number is wrong. */
    WRONG_MN(4),
    /** The system code is wrong. */
    WRONG_ST(5),
    /** The flag is wrong. */
    WRONG_FLAG(6),
    /** The request number is wrong. */
    WRONG_QN(7),
    /** The command number is wrong. */
    WRONG_CN(8),
    /** The checksum is wrong. */
    WRONG_CRC(9),
    /** Something else is wrong. */
    UNKNOWN(100);

    private final int number;

    RequestAnswer(int number) {
        this.number = number;
    }

    /** Value of QnRtn. */
    public int number() {
        return number;
    }

    static RequestAnswer of(int number) {
        for (RequestAnswer each : values()) {
            if (each.number == number) {
                return each;
            }
        }
        return UNKNOWN;
    }
}
