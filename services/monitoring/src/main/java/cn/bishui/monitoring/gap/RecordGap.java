package cn.bishui.monitoring.gap;

import cn.bishui.monitoring.command.Records;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Records that did not come in time.
 *
 * @param asks how often the device was asked for them
 * @param command id of the latest that asks
 */
public record RecordGap(
        long id,
        int device,
        Records records,
        Span span,
        Instant foundAt,
        int asks,
        long command,
        State state,
        @Nullable Instant endedAt) {

    /** Where a gap stands. */
    public enum State {
        /** The device is asked. */
        OPEN("open"),
        /** Everything came. */
        FILLED("filled"),
        /** The device has not got it, or does not send it. */
        GIVEN_UP("given-up");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As it is written in the database and in message keys. */
        public String code() {
            return code;
        }
    }

    RecordGap askedAgain(long anew) {
        return new RecordGap(id, device, records, span, foundAt, asks + 1, anew, state, endedAt);
    }

    RecordGap ended(State how, Instant at) {
        return new RecordGap(id, device, records, span, foundAt, asks, command, how, at);
    }
}
