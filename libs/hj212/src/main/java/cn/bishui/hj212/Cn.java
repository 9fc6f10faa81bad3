package cn.bishui.hj212;

/** Command numbers that the platform uses (HJ 212-2017 table 9; 9015 after HJ 212-2025). Others are legal too. */
public final class Cn {

    /** Centre asks for the device's time; device uploads it. */
    public static final String TIME = "1011";

    /** Centre sets the device's time (SystemTime). */
    public static final String SET_TIME = "1012";

    /** Device asks to have its time set: a notice. */
    public static final String TIME_REQUEST = "1013";

    /** Centre sets the interval of real-time data (RtdInterval, 30..3600 seconds). */
    public static final String SET_REALTIME_INTERVAL = "1062";

    /** Real-time data; DataTime is the moment of collection. */
    public static final String REALTIME = "2011";

    /** Centre stops real-time data: a notice. */
    public static final String STOP_REALTIME = "2012";

    /** Day record; DataTime is the start of the day. */
    public static final String DAY = "2031";

    /** Minute record; DataTime is the start of the period. */
    public static final String MINUTES = "2051";

    /** Hour record; DataTime is the start of the hour. */
    public static final String HOUR = "2061";

    /** The logger was switched on (RestartTime). */
    public static final String RESTART = "2081";

    /** Answer to a request: whether it will be done (QnRtn). */
    public static final String REQUEST_ANSWER = "9011";

    /** Result of a request (ExeRtn). */
    public static final String EXECUTION_RESULT = "9012";

    /** Answer to a notice. */
    public static final String NOTICE_ANSWER = "9013";

    /** Answer to data. */
    public static final String DATA_ANSWER = "9014";

    /** Heartbeat: a notice of HJ 212-2025. */
    public static final String HEARTBEAT = "9015";

    private Cn() {}

    /** Whether a device's packet with this number is a notice, to be answered by 9013 where data gets 9014. */
    public static boolean isNotice(String cn) {
        return cn.equals(TIME_REQUEST) || cn.equals(HEARTBEAT);
    }

    /** Whether the packet is itself an answer, which gets none. */
    public static boolean isAnswer(String cn) {
        return cn.equals(REQUEST_ANSWER)
                || cn.equals(EXECUTION_RESULT)
                || cn.equals(NOTICE_ANSWER)
                || cn.equals(DATA_ANSWER);
    }
}
