package cn.bishui.complaints.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.complaints.key.Keys;
import cn.bishui.complaints.key.Sealed;
import cn.bishui.complaints.key.TestKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What happens to messages that a gateway does not take. */
@ExtendWith(OutputCaptureExtension.class)
class DeliverSmsTests {

    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    private final Keys keys = TestKeys.of("one");
    private final SmsSeal seal = new SmsSeal(keys);
    private final InMemoryQueue queue = new InMemoryQueue();
    private final List<String> handedOver = new ArrayList<>();
    private Instant now = START;
    private boolean down;
    private boolean busy;
    private final List<UUID> undelivered = new ArrayList<>();

    private DeliverSms deliverSms(SmsGateway gateway) {
        Clock clock = new Clock() {
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
        return new DeliverSms(
                Optional.ofNullable(gateway),
                queue,
                seal,
                new GiveUpSms(
                        queue,
                        about -> {
                            if (busy) {
                                throw new IllegalStateException("the database is away");
                            }
                            undelivered.add(about);
                        },
                        clock),
                new NoCodes(),
                clock);
    }

    private final SmsGateway gateway = (id, phone, text) -> {
        if (down) {
            throw new IllegalStateException("the provider answered 503");
        }
        handedOver.add(phone.number() + " " + text);
    };

    private UUID waiting(Duration ofUse) {
        UUID id = UUID.randomUUID();
        queue.add(id, seal.seal(id, new Phone("13800000001"), "举报已受理"), now, now.plus(ofUse), about(id));
        return id;
    }

    /** What a message is about. */
    private static UUID about(UUID id) {
        return new UUID(id.getLeastSignificantBits(), id.getMostSignificantBits());
    }

    @Test
    void handsOverOnceAndForgetsWhatItSaid() {
        UUID id = waiting(Duration.ofDays(3));
        DeliverSms deliver = deliverSms(gateway);

        assertThat(deliver.deliver()).isEqualTo(1);
        assertThat(deliver.deliver()).isZero();

        assertThat(handedOver).containsExactly("13800000001 举报已受理");
        assertThat(queue.done).containsExactly(Map.entry(id, true));
    }

    @Test
    void triesAgainEverLaterUntilTheGatewayIsBack(CapturedOutput output) {
        waiting(Duration.ofDays(3));
        down = true;
        DeliverSms deliver = deliverSms(gateway);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            deliver.deliver();
            Instant due = queue.rows.values().iterator().next().due;
            waits.add(Duration.between(now, due));
            now = due;
        }
        assertThat(waits)
                .startsWith(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20))
                .endsWith(Duration.ofMinutes(10), Duration.ofMinutes(10));

        down = false;
        deliver.deliver();
        assertThat(handedOver).hasSize(1);
        assertThat(output.getAll()).contains("was not taken").doesNotContain("13800000001", "举报已受理");
    }

    @Test
    void givesUpWhatIsOfNoUseAnyMoreAndSaysSoWithoutTellingIt(CapturedOutput output) {
        UUID late = waiting(Duration.ofMinutes(5));
        now = now.plus(Duration.ofMinutes(6));
        deliverSms(gateway).deliver();
        assertThat(handedOver).isEmpty();
        assertThat(queue.done).containsExactly(Map.entry(late, false));
        assertThat(undelivered).as("somebody else has to tell it").containsExactly(about(late));

        UUID failing = waiting(Duration.ofSeconds(4));
        down = true;
        deliverSms(gateway).deliver();
        assertThat(queue.done).containsEntry(failing, false);
        assertThat(output.getAll())
                .contains(late + " was never taken", failing + " was never taken")
                .doesNotContain("13800000001", "举报已受理");
    }

    @Test
    void goesOnWithTheOthersWhereOneCannotBeOpened() {
        UUID strange = UUID.randomUUID();
        queue.add(
                strange, seal.seal(UUID.randomUUID(), new Phone("13800000002"), "x"), now, now.plusSeconds(900), null);
        waiting(Duration.ofDays(3));

        deliverSms(gateway).deliver();

        assertThat(handedOver).containsExactly("13800000001 举报已受理");
    }

    @Test
    void keepsWhatIsOfUseWhereThereIsNoGatewayAndGivesUpTheRest() {
        UUID id = waiting(Duration.ofDays(3));

        assertThat(deliverSms(null).deliver()).isZero();
        assertThat(queue.done).isEmpty();

        now = now.plus(Duration.ofDays(3));
        assertThat(deliverSms(null).deliver()).isZero();
        assertThat(queue.done).containsExactly(Map.entry(id, false));
        assertThat(undelivered).containsExactly(about(id));
    }

    @Test
    void comesBackToWhatCannotBeGivenUpNow() {
        UUID id = waiting(Duration.ofMinutes(1));
        now = now.plus(Duration.ofMinutes(2));
        busy = true;
        deliverSms(gateway).deliver();
        assertThat(undelivered).isEmpty();

        busy = false;
        now = now.plus(Duration.ofMinutes(10));
        deliverSms(gateway).deliver();
        assertThat(undelivered).containsExactly(about(id));
    }

    private static final class InMemoryQueue implements SmsQueue {

        private final Map<UUID, Row> rows = new LinkedHashMap<>();
        private final Map<UUID, Boolean> done = new LinkedHashMap<>();

        private static final class Row {
            private final Sealed content;
            private final Instant until;
            private final @Nullable UUID about;
            private Instant due;
            private int attempts;

            private Row(Sealed content, Instant due, Instant until, @Nullable UUID about) {
                this.content = content;
                this.due = due;
                this.until = until;
                this.about = about;
            }
        }

        @Override
        public void add(UUID id, Sealed content, Instant now, Instant until, @Nullable UUID about) {
            rows.put(id, new Row(content, now, until, about));
        }

        @Override
        public List<WaitingSms> take(Instant now, Instant lease, int limit) {
            List<WaitingSms> taken = new ArrayList<>();
            rows.forEach((id, row) -> {
                if (!row.due.isAfter(now)) {
                    row.due = lease;
                    row.attempts++;
                    taken.add(new WaitingSms(id, row.content, row.about, row.attempts, row.until));
                }
            });
            return taken;
        }

        @Override
        public void sent(UUID id, Instant now) {
            rows.remove(id);
            done.put(id, true);
        }

        @Override
        public void retry(UUID id, Instant due) {
            rows.get(id).due = due;
        }

        @Override
        public void givenUp(UUID id, Instant now) {
            rows.remove(id);
            done.put(id, false);
        }

        @Override
        public void forget(Instant before) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoCodes implements Codes {

        @Override
        public List<Instant> requestsLocked(byte[] phone, Instant since) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(UUID id, byte[] phoneHash, Sealed phone, byte[] codeHash, Instant now, Instant expires) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Try> tried(UUID id, Instant now, int mostTries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean use(UUID id, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(Instant before) {
            throw new UnsupportedOperationException();
        }
    }
}
