package cn.bishui.alarms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The alarm on whose handler this thread is. What the handler asks for its own alarm is kept here and written when it is
 * done, in the one statement that also finds out whether the claim still holds.
 */
final class Ringing {

    static final ScopedValue<Ringing> CURRENT = ScopedValue.newInstance();

    private final Alarm alarm;
    private @Nullable Instant next;

    Ringing(Alarm alarm) {
        this.alarm = alarm;
    }

    /** Whether this thread is on the handler of that alarm. */
    static boolean isOf(String subject, String kind) {
        return CURRENT.isBound()
                && CURRENT.get().alarm.subject().equals(subject)
                && CURRENT.get().alarm.kind().equals(kind);
    }

    void nextAt(Instant moment) {
        if (!moment.isAfter(alarm.moment())) {
            throw new IllegalArgumentException("an alarm that rings goes on: " + alarm + " to " + moment);
        }
        next = moment;
    }

    void end() {
        next = null;
    }

    /** When it rings next; null if it is over. */
    @Nullable
    Instant next() {
        return next;
    }
}
