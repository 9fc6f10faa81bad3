package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that is kept of one complaint beside the complaint itself. */
public interface FileRecord {

    /** The newest of the complaints that were linked to this one, the oldest of them first. */
    List<Linked> linkedTo(UUID complaint, int most);

    /** How many were linked to it. */
    int countLinkedTo(UUID complaint);

    /** What its clocks told, newest first. */
    List<Told> reminders(UUID complaint);

    /** What the reporter was told or is to be told, newest first. */
    List<NoticeLine> notices(UUID complaint);

    /** A complaint that repeats this one. */
    record Linked(UUID id, String number, Instant receivedAt, String content) {}

    /** A moment of a clock that was told. */
    record Told(String clock, String kind, String tells, String holder, Instant at) {}

    /**
     * A notice, done or not.
     *
     * @param words as {@link Notice#words}
     * @param withdrawn whether what it says was taken back before it was told
     */
    record NoticeLine(
            UUID id,
            String kind,
            String means,
            String words,
            @Nullable LocalDate due,
            Instant createdAt,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable Boolean reached,
            @Nullable String note,
            boolean withdrawn) {}
}
