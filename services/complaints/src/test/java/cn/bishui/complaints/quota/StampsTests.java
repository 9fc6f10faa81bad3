package cn.bishui.complaints.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.complaints.key.TestKeys;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StampsTests {

    private static final Client SOMEBODY = Client.of("203.0.113.7");

    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private final Clock clock = clock();
    private final Map<UUID, Instant> usedAt = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Stamps stamps = stamps("one");

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private Stamps stamps(String key, String... old) {
        UsedStamps used = new UsedStamps() {
            @Override
            public boolean use(UUID id, Instant moment, Instant expires) {
                return usedAt.putIfAbsent(id, moment) == null;
            }

            @Override
            public int usedSince(Instant moment) {
                return (int) usedAt.values().stream()
                        .filter(at -> at.isAfter(moment))
                        .count();
            }

            @Override
            public void forget(Instant moment) {
                throw new UnsupportedOperationException();
            }
        };
        Windows windows = new Windows() {
            @Override
            public int add(byte[] client, Allowance allowance, Instant window, int count) {
                return taken.merge(HexFormat.of().formatHex(client) + allowance + window, count, Integer::sum);
            }

            @Override
            public void forget(Instant before) {
                throw new UnsupportedOperationException();
            }
        };
        QuotaSettings settings = new QuotaSettings(20, 60, 10, 5, List.of());
        return new Stamps(
                used,
                new Quota(windows, settings, TestKeys.of(key), clock),
                new StampSettings(10, 2, 3, Duration.ofSeconds(8), Duration.ofHours(2)),
                TestKeys.of(key, old),
                clock);
    }

    static String solve(String challenge) {
        Challenge read = Challenge.read(challenge, TestKeys.of("one")).orElseThrow();
        return LongStream.range(0, 1L << 30)
                .mapToObj(Long::toString)
                .filter(read::isSolvedBy)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void acceptsASolvedChallengeOnceAndAtOnce() {
        String challenge = stamps.issue();
        String solution = solve(challenge);

        stamps.accept(challenge, solution, SOMEBODY);

        assertRefused("stamp.used", () -> stamps.accept(challenge, solution, SOMEBODY));
        assertThat(usedAt).containsOnlyKeys(stamps.id(challenge));
        assertThat(taken).isEmpty();
    }

    @Test
    void fitsABlockOfSha256WithItsColonSoThatABrowserIsQuick() {
        assertThat(stamps.issue() + ":").hasSize(64).matches("v1\\.10\\.[\\w-]+\\.[\\w-]+:");
    }

    @Test
    void refusesAWrongSolution() {
        String challenge = stamps.issue();
        String right = solve(challenge);

        assertRefused("stamp.invalid", () -> stamps.accept(challenge, right + "0", SOMEBODY));
        assertRefused("stamp.invalid", () -> stamps.accept(challenge, "x", SOMEBODY));
        assertRefused("stamp.invalid", () -> stamps.accept(challenge, "1".repeat(5000), SOMEBODY));
        stamps.accept(challenge, " " + right + " ", SOMEBODY);
    }

    @Test
    void letsPeopleWithoutJavaScriptInAfterEightSecondsAFewTimes() {
        String quick = stamps.issue();
        assertRefused("stamp.too-quick", () -> stamps.accept(quick, "", SOMEBODY));
        now = now.plusSeconds(8);
        stamps.accept(quick, null, SOMEBODY);

        for (int i = 0; i < 4; i++) {
            String challenge = stamps.issue();
            now = now.plusSeconds(8);
            stamps.accept(challenge, null, SOMEBODY);
        }
        String sixth = stamps.issue();
        now = now.plusSeconds(8);
        assertThatThrownBy(() -> stamps.accept(sixth, null, SOMEBODY))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("quota.unsolved");
                    assertThat(broken.kind()).isEqualTo(RuleBroken.Kind.TOO_MANY);
                    assertThat(broken.retryAfter())
                            .hasValueSatisfying(
                                    wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMinutes(10)));
                });
        stamps.accept(sixth, null, Client.of("203.0.113.8"));
    }

    @Test
    void holdsForTwoHours() {
        String challenge = stamps.issue();
        String solution = solve(challenge);
        now = now.plus(Duration.ofHours(2));

        assertRefused("stamp.over", () -> stamps.accept(challenge, solution, SOMEBODY));
    }

    @Test
    void asksForMoreWorkWhileMuchComesInAndForLessAfterwards() {
        assertThat(stamps.issue()).startsWith("v1.10.");
        for (int i = 0; i < 4; i++) {
            String challenge = stamps.issue();
            stamps.accept(challenge, solve(challenge), SOMEBODY);
        }
        now = now.plusSeconds(6);
        assertThat(stamps.issue()).startsWith("v1.12.");
        now = now.plusSeconds(61);
        assertThat(stamps.issue()).startsWith("v1.10.");
    }

    @Test
    void takesNoChallengeThatIsNotItsOwn() {
        String challenge = stamps.issue();
        String easier = challenge.replace("v1.10.", "v1.01.");
        String strangers = stamps("two").issue();

        assertRefused("stamp.invalid", () -> stamps.accept(easier, "1", SOMEBODY));
        assertRefused("stamp.invalid", () -> stamps.accept(strangers, "1", SOMEBODY));
        assertRefused("stamp.invalid", () -> stamps.id(""));
        assertThat(stamps("two", "one").id(challenge))
                .as("a form that was open while the key changed")
                .isEqualTo(stamps.id(challenge));
    }

    @Property(tries = 300)
    void refusesWhateverElseIsSent(@ForAll @StringLength(max = 80) String anything) {
        assertThat(Challenge.read(anything, TestKeys.of("one"))).isEmpty();
    }
}
