package cn.bishui.complaints.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's word to a bureau to get on with a complaint (催办).
 *
 * @param bureau which is to answer
 * @param answer null until the bureau has answered
 */
public record Urging(
        UUID id,
        UUID complaint,
        String bureau,
        String words,
        String by,
        Instant at,
        @Nullable Answer answer) {

    /** What the bureau says. */
    public record Answer(String words, String by, Instant at) {}
}
