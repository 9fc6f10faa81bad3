package cn.bishui.monitoring.sign;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Writes moments in findings. */
final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Moments() {}

    static String shown(LocalDateTime at) {
        return MINUTE.format(at);
    }
}
