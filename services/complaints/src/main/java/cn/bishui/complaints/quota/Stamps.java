package cn.bishui.complaints.quota;

import cn.bishui.complaints.key.Keys;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stamps a form: a challenge that the browser solves by itself while the person writes
 * ({@code /12369/stamp.js}). Without JavaScript, some seconds and a small allowance do instead.
 *
 * <pre>{@code
 * <form … data-stamp>
 *   <input type="hidden" name="stamp" th:value="${stamp}">
 *   <input type="hidden" name="solution">
 * }</pre>
 */
@Service
public class Stamps {

    private static final Duration LATELY = Duration.ofMinutes(1);

    /** For how long a replica holds on to what it knows of the last minute. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final UsedStamps used;
    private final Quota quota;
    private final StampSettings settings;
    private final Keys keys;
    private final Clock clock;
    private final AtomicReference<Load> load = new AtomicReference<>(new Load(Instant.EPOCH, 0));

    Stamps(UsedStamps used, Quota quota, StampSettings settings, Keys keys, Clock clock) {
        this.used = used;
        this.quota = quota;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** What came in during the minute before. */
    private record Load(Instant asOf, int forms) {}

    /** A new challenge, for the form's hidden field; holds for two hours. */
    public String issue() {
        Instant now = clock.instant();
        return Challenge.make(bits(now), now, UUID.randomUUID(), keys).text();
    }

    /**
     * Accepts a stamped form, each challenge once; call it last, when the form's own faults were found, and not inside a
     * transaction. Codes {@code stamp.invalid}, {@code stamp.over}, {@code stamp.used}, {@code stamp.too-quick},
     * {@code quota.unsolved}.
     *
     * @param solution what the browser found; null or blank where it did not look
     */
    @Transactional(propagation = Propagation.NEVER)
    public void accept(String challenge, @Nullable String solution, Client client) {
        Challenge stamp = read(challenge);
        Instant now = clock.instant();
        Instant expires = stamp.issued().plus(settings.validity());
        if (!now.isBefore(expires)) {
            throw RuleBroken.conflict("stamp.over");
        }
        if (solution == null || solution.isBlank()) {
            Duration early = Duration.between(now, stamp.issued().plus(settings.patience()));
            if (early.isPositive()) {
                throw RuleBroken.invalid(
                        "stamp.too-quick", early.plusMillis(999).toSeconds());
            }
            quota.take(client, Allowance.UNSOLVED);
        } else if (!stamp.isSolvedBy(solution.strip())) {
            throw RuleBroken.invalid("stamp.invalid");
        }
        if (!used.use(stamp.id(), now, expires)) {
            throw RuleBroken.conflict("stamp.used");
        }
    }

    /**
     * The challenge's own id, the same for a form that is sent twice: use it as the form's idempotency key, and look for an
     * earlier answer under it before {@link #accept}. Code {@code stamp.invalid}.
     */
    public UUID id(String challenge) {
        return read(challenge).id();
    }

    /** Forgets used challenges that have run out. */
    @Transactional
    public void forget() {
        used.forget(clock.instant());
    }

    private Challenge read(String challenge) {
        return Challenge.read(challenge.strip(), keys).orElseThrow(() -> RuleBroken.invalid("stamp.invalid"));
    }

    private int bits(Instant now) {
        Load known = load.get();
        if (Duration.between(known.asOf(), now).abs().compareTo(FRESH) > 0) {
            known = new Load(now, used.usedSince(now.minus(LATELY)));
            load.set(known);
        }
        return settings.bits() + (known.forms() > settings.busy() ? settings.busyBits() : 0);
    }
}
