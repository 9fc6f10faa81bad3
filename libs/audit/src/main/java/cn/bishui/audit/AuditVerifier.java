package cn.bishui.audit;

import cn.bishui.audit.AuditVerdict.Broken;
import cn.bishui.audit.AuditVerdict.Kind;
import cn.bishui.audit.AuditVerdict.Sound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Walks the whole chain and says whether every entry is where and what it was when written, and whether what was
 * published of it is still there.
 *
 * <p>A chain alone cannot show that its newest entries were cut off together with the head, nor that it was rewritten
 * as a whole: the anchors, which others hold, do.
 */
public final class AuditVerifier {

    private static final int PAGE = 1_000;

    /** How far away a displaced row is looked for, in places. */
    private static final long REACH = 10_000;

    private final AuditTable table;
    private final TransactionOperations snapshot;

    AuditVerifier(AuditTable table, TransactionOperations snapshot) {
        this.table = table;
        this.snapshot = snapshot;
    }

    /** Verifies the chain against the anchors that the service itself keeps. */
    public AuditVerdict verify() {
        return verify(List.of());
    }

    /**
     * Verifies the chain against the service's own anchors and these.
     *
     * @param published anchors that somebody else kept
     */
    public AuditVerdict verify(Collection<AuditAnchor> published) {
        AuditVerdict verdict = snapshot.execute(_ -> walk(published));
        if (verdict == null) {
            throw new IllegalStateException("the walk gave no verdict");
        }
        return verdict;
    }

    private AuditVerdict walk(Collection<AuditAnchor> published) {
        NavigableMap<Long, AuditAnchor> anchors = new TreeMap<>();
        table.anchors().forEach(anchor -> anchors.put(anchor.entries(), anchor));
        for (AuditAnchor anchor : published) {
            AuditAnchor own = anchors.putIfAbsent(anchor.entries(), anchor);
            if (own != null && !own.hash().equals(anchor.hash())) {
                return new Broken(
                        anchor.entries(),
                        Kind.EDITED,
                        "two anchors of entry %d disagree: it was rewritten".formatted(anchor.entries()));
            }
        }
        long seq = 0;
        String hash = ChainLink.GENESIS;
        for (List<ChainLink> page = table.after(0, PAGE); !page.isEmpty(); page = table.after(seq, PAGE)) {
            for (ChainLink link : page) {
                if (link.seq() != seq + 1
                        || !link.prevHash().equals(hash)
                        || !link.expectedHash().equals(link.hash())) {
                    return diagnose(seq + 1, link);
                }
                AuditAnchor anchor = anchors.get(link.seq());
                if (anchor != null && !anchor.hash().equals(link.hash())) {
                    return new Broken(
                            link.seq(),
                            Kind.EDITED,
                            "entry %d is not the one that was anchored at %s: this entry or one before it was rewritten"
                                    .formatted(link.seq(), anchor.anchoredAt()));
                }
                seq = link.seq();
                hash = link.hash();
            }
        }
        return atTheEnd(seq, hash, anchors);
    }

    private AuditVerdict atTheEnd(long seq, String hash, NavigableMap<Long, AuditAnchor> anchors) {
        Map.Entry<Long, AuditAnchor> beyond = anchors.higherEntry(seq);
        if (beyond != null) {
            return new Broken(
                    seq + 1,
                    Kind.TRUNCATED,
                    "the chain ends at entry %d, but entry %d was anchored at %s"
                            .formatted(seq, beyond.getKey(), beyond.getValue().anchoredAt()));
        }
        AuditTable.Head head = table.head();
        if (head.seq() > seq) {
            return new Broken(
                    seq + 1,
                    Kind.TRUNCATED,
                    "the chain ends at entry %d, but %d were written".formatted(seq, head.seq()));
        }
        if (head.seq() < seq) {
            return new Broken(
                    head.seq() + 1,
                    Kind.INSERTED,
                    "entry %d was not written by the log: it had %d".formatted(head.seq() + 1, head.seq()));
        }
        if (!head.hash().equals(hash)) {
            return new Broken(seq, Kind.EDITED, "entry %d is not the one that was written last".formatted(seq));
        }
        return new Sound(seq, hash, anchors.size());
    }

    /** Names what happened at a place where the chain does not hold. */
    private Broken diagnose(long place, ChainLink found) {
        if (found.seq() > place) {
            return new Broken(
                    place,
                    Kind.DELETED,
                    found.seq() == place + 1
                            ? "entry %d is missing".formatted(place)
                            : "entries %d to %d are missing".formatted(place, found.seq() - 1));
        }
        if (found.expectedHash().equals(found.hash())) {
            return place > 1 && isContinued(found)
                    ? new Broken(
                            place - 1,
                            Kind.EDITED,
                            "entry %d is not the one that entry %d was written after".formatted(place - 1, place))
                    : new Broken(
                            place, Kind.INSERTED, "entry %d does not continue entry %d".formatted(place, place - 1));
        }
        OptionalLong origin = originOf(found);
        if (origin.isEmpty()) {
            return isFollowedBy(place, place)
                    ? new Broken(
                            place,
                            Kind.INSERTED,
                            "entry %d is foreign: the next one was written in its place".formatted(place))
                    : new Broken(place, Kind.EDITED, "entry %d is not as it was written".formatted(place));
        }
        long from = origin.getAsLong();
        if (from == place - 1) {
            return new Broken(
                    place - 1,
                    Kind.INSERTED,
                    "entry %d was inserted: the next one was written in its place".formatted(from));
        }
        if (from == place + 1 && !isFollowedBy(place, place)) {
            return new Broken(
                    place, Kind.DELETED, "entry %d is missing and those after it were renumbered".formatted(place));
        }
        return new Broken(place, Kind.REORDERED, "entry %d was written as entry %d".formatted(place, from));
    }

    /** Whether what comes after a row was written after it, so that it is the row before that is false. */
    private boolean isContinued(ChainLink link) {
        return table.after(link.seq(), 1).stream()
                .findFirst()
                .map(next -> next.prevHash().equals(link.hash()))
                .orElseGet(() -> table.head().hash().equals(link.hash()));
    }

    /** Whether the row after a place was itself written at {@code origin}. */
    private boolean isFollowedBy(long place, long origin) {
        return table.after(place, 1).stream()
                .anyMatch(next -> next.hashAt(origin).equals(next.hash()));
    }

    /** The place at which a row's hash is right, where there is one near. */
    private static OptionalLong originOf(ChainLink link) {
        for (long away = 1; away <= REACH; away++) {
            if (link.hashAt(link.seq() + away).equals(link.hash())) {
                return OptionalLong.of(link.seq() + away);
            }
            if (link.seq() > away && link.hashAt(link.seq() - away).equals(link.hash())) {
                return OptionalLong.of(link.seq() - away);
            }
        }
        return OptionalLong.empty();
    }
}
