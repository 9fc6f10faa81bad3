package cn.bishui.complaints.contact;

import cn.bishui.complaints.key.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One-time codes, of which only hashes are kept. */
public interface Codes {

    /**
     * When codes went to this phone since, newest first; nobody else asks for one until the transaction ends.
     *
     * @param phone a hash
     */
    List<Instant> requestsLocked(byte[] phone, Instant since);

    /** Keeps one. */
    void add(UUID id, byte[] phoneHash, Sealed phone, byte[] codeHash, Instant now, Instant expires);

    /** Counts a try; empty where the code is used, has run out, or was tried too often. */
    Optional<Try> tried(UUID id, Instant now, int mostTries);

    /** Marks it as used; false if it was already. */
    boolean use(UUID id, Instant now);

    /** Forgets those asked for before. */
    void forget(Instant before);

    /**
     * A code that is being tried.
     *
     * @param triesLeft after this one
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Try(byte[] codeHash, Sealed phone, int triesLeft) {}
}
