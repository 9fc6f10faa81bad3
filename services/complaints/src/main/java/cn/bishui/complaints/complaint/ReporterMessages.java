package cn.bishui.complaints.complaint;

import java.util.UUID;

/** Sends words to a reporter's telephone, if there is one; who it is, the sender does not learn. */
public interface ReporterMessages {

    /** Whether messages can be sent at all. */
    boolean areOffered();

    /** Whether a message can reach who reported it. */
    boolean reach(UUID complaint);

    /**
     * Sends in the caller's transaction: with what it is about, or not at all. What never goes out comes back to
     * {@link TellOtherwise}.
     *
     * @throws IllegalStateException where none can reach the reporter
     */
    void send(ComplaintFile file, Notice notice);
}
