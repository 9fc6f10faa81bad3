package cn.bishui.monitoring.intake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What intake has to tell the duty officer, gathered in memory and written now and then: a flood of nonsense costs the
 * database a few rows. Counts are exact; of the bytes the latest of each source are kept. Bounded: what too many
 * sources did in one interval is counted under {@link #OTHERS}.
 */
@Component
public final class Logbook {

    /** How many frames of one source are kept. */
    public static final int KEPT_FRAMES = 20;

    /** Stands for sources too many to name. */
    public static final String OTHERS = "*";

    private static final int MOST_KEYS = 2000;

    private Page page = new Page();

    /** Notes a refused packet. */
    public synchronized void refused(RefusalReason reason, String mn, String cn, String remote, Instant at) {
        page.add(new RefusalKey(reason, mn, remote), new Seen(1, cn, at, at));
    }

    /** Notes bytes that were no packet. */
    public synchronized void rejected(RejectedBytes bytes) {
        page.add(bytes);
    }

    /** Notes that a device was heard of without data. */
    public synchronized void heard(String mn, Instant at) {
        page.heard.merge(mn, at, Logbook::later);
    }

    /** Takes out what was gathered, and begins anew. */
    public synchronized Page take() {
        Page taken = page;
        page = new Page();
        return taken;
    }

    /** Puts back what could not be written. */
    public synchronized void putBack(Page unwritten) {
        Page since = page;
        page = unwritten;
        since.refusals.forEach(page::add);
        since.counts.forEach(page::add);
        since.frames.values().forEach(frames -> frames.forEach(page::keep));
        since.heard.forEach((mn, at) -> page.heard.merge(mn, at, Logbook::later));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whose packets were refused, and why. */
    public record RefusalKey(RefusalReason reason, String mn, String remote) {}

    /**
     * How often and when something was seen.
     *
     * @param lastCn command of the last packet
     */
    public record Seen(long packets, String lastCn, Instant first, Instant last) {

        Seen plus(Seen later) {
            return new Seen(packets + later.packets, later.lastCn, first, later.last);
        }
    }

    /**
     * Whose bytes were rejected, why, and in which hour.
     *
     * @param hour its beginning
     */
    public record CountKey(Instant hour, String remote, String reason) {}

    /** How many frames, and bytes in them. */
    public record Count(long frames, long bytes) {

        Count plus(Count other) {
            return new Count(frames + other.frames, bytes + other.bytes);
        }
    }

    /** What was gathered in one interval. */
    public static final class Page {

        private static final long HOUR_SECONDS = 3600;

        private final Map<RefusalKey, Seen> refusals = new HashMap<>();
        private final Map<CountKey, Count> counts = new HashMap<>();
        private final Map<String, Deque<RejectedBytes>> frames = new HashMap<>();
        private final Map<String, Instant> heard = new HashMap<>();

        private Page() {}

        private void add(RejectedBytes bytes) {
            Instant hour =
                    Instant.ofEpochSecond(Math.floorDiv(bytes.at().getEpochSecond(), HOUR_SECONDS) * HOUR_SECONDS);
            add(new CountKey(hour, bytes.remote(), bytes.reason()), new Count(1, bytes.length()));
            keep(bytes);
        }

        private void add(RefusalKey key, Seen seen) {
            boolean room = refusals.size() < MOST_KEYS || refusals.containsKey(key);
            refusals.merge(room ? key : new RefusalKey(key.reason(), OTHERS, OTHERS), seen, Seen::plus);
        }

        private void add(CountKey key, Count count) {
            boolean room = counts.size() < MOST_KEYS || counts.containsKey(key);
            counts.merge(room ? key : new CountKey(key.hour(), OTHERS, key.reason()), count, Count::plus);
        }

        private void keep(RejectedBytes bytes) {
            if (frames.size() >= MOST_KEYS / KEPT_FRAMES && !frames.containsKey(bytes.remote())) {
                return;
            }
            Deque<RejectedBytes> kept = frames.computeIfAbsent(bytes.remote(), _ -> new ArrayDeque<>());
            kept.addLast(bytes);
            if (kept.size() > KEPT_FRAMES) {
                kept.removeFirst();
            }
        }

        /** Refused packets by key. */
        public Map<RefusalKey, Seen> refusals() {
            return Map.copyOf(refusals);
        }

        /** Rejected frames by key. */
        public Map<CountKey, Count> counts() {
            return Map.copyOf(counts);
        }

        /** The latest rejected frames of each source, in the order in which they came. */
        public List<RejectedBytes> frames() {
            List<RejectedBytes> all = new ArrayList<>();
            frames.values().forEach(all::addAll);
            return all;
        }

        /** When devices were last heard of without data, by MN. */
        public Map<String, Instant> heard() {
            return Map.copyOf(heard);
        }

        /** Whether there is nothing on it. */
        public boolean isEmpty() {
            return refusals.isEmpty() && counts.isEmpty() && heard.isEmpty();
        }
    }
}
