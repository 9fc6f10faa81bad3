package cn.bishui.complaints.complaint;

import java.util.UUID;

/** Sends words to a reporter's telephone, if there is one; who it is, the sender does not learn. */
public interface ReporterMessages {

    /** Sends in the caller's transaction: with what it is about, or not at all. */
    void send(UUID complaint, String words);
}
