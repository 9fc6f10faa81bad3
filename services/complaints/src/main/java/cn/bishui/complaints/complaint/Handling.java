package cn.bishui.complaints.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who investigates a complaint, and what stands in between.
 *
 * @param wanted more time that is asked for, null if none is
 * @param sentBack why the last draft came back, null if none did
 */
public record Handling(
        String handler,
        Instant takenAt,
        @Nullable WantedTime wanted,
        @Nullable SentBack sentBack) {

    Handling wanting(@Nullable WantedTime more) {
        return new Handling(handler, takenAt, more, sentBack);
    }

    Handling after(SentBack back) {
        return new Handling(handler, takenAt, null, back);
    }
}
