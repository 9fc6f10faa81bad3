package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts what each address asks for in a minute, in memory: judging costs little and keeps nothing, so a count that a
 * restart forgets, and that each replica has for itself, is enough.
 */
@Component
public final class Turns {

    private static final int SECONDS = 60;

    private final int perMinute;
    private final Set<String> exempt;
    private final Clock clock;
    private final Map<String, Taken> taken;

    Turns(JudgeSettings settings, Clock clock) {
        perMinute = settings.perMinute();
        exempt = settings.exempt().stream()
                .map(each -> Client.of(each.replaceFirst("/\\d+$", "")).network())
                .collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
        int most = settings.addresses();
        taken = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
                return size() > most;
            }
        };
    }

    private record Taken(long minute, int count) {}

    /**
     * Takes a turn. Addresses of the machine itself are not counted.
     *
     * @throws RuleBroken {@code judge.too-often} (429, with how long to wait)
     */
    public void take(Client client) {
        if (client.loopback() || exempt.contains(client.network())) {
            return;
        }
        long second = clock.instant().getEpochSecond();
        long minute = second / SECONDS;
        int count;
        synchronized (taken) {
            Taken before = taken.get(client.network());
            count = before == null || before.minute() != minute ? 1 : before.count() + 1;
            taken.put(client.network(), new Taken(minute, count));
        }
        if (count > perMinute) {
            long wait = (minute + 1) * SECONDS - second;
            throw RuleBroken.tooMany("judge.too-often", Duration.ofSeconds(wait), perMinute, wait);
        }
    }
}
