package cn.bishui.audit;

/** What a verification of the chain found. */
public sealed interface AuditVerdict {

    /**
     * Every entry is where and what it was when written.
     *
     * @param entries how many there are
     * @param hash hash of the last one
     * @param anchors how many published anchors were found in the chain
     */
    record Sound(long entries, String hash, int anchors) implements AuditVerdict {}

    /**
     * Something was done to the log.
     *
     * @param firstBadSeq the first place at which the chain is not what it was
     * @param kind what was done, as far as the chain shows
     * @param why the finding in one sentence
     */
    record Broken(long firstBadSeq, Kind kind, String why) implements AuditVerdict {}

    /** What was done to the log. */
    enum Kind {
        EDITED,
        DELETED,
        REORDERED,
        INSERTED,
        TRUNCATED
    }
}
