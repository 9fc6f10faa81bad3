package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows what enforcement makes of an act that a complaint brought to light. */
@Service
public class FollowClue {

    private final Acts acts;

    FollowClue(Acts acts) {
        this.acts = acts;
    }

    /**
     * A clue was opened for it, or took it.
     *
     * @param number null where the clue was there before and its number is not told
     */
    @Transactional
    public void opened(String complaint, String clue, @Nullable String number, Instant at) {
        acts.follow(UUID.fromString(complaint), clue, number, at);
    }

    /**
     * Something was decided on the clue.
     *
     * @param what {@code case-filed} or {@code dismissed}
     */
    @Transactional
    public void cameTo(String clue, String what, Instant at) {
        acts.cameTo(clue, what, at);
    }
}
