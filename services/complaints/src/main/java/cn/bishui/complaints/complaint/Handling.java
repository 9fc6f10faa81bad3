package cn.bishui.complaints.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who investigates a complaint, and what stands in between.
 *
 * @param wanted more time that is asked for, null if none is
 * @param sentBack why the last draft came back, null if none did
 * @param returned the result that came back, so that nobody writes it twice; null if none did
 */
public record Handling(
        String handler,
        Instant takenAt,
        @Nullable WantedTime wanted,
        @Nullable SentBack sentBack,
        @Nullable Result returned) {

    /** Somebody takes it up. */
    static Handling by(String handler, Instant at) {
        return new Handling(handler, at, null, null, null);
    }

    Handling takenOver(String other, Instant at) {
        return new Handling(other, at, wanted, sentBack, returned);
    }

    Handling wanting(@Nullable WantedTime more) {
        return new Handling(handler, takenAt, more, sentBack, returned);
    }

    Handling after(SentBack back) {
        return new Handling(handler, takenAt, null, back, returned);
    }

    Handling after(SentBack back, Result result) {
        return new Handling(handler, takenAt, null, back, result);
    }
}
