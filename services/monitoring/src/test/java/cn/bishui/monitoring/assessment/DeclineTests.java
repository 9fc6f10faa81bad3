package cn.bishui.monitoring.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclineTests {

    private static final Decline.Step STEP = new Decline.Step("env-lab-head", Instant.EPOCH);

    private static Assessment assessment(int revision) {
        return new Assessment(
                "S-1",
                Period.of("2026-11"),
                revision,
                4,
                3,
                false,
                List.of(),
                21,
                List.of(),
                null,
                false,
                Map.of(),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    private final Decline flagged = Decline.flagged(assessment(1), "Ⅲ类 → Ⅳ类");

    @Test
    void isFlaggedThenExplainedThenAnswered() {
        Decline explained = flagged.explained("上游检修", STEP);
        Decline answered = explained.answered("恢复运行", STEP);

        assertThat(explained.state()).isEqualTo(Decline.State.EXPLAINED);
        assertThat(answered.state()).isEqualTo(Decline.State.ANSWERED);
        assertThat(answered.version()).isEqualTo(2);
        assertThat(answered.explained("另有原因", STEP).state()).isEqualTo(Decline.State.ANSWERED);
    }

    @Test
    void wantsTheCauseBeforeMeasures() {
        assertThatThrownBy(() -> flagged.answered("恢复运行", STEP))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("decline.cause-first");
    }

    @Test
    void keepsWhatWasSaidWhenItIsThereByALaterRevision() {
        Decline again = flagged.explained("上游检修", STEP).again(assessment(2), "Ⅲ类 → Ⅴ类");

        assertThat(again.state()).isEqualTo(Decline.State.EXPLAINED);
        assertThat(again.cause()).isEqualTo("上游检修");
        assertThat(again.why()).isEqualTo("Ⅲ类 → Ⅴ类");
    }

    @Test
    void asksAgainWhenItComesBackAfterItWasLifted() {
        Decline lifted = flagged.explained("上游检修", STEP).lifted(assessment(2));

        assertThatThrownBy(() -> lifted.explained("x", STEP)).hasMessageContaining("decline.lifted");
        assertThat(lifted.again(assessment(3), "Ⅲ类 → Ⅳ类").state()).isEqualTo(Decline.State.FLAGGED);
    }
}
