package cn.bishui.enforcement.clue;

import java.util.UUID;

/** How the audit log speaks of clues. */
public final class ClueAudit {

    public static final String OPENED = "clue.opened";
    public static final String JOINED = "clue.joined";
    public static final String ACT_JOINED = "clue.act-joined";
    public static final String CORRECTED = "clue.corrected";
    public static final String RECOUNTED = "clue.recounted";
    public static final String PROPOSED = "clue.proposed";
    public static final String SENT_BACK = "clue.sent-back";
    public static final String FILED = "clue.filed";
    public static final String DISMISSED = "clue.dismissed";

    private ClueAudit() {}

    /** The subject under which everything about a clue is noted. */
    public static String subject(UUID clue) {
        return "clue/" + clue;
    }
}
