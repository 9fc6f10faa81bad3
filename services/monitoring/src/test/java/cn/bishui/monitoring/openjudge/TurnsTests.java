package cn.bishui.monitoring.openjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Client SOMEBODY = Client.of("203.0.113.7");

    private Instant now = Instant.parse("2026-11-23T08:00:20Z");
    private final Turns turns = new Turns(new JudgeSettings(3, 2, List.of("198.51.100.9")), new Clock() {
        @Override
        public ZoneId getZone() {
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
    });

    private void take(Client client, int times) {
        for (int i = 0; i < times; i++) {
            turns.take(client);
        }
    }

    @Test
    void saysHowLongToWait() {
        take(SOMEBODY, 3);
        assertThatThrownBy(() -> turns.take(SOMEBODY)).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo("judge.too-often");
            assertThat(broken.retryAfter()).contains(Duration.ofSeconds(40));
        });
        now = now.plusSeconds(40);
        assertThatCode(() -> turns.take(SOMEBODY)).doesNotThrowAnyException();
    }

    @Test
    void countsAddressesApart() {
        take(SOMEBODY, 3);
        assertThatCode(() -> take(Client.of("203.0.113.8"), 3)).doesNotThrowAnyException();
    }

    @Test
    void doesNotCountTheMachineItselfOrWhoIsExempt() {
        assertThatCode(() -> take(Client.of("127.0.0.1"), 99)).doesNotThrowAnyException();
        assertThatCode(() -> take(Client.of("198.51.100.9"), 99)).doesNotThrowAnyException();
    }

    @Test
    void remembersSoManyAddressesAndNoMore() {
        take(SOMEBODY, 3);
        turns.take(Client.of("203.0.113.8"));
        turns.take(Client.of("203.0.113.9"));
        assertThatCode(() -> turns.take(SOMEBODY)).doesNotThrowAnyException();
    }
}
