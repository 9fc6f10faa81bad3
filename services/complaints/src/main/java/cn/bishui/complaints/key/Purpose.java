package cn.bishui.complaints.key;

/** What a derived key is for; its name goes into the derivation, so a purpose is never renamed. */
public enum Purpose {
    /** Reporters' identities, at rest. */
    IDENTITY(Purpose.AES),
    /** The secret with which a citizen tracks a complaint. */
    TRACKING(Purpose.HMAC),
    /** Hashes of one-time codes and of the phones they went to. */
    CODE(Purpose.HMAC),
    /** Messages that wait to be sent, at rest. */
    MESSAGE(Purpose.AES),
    /** Proof that a phone answered a code. */
    VERIFIED_PHONE(Purpose.AES),
    /** What a request said that may be sent again. */
    REQUEST(Purpose.HMAC),
    /** Links to evidence that hold for minutes. */
    EVIDENCE_LINK(Purpose.HMAC),
    /** Hashes of clients' addresses. */
    CLIENT(Purpose.HMAC),
    /** Challenges of the proof of work. */
    STAMP(Purpose.HMAC);

    private static final String AES = "AES";
    private static final String HMAC = "HmacSHA256";

    private final String algorithm;

    Purpose(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }
}
