package cn.bishui.complaints.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that is supervised (督办).
 *
 * @param demand what is to be done
 * @param due last day
 * @param closing null while it goes on
 */
public record Supervision(
        UUID id,
        UUID complaint,
        SupervisionReason reason,
        String demand,
        LocalDate due,
        String by,
        Instant at,
        @Nullable Closing closing) {

    /** What came of it. */
    public record Closing(String outcome, String by, Instant at) {}
}
