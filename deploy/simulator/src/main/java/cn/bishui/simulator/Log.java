package cn.bishui.simulator;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line on standard output per thing worth knowing, with the device's number; passwords never come here. No logging
 * framework: the JDK's stops writing when the JVM begins to stop, before the devices have said goodbye.
 */
final class Log {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Log() {}

    static void info(String device, String text) {
        write("INFO ", device, text);
    }

    static void warn(String device, String text) {
        write("WARN ", device, text);
    }

    private static void write(String level, String device, String text) {
        System.out.println(TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + " " + level + device + " " + text);
    }
}
