package cn.bishui.monitoring.command;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.hj212.Command;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;

/** What a device is asked to do. */
public sealed interface Order {

    /** As it is written in JSON, in the database and in message keys. */
    String kind();

    /** The same in HJ 212, to be sent now, in the device's local time. */
    Command command(LocalDateTime now);

    /** How long a device that accepted it may take, HJ 212-2017 6.5 leaves it to the centre. */
    Duration patience();

    /** What the audit log says of it besides its kind. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Set the clock to the time at which it is sent (CN 1012). */
    record SetTime() implements Order {

        /** Its kind. */
        public static final String KIND = "set-time";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Command command(LocalDateTime now) {
            return new Command.SetTime(null, now);
        }

        @Override
        public Duration patience() {
            return SHORT;
        }
    }

    /**
     * Send real-time data at another interval (CN 1062).
     *
     * @param interval 30 to 3600 s
     */
    record SetInterval(Duration interval) implements Order {

        /** Its kind. */
        public static final String KIND = "set-interval";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Command command(LocalDateTime now) {
            return new Command.SetRealtimeInterval(Math.toIntExact(interval.toSeconds()));
        }

        @Override
        public Duration patience() {
            return SHORT;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("intervalSeconds", interval.toSeconds());
        }
    }

    /**
     * Send records again or late (CN 2061, 2031).
     *
     * @param from beginning of the first record
     * @param to beginning of the last one
     */
    record SendRecords(Records records, LocalDateTime from, LocalDateTime to) implements Order {

        /** Checks the span; code {@code command.span} if it is turned around, or longer than a device need remember at a time. */
        public SendRecords {
            if (to.isBefore(from) || to.isAfter(from.plus(LONGEST_SPAN))) {
                throw RuleBroken.invalid("command.span", LONGEST_SPAN.toDays());
            }
        }

        @Override
        public String kind() {
            return records.kind();
        }

        @Override
        public Command command(LocalDateTime now) {
            return new Command.History(records.history(), from, to);
        }

        @Override
        public Duration patience() {
            return LONG;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("from", from.toString(), "to", to.toString());
        }
    }

    /** Keep a sample and tell in which bottle (CN 3015). */
    record KeepSample() implements Order {

        /** Its kind. */
        public static final String KIND = "keep-sample";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Command command(LocalDateTime now) {
            return new Command.Order(Command.Order.What.RETAIN_SAMPLE);
        }

        @Override
        public Duration patience() {
            return LONG;
        }
    }

    /** A setting is made at once. */
    Duration SHORT = Duration.ofMinutes(2);

    /** Records of a month are sent one by one, a sampler moves its arm. */
    Duration LONG = Duration.ofMinutes(30);

    /** Of records asked for at a time. */
    Duration LONGEST_SPAN = Duration.ofDays(31);
}
