package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.complaints.hotline.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reporter is told: by somebody who telephones or writes, or by a message.
 *
 * @param words what, as somebody wrote it; empty where the kind and the day say it all
 * @param due the last day that it is about, null if none
 */
public record Notice(
        UUID id,
        UUID complaint,
        NoticeKind kind,
        Reach means,
        String words,
        @Nullable LocalDate due,
        Instant createdAt) {

    /** Whether it still stands: what was taken back, or is being looked at again, ends no time and begins no right. */
    boolean stands(Complaint told) {
        return switch (kind) {
            case ACCEPTED, EXTENDED, REVIEWED -> true;
            case REFUSED -> told instanceof Complaint.Refused;
            case ANSWERED ->
                told instanceof Complaint.Answered answered
                        && !createdAt.isBefore(answered.signed().at());
            case REEXAMINED ->
                told instanceof Complaint.Answered answered
                        && answered.reexamination() != null
                        && !createdAt.isBefore(answered.reexamination().at());
        };
    }

    /** What telling it is to the clocks that the reporter of this complaint knows; empty if nothing. */
    Optional<HotlineStep> step(Complaint told) {
        return kind.step().filter(_ -> stands(told));
    }
}
