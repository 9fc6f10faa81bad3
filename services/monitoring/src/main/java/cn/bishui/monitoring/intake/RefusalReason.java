package cn.bishui.monitoring.intake;

import cn.bishui.hj212.RequestAnswer;
import java.util.Locale;

/** Why a packet was refused, and what the device is told (HJ 212-2017 table 7: QnRtn). */
public enum RefusalReason {
    /** No device of that MN is registered. */
    UNKNOWN_DEVICE(RequestAnswer.WRONG_MN),
    /** The password is another or missing. */
    WRONG_PASSWORD(RequestAnswer.WRONG_PW),
    /** The device is not in service. */
    NOT_IN_SERVICE(RequestAnswer.REFUSED),
    /** A device does not send that command. */
    UNKNOWN_COMMAND(RequestAnswer.WRONG_CN);

    private final RequestAnswer answer;

    RefusalReason(RequestAnswer answer) {
        this.answer = answer;
    }

    /** What 9011 says. */
    public RequestAnswer answer() {
        return answer;
    }

    /** As it is written in the database and in message keys, such as {@code wrong-password}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
