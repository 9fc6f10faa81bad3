package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The acts against the law that investigations found. */
public interface Acts {

    /** Keeps one; false, and nothing is kept, if the complaint has one. */
    boolean add(UUID complaint, Act act);

    Optional<Act> of(UUID complaint);

    /** Notes the clue that enforcement opened for it, or that took it. */
    void follow(UUID complaint, String clue, @Nullable String number, Instant at);

    /** Notes what became of a clue. */
    void cameTo(String clue, String what, Instant at);
}
