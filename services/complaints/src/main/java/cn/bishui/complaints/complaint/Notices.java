package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reporters are still to be told. */
public interface Notices {

    void add(Notice notice);

    /** One that waits; the complaint's lock keeps it from changing. */
    Optional<Notice> find(UUID id);

    /** One, done or not. */
    Optional<Notice> any(UUID id);

    /** Those of a complaint that wait. */
    List<Notice> waiting(UUID complaint);

    /**
     * Notes that it was told, or that the reporter cannot be reached.
     *
     * @param note null if there is nothing to say
     */
    void done(UUID id, boolean reached, @Nullable String note, Actor by, Instant at);

    /** Notes that it is not to be told any more: what it says was taken back. */
    void withdraw(UUID id, Actor by, Instant at);

    /** Notes that the message with it never went out; false if that is known. */
    boolean undelivered(UUID id);
}
