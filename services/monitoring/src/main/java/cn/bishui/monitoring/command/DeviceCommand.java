package cn.bishui.monitoring.command;

import cn.bishui.hj212.ExecutionResult;
import cn.bishui.hj212.RequestAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to a device, from when it is given to what became of it (HJ 212-2017 6.4.1): sent, answered by 9011, done, told by
 * 9012. What the device says later than it should counts still.
 *
 * @param device id of the device
 * @param orderedBy account, or {@code system:monitoring}
 * @param qn names the exchange; null until it is first sent
 * @param attempts how often it was sent
 * @param sentAt last
 * @param outcome why it failed or stayed unanswered: {@link #NOT_CONNECTED}, {@link #NO_ANSWER}, {@link #NO_RESULT},
 *     {@code refused-} and QnRtn, or {@code failed-} and ExeRtn
 * @param actAt when it is sent again or given up
 */
public record DeviceCommand(
        long id,
        int device,
        String mn,
        Order order,
        State state,
        String orderedBy,
        Instant orderedAt,
        @Nullable String qn,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        Instant actAt) {

    /** The device was never connected. */
    public static final String NOT_CONNECTED = "not-connected";

    /** It never answered (9011). */
    public static final String NO_ANSWER = "no-answer";

    /** It accepted, and never told the result (9012). */
    public static final String NO_RESULT = "no-result";

    /** How long a command waits for its device to connect. */
    static final Duration WAITS_FOR_CONNECTION = Duration.ofHours(24);

    /** How long a device may take to answer: OverTime (HJ 212-2017 6.5). */
    public static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** How often it is sent again: ReCount. */
    static final int RESENDS = 3;

    /** For so long a command that was sent waits for its device to come back, to be sent again. */
    static final Duration WAITS_FOR_RETURN = Duration.ofMinutes(5);

    /** Where a command stands. */
    public enum State {
        /** Ordered, not sent yet: the device is not connected, or does something else. */
        WAITING("waiting"),
        /** Sent, not answered yet. */
        SENT("sent"),
        /** The device will do it. */
        ACCEPTED("accepted"),
        /** The device did it. */
        EXECUTED("executed"),
        /** The device refused it, or could not do it. */
        FAILED("failed"),
        /** Nobody answered. */
        UNANSWERED("unanswered");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As it is written in JSON, in the database and in message keys. */
        public String code() {
            return code;
        }

        /** The state of a code. */
        public static State of(String code) {
            for (State each : values()) {
                if (each.code.equals(code)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("No state of a command: " + code);
        }
    }

    /** The command as it is sent, for the first time or again. */
    DeviceCommand sent(String exchange, Instant at) {
        return new DeviceCommand(
                id,
                device,
                mn,
                order,
                State.SENT,
                orderedBy,
                orderedAt,
                exchange,
                attempts + 1,
                at,
                null,
                null,
                null,
                at.plus(ANSWERS_WITHIN));
    }

    /** Whether it may be sent again when its device is connected. */
    boolean mayBeSentAgain(Instant now) {
        return attempts <= RESENDS && now.isBefore(actAt.plus(WAITS_FOR_RETURN));
    }

    /** The command after 9011; itself where that says nothing new. */
    DeviceCommand answered(RequestAnswer answer, int number, Instant at) {
        boolean open = state == State.SENT || state == State.UNANSWERED;
        if (!open) {
            return this;
        }
        return answer == RequestAnswer.ACCEPTED
                ? in(State.ACCEPTED, at, null, null, at.plus(order.patience()))
                : in(State.FAILED, null, at, "refused-" + number, at);
    }

    /** The command after 9012; itself where that says nothing new. */
    DeviceCommand executed(ExecutionResult result, int number, Instant at) {
        boolean known = state == State.EXECUTED || (state == State.FAILED && !NO_RESULT.equals(outcome));
        if (known || state == State.WAITING) {
            return this;
        }
        return result == ExecutionResult.DONE
                ? in(State.EXECUTED, acceptedAt, at, null, at)
                : in(State.FAILED, acceptedAt, at, "failed-" + number, at);
    }

    /** The command when its time is up: one that was accepted has failed (HJ 212-2017 6.5), another is unanswered. */
    DeviceCommand givenUp(Instant at) {
        return switch (state) {
            case WAITING -> in(State.UNANSWERED, null, at, NOT_CONNECTED, at);
            case SENT -> in(State.UNANSWERED, null, at, NO_ANSWER, at);
            case ACCEPTED -> in(State.FAILED, acceptedAt, at, NO_RESULT, at);
            case EXECUTED, FAILED, UNANSWERED -> this;
        };
    }

    /** Whether nothing more is expected. */
    public boolean ended() {
        return endedAt != null;
    }

    private DeviceCommand in(
            State next, @Nullable Instant accepted, @Nullable Instant ended, @Nullable String why, Instant act) {
        return new DeviceCommand(
                id, device, mn, order, next, orderedBy, orderedAt, qn, attempts, sentAt, accepted, ended, why, act);
    }
}
