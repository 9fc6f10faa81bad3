package cn.bishui.monitoring.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.hj212.ExecutionResult;
import cn.bishui.hj212.RequestAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DeviceCommandTests {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final DeviceCommand ORDERED = new DeviceCommand(
            1,
            2,
            "010000A8900016F000169DC0",
            new Order.KeepSample(),
            DeviceCommand.State.WAITING,
            "somebody",
            NOW,
            null,
            0,
            null,
            null,
            null,
            null,
            NOW.plus(Duration.ofHours(24)));
    private static final DeviceCommand SENT = ORDERED.sent("20260301080000000", NOW);

    private static DeviceCommand accepted() {
        return SENT.answered(RequestAnswer.ACCEPTED, 1, NOW.plusSeconds(1));
    }

    @Test
    void isSentAgainThreeTimesAndThenGivenUp() {
        DeviceCommand command = SENT;
        for (int i = 0; i < 3; i++) {
            assertThat(command.mayBeSentAgain(command.actAt())).isTrue();
            command = command.sent("20260301080000000", command.actAt());
        }
        assertThat(command.mayBeSentAgain(command.actAt())).isFalse();
        DeviceCommand ended = command.givenUp(command.actAt());
        assertThat(ended.state()).isEqualTo(DeviceCommand.State.UNANSWERED);
        assertThat(ended.outcome()).isEqualTo(DeviceCommand.NO_ANSWER);
        assertThat(ended.attempts()).isEqualTo(4);
    }

    @Test
    void isNotSentAgainLongAfterTheDeviceWasLost() {
        assertThat(SENT.mayBeSentAgain(SENT.actAt().plus(Duration.ofMinutes(5))))
                .isFalse();
    }

    @Test
    void isAcceptedAndExecuted() {
        assertThat(accepted().state()).isEqualTo(DeviceCommand.State.ACCEPTED);
        DeviceCommand done = accepted().executed(ExecutionResult.DONE, 1, NOW.plusSeconds(9));
        assertThat(done.state()).isEqualTo(DeviceCommand.State.EXECUTED);
        assertThat(done.acceptedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(done.endedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(done.executed(ExecutionResult.BUSY, 5, NOW)).isSameAs(done);
        assertThat(done.answered(RequestAnswer.REFUSED, 2, NOW)).isSameAs(done);
        assertThat(done.givenUp(NOW)).isSameAs(done);
    }

    @Test
    void isExecutedEvenIfItsAcceptanceWasLost() {
        assertThat(SENT.executed(ExecutionResult.DONE, 1, NOW).state()).isEqualTo(DeviceCommand.State.EXECUTED);
    }

    @Test
    void failsForTheReasonThatTheDeviceGives() {
        assertThat(SENT.answered(RequestAnswer.WRONG_CN, 8, NOW).outcome()).isEqualTo("refused-8");
        DeviceCommand failed = accepted().executed(ExecutionResult.NO_DATA, 100, NOW);
        assertThat(failed.outcome()).isEqualTo("failed-100");
        assertThat(failed.executed(ExecutionResult.DONE, 1, NOW)).isSameAs(failed);
    }

    @Test
    void failsWhereNoResultIsToldAndCountsWhenItIsAfterAll() {
        DeviceCommand failed = accepted().givenUp(NOW);
        assertThat(failed.state()).isEqualTo(DeviceCommand.State.FAILED);
        assertThat(failed.outcome()).isEqualTo(DeviceCommand.NO_RESULT);
        assertThat(failed.executed(ExecutionResult.DONE, 1, NOW).state()).isEqualTo(DeviceCommand.State.EXECUTED);
    }

    @Test
    void asksForRecordsOfAMonthAtMost() {
        LocalDateTime from = LocalDateTime.of(2026, 3, 1, 0, 0);
        assertThat(new Order.SendRecords(Records.HOURS, from, from.plusDays(31)).kind())
                .isEqualTo("hour-records");
        assertThatThrownBy(() -> new Order.SendRecords(
                        Records.HOURS, from, from.plusDays(31).plusHours(1)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Order.SendRecords(Records.DAYS, from, from.minusDays(1)))
                .isInstanceOf(RuleBroken.class);
    }
}
