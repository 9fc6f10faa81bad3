package cn.bishui.disclosure.publication.web;

import cn.bishui.disclosure.publication.Edition;
import cn.bishui.disclosure.publication.Publications;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Knows which edition is current, and asks the database at most twenty times a second, however many readers there are.
 * While the database is away the last edition that was seen stays current: what was published can still be read.
 */
@Component
final class CurrentEdition {

    private static final Logger log = LoggerFactory.getLogger(CurrentEdition.class);

    private static final long GOOD_FOR = Duration.ofMillis(50).toNanos();

    private record Seen(Edition edition, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < GOOD_FOR;
        }
    }

    private final Publications publications;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Seen seen;
    private boolean away;

    CurrentEdition(Publications publications) {
        this.publications = publications;
    }

    /** The edition that readers get. */
    Edition get() {
        Seen last = seen;
        if (last != null && last.isFresh()) {
            return last.edition();
        }
        asking.lock();
        try {
            Seen meanwhile = seen;
            if (meanwhile != null && meanwhile.isFresh()) {
                return meanwhile.edition();
            }
            Edition edition = ask(meanwhile);
            seen = new Seen(edition, System.nanoTime());
            return edition;
        } finally {
            asking.unlock();
        }
    }

    private Edition ask(@Nullable Seen last) {
        try {
            Edition edition = publications.edition();
            if (away) {
                log.info("the database is back");
                away = false;
            }
            return edition;
        } catch (DataAccessException | TransactionException e) {
            if (last == null) {
                throw e;
            }
            if (!away) {
                log.warn("the database is away, readers get what was published before: {}", e.getMessage());
                away = true;
            }
            return last.edition();
        }
    }
}
