package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unit's request to stop or remove a device (Order 19): answered in 5 working days, and silence is consent.
 *
 * @param receivedOn day on which the bureau got it
 * @param due last day of the answer
 * @param recordedBy account
 * @param granted null while nobody has answered
 * @param usedAt when the device was stopped by it
 */
public record StopRequest(
        long id,
        int device,
        Outage.Kind kind,
        String reason,
        LocalDate receivedOn,
        LocalDate due,
        String recordedBy,
        @Nullable Boolean granted,
        @Nullable String note,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Instant usedAt) {

    /** Where a request stands on a day. */
    public enum State {
        /** It waits for an answer. */
        WAITING,
        /** The bureau agreed. */
        GRANTED,
        /** The bureau refused. */
        REFUSED,
        /** Nobody answered in time, which is consent. */
        SILENT,
        /** The device was stopped by it. */
        USED;

        /** As it is written in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands. */
    public State state(LocalDate today) {
        if (usedAt != null) {
            return State.USED;
        }
        if (granted != null) {
            return granted ? State.GRANTED : State.REFUSED;
        }
        return today.isAfter(due) ? State.SILENT : State.WAITING;
    }

    /** Whether the device may be stopped by it. */
    boolean consents(Outage.Kind wanted, LocalDate today) {
        State state = state(today);
        return kind == wanted && (state == State.GRANTED || state == State.SILENT);
    }

    /**
     * The request with its answer.
     *
     * @param by somebody else than who noted it down, code {@code device.four-eyes}
     * @throws RuleBroken with code {@code device.request-answered}, after the last day too: it is granted by then
     */
    StopRequest answered(boolean yes, String why, String by, Instant at, LocalDate today) {
        if (state(today) != State.WAITING) {
            throw RuleBroken.conflict("device.request-answered");
        }
        if (by.equals(recordedBy)) {
            throw RuleBroken.forbidden("device.four-eyes");
        }
        return new StopRequest(id, device, kind, reason, receivedOn, due, recordedBy, yes, why, by, at, null);
    }

    /** The request after the device was stopped by it. */
    StopRequest used(Instant at) {
        return new StopRequest(
                id, device, kind, reason, receivedOn, due, recordedBy, granted, note, answeredBy, answeredAt, at);
    }
}
