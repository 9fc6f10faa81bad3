package cn.bishui.hj212;

/**
 * Command numbers of HJ 212-2017 (table 9), those of HJ/T 212-2005 that it dropped, and those known of HJ 212-2025.
 * Others are legal too.
 */
public final class Cn {

    /** Centre sets how long to wait for an answer and how often to send again (OverTime, ReCount). */
    public static final String SET_TIMEOUT = "1000";

    /** 2005: centre sets how long a limit is exceeded before it is an alarm (WarnTime). 2025: see {@link #HARDWARE}. */
    public static final String SET_WARN_TIME = "1001";

    /** 2025: device uploads the serial numbers of its hardware, for which the centre gives it an MN. */
    public static final String HARDWARE = "1001";

    /** 2025: centre gives the device its MN. */
    public static final String SET_MN = "1002";

    /** Centre asks for the device's time; device uploads it. */
    public static final String TIME = "1011";

    /** Centre sets the device's time (SystemTime). */
    public static final String SET_TIME = "1012";

    /** Device asks to have its time set: a notice. */
    public static final String TIME_REQUEST = "1013";

    /** 2025: device asks for the next key (SKCreateTime); centre sends it (SKCreateTime, NewSK). */
    public static final String KEY = "1014";

    /** 2005: centre asks for alarm limits; device uploads them. */
    public static final String ALARM_LIMITS = "1021";

    /** 2005: centre sets alarm limits. */
    public static final String SET_ALARM_LIMITS = "1022";

    /** 2005: centre asks where alarms go; device uploads it. */
    public static final String ALARM_TARGET = "1031";

    /** 2005: centre sets where alarms go (AlarmTarget). */
    public static final String SET_ALARM_TARGET = "1032";

    /** 2005: centre asks when the day record is sent; device uploads it. */
    public static final String REPORT_TIME = "1041";

    /** 2005: centre sets when the day record is sent (ReportTime). */
    public static final String SET_REPORT_TIME = "1042";

    /** Centre asks for the interval of real-time data; device uploads it. */
    public static final String REALTIME_INTERVAL = "1061";

    /** Centre sets the interval of real-time data (RtdInterval, 30..3600 seconds). */
    public static final String SET_REALTIME_INTERVAL = "1062";

    /** Centre asks for the interval of minute records; device uploads it. */
    public static final String MINUTE_INTERVAL = "1063";

    /** Centre sets the interval of minute records (MinInterval, a part of an hour). */
    public static final String SET_MINUTE_INTERVAL = "1064";

    /** Centre sets the device's password (NewPW). */
    public static final String SET_PASSWORD = "1072";

    /** Centre starts real-time data; device uploads them, DataTime is the moment of collection. */
    public static final String REALTIME = "2011";

    /** Centre stops real-time data: a notice. */
    public static final String STOP_REALTIME = "2012";

    /** 2025: raw data, such as those behind a VOC value. */
    public static final String RAW = "2013";

    /** Centre starts the states of treatment facilities; device uploads them. */
    public static final String FACILITY_STATES = "2021";

    /** Centre stops the states of treatment facilities: a notice. */
    public static final String STOP_FACILITY_STATES = "2022";

    /** Day record; DataTime is the start of the day. */
    public static final String DAY = "2031";

    /** Hours that treatment facilities ran in a day. */
    public static final String FACILITY_HOURS = "2041";

    /** Minute record; DataTime is the start of the period. */
    public static final String MINUTES = "2051";

    /** 2025: a single noise measurement. */
    public static final String NOISE = "2052";

    /** Hour record; DataTime is the start of the hour. */
    public static final String HOUR = "2061";

    /** 2025: an automatic check against a standard sample. */
    public static final String STANDARD_CHECK = "2062";

    /** 2005: alarms of the past. */
    public static final String ALARMS = "2071";

    /** 2005: device tells that an alarm began or ended. */
    public static final String ALARM_EVENT = "2072";

    /** The logger was switched on (RestartTime). */
    public static final String RESTART = "2081";

    /** 2025: five-minute mean of a furnace's temperature. */
    public static final String FURNACE = "2111";

    /** Centre has zero and span calibrated. */
    public static final String CALIBRATE = "3011";

    /** Centre has a sample taken and analysed at once. */
    public static final String SAMPLE_NOW = "3012";

    /** Centre has an instrument cleaned or blown back. */
    public static final String CLEAN = "3013";

    /** Centre has a sample taken for comparison. In 2005 it set the times of sampling. */
    public static final String SAMPLE_FOR_COMPARISON = "3014";

    /** Centre has a sample kept; device uploads in which bottle (VaseNo). */
    public static final String RETAIN_SAMPLE = "3015";

    /** Centre sets the cycle of sampling (CstartTime, Ctime). */
    public static final String SET_SAMPLING_CYCLE = "3016";

    /** Centre asks for the cycle of sampling; device uploads it. */
    public static final String SAMPLING_CYCLE = "3017";

    /** Centre asks how long sampling takes; device uploads it (Stime). */
    public static final String SAMPLING_DURATION = "3018";

    /** Centre asks for an instrument's number; device uploads it, also when an instrument was replaced. */
    public static final String INSTRUMENT_NUMBER = "3019";

    /** Centre asks for logs, states or parameters; device uploads them, also when they change. */
    public static final String DEVICE_INFO = "3020";

    /** Centre sets a parameter of an instrument. */
    public static final String SET_PARAMETER = "3021";

    /** 2025: centre has a sample kept at once. */
    public static final String RETAIN_NOW = "3022";

    /** 2025: centre starts a check against a standard sample. */
    public static final String START_STANDARD_CHECK = "3024";

    /** Answer to a request: whether it will be done (QnRtn). */
    public static final String REQUEST_ANSWER = "9011";

    /** Result of a request (ExeRtn). */
    public static final String EXECUTION_RESULT = "9012";

    /** Answer to a notice. */
    public static final String NOTICE_ANSWER = "9013";

    /** Answer to data. */
    public static final String DATA_ANSWER = "9014";

    /** 2025: heartbeat, a notice. */
    public static final String HEARTBEAT = "9015";

    private Cn() {}

    /** Whether a device's packet with this number is a notice, to be answered by 9013 where data gets 9014. */
    public static boolean isNotice(String cn) {
        return cn.equals(TIME_REQUEST) || cn.equals(HEARTBEAT);
    }

    /** Whether a centre's packet with this number is a notice, to be answered by 9013 where a request gets 9011 and 9012. */
    public static boolean isNoticeToDevice(String cn) {
        return cn.equals(STOP_REALTIME) || cn.equals(STOP_FACILITY_STATES);
    }

    /** Whether the packet is itself an answer, which gets none. */
    public static boolean isAnswer(String cn) {
        return cn.equals(REQUEST_ANSWER)
                || cn.equals(EXECUTION_RESULT)
                || cn.equals(NOTICE_ANSWER)
                || cn.equals(DATA_ANSWER);
    }

    /** Whether HJ 212-2025 6.4.4 has a device encrypt the data of this command. */
    public static boolean isEncrypted(String cn) {
        return isDataCommand(cn) || cn.equals(KEY) || cn.equals(DEVICE_INFO);
    }

    private static boolean isDataCommand(String cn) {
        return cn.length() == 4 && cn.charAt(0) == '2' && cn.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
