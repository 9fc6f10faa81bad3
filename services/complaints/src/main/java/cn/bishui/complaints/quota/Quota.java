package cn.bishui.complaints.quota;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Purpose;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what each address asks for, across all replicas. The address itself is not kept, only a keyed hash. */
@Service
public class Quota {

    /** What a try with a wrong secret counts. */
    public static final int WRONG_SECRET = 5;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Windows windows;
    private final QuotaSettings settings;
    private final Keys keys;
    private final Clock clock;

    Quota(Windows windows, QuotaSettings settings, Keys keys, Clock clock) {
        this.windows = windows;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** Takes one; see {@link #take(Client, Allowance, int)}. */
    @Transactional(propagation = Propagation.NEVER)
    public void take(Client client, Allowance allowance) {
        take(client, allowance, 1);
    }

    /**
     * Takes some, never inside a transaction: what was taken stays taken. Addresses of the machine itself are not counted.
     *
     * @throws RuleBroken too many (429, with how long to wait) with the code of the allowance
     */
    @Transactional(propagation = Propagation.NEVER)
    public void take(Client client, Allowance allowance, int count) {
        if (settings.exempts(client)) {
            return;
        }
        Instant now = clock.instant();
        Instant window = Instant.ofEpochSecond(now.getEpochSecond() / WINDOW.toSeconds() * WINDOW.toSeconds());
        byte[] hash = keys.mac(Purpose.CLIENT, client.network().getBytes(StandardCharsets.UTF_8));
        if (windows.add(hash, allowance, window, count) > settings.of(allowance)) {
            Duration wait = Duration.between(now, window.plus(WINDOW));
            throw RuleBroken.tooMany(
                    allowance.rule(), wait, wait.plusSeconds(59).toMinutes());
        }
    }

    /** Forgets what is older than a day. */
    @Transactional
    public void forget() {
        windows.forget(clock.instant().minus(KEPT));
    }
}
