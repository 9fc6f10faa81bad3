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
    /** Its data are encrypted (HJ 212-2025), and no key of the device is known. */
    NO_KEY(RequestAnswer.REFUSED),
    /** Its data are encrypted (HJ 212-2025), and the device's key does not open them. */
    WRONG_KEY(RequestAnswer.REFUSED),
    /** A device of HJ 212-2025 asks for its next key (CN 1014), which the platform does not issue. */
    NEXT_KEY(RequestAnswer.REFUSED),
    /** A device of HJ 212-2025 that nobody registered asks for its number (CN 1001). */
    NO_NUMBER(RequestAnswer.WRONG_MN),
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
