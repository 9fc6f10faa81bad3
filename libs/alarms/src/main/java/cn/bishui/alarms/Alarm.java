package cn.bishui.alarms;

import java.time.Instant;

/**
 * A moment that has come.
 *
 * @param subject what it is about, such as {@code complaint/0190...}
 * @param kind names its handler
 * @param moment for which it was set, to the microsecond; now is later
 */
public record Alarm(String subject, String kind, Instant moment) {}
