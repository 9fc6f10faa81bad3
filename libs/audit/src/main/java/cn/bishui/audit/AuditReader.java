package cn.bishui.audit;

import java.util.Collection;
import java.util.List;

/** Reads the log back: the timeline of a file (who, when, what changed). */
public interface AuditReader {

    /** What was done to these subjects, oldest first. */
    List<AuditEntry> about(Collection<String> subjects);

    /** What was done to this subject, oldest first. */
    default List<AuditEntry> about(String subject) {
        return about(List.of(subject));
    }
}
