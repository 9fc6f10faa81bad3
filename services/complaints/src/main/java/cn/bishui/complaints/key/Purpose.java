package cn.bishui.complaints.key;

/** What a derived key is for; its name goes into the derivation, so a purpose is never renamed. */
public enum Purpose {
    /** Reporters' identities, at rest. */
    IDENTITY,
    /** The secret with which a citizen tracks a complaint. */
    TRACKING,
    /** Hashes of one-time codes and of the phones they went to. */
    CODE,
    /** Messages that wait to be sent, at rest. */
    MESSAGE,
    /** Proof that a phone answered a code. */
    VERIFIED_PHONE,
    /** What a request said that may be sent again. */
    REQUEST,
    /** Links to evidence that hold for minutes. */
    EVIDENCE_LINK,
    /** Hashes of clients' addresses. */
    CLIENT,
    /** Challenges of the proof of work. */
    STAMP
}
