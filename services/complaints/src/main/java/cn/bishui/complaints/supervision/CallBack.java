package cn.bishui.complaints.supervision;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to a reporter about the answer (回访).
 *
 * @param month in which the complaint was answered
 * @param call null until it was made
 */
public record CallBack(
        UUID id, YearMonth month, UUID complaint, @Nullable Call call) {

    /** The call; {@code words} are null if there was nothing to note. */
    public record Call(CallOutcome outcome, @Nullable String words, String by, Instant at) {}
}
