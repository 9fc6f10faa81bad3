package cn.bishui.hj212;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the centre wants of a device. Constructors throw IllegalArgumentException where the standard does not allow a
 * value. {@link Commands} makes packets of them.
 */
public sealed interface Command extends Message.FromCentre {

    /** An order that needs no data. */
    record Order(What what) implements Command {

        @Override
        public String cn() {
            return what.cn;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }

        /** Which order. */
        public enum What {
            /** Tell the interval of real-time data. */
            TELL_REALTIME_INTERVAL(Cn.REALTIME_INTERVAL),
            /** Tell the interval of minute records. */
            TELL_MINUTE_INTERVAL(Cn.MINUTE_INTERVAL),
            /** Begin to send real-time data. */
            START_REALTIME(Cn.REALTIME),
            /** Stop it: a notice. */
            STOP_REALTIME(Cn.STOP_REALTIME),
            /** Begin to send the states of treatment facilities. */
            START_FACILITY_STATES(Cn.FACILITY_STATES),
            /** Stop it: a notice. */
            STOP_FACILITY_STATES(Cn.STOP_FACILITY_STATES),
            /** Keep a sample and tell in which bottle. */
            RETAIN_SAMPLE(Cn.RETAIN_SAMPLE),
            /** Tell where alarms go, HJ/T 212-2005. */
            TELL_ALARM_TARGET(Cn.ALARM_TARGET),
            /** Tell when the day record is sent, HJ/T 212-2005. */
            TELL_REPORT_TIME(Cn.REPORT_TIME);

            final String cn;

            What(String cn) {
                this.cn = cn;
            }

            static @Nullable What of(String cn) {
                for (What each : values()) {
                    if (each.cn.equals(cn)) {
                        return each;
                    }
                }
                return null;
            }
        }
    }

    /**
     * An order about an instrument.
     *
     * @param polId code of the instrument; null for the logger, or where there is only one
     */
    record InstrumentOrder(Task task, @Nullable String polId) implements Command {

        @Override
        public String cn() {
            return task.cn;
        }

        @Override
        public List<Item> items() {
            return Values.items("PolId", polId);
        }

        /** Which order. */
        public enum Task {
            /** Tell the time. */
            TELL_TIME(Cn.TIME),
            /** Calibrate zero and span. */
            CALIBRATE(Cn.CALIBRATE),
            /** Take a sample at once. */
            SAMPLE_NOW(Cn.SAMPLE_NOW),
            /** Clean, or blow back. */
            CLEAN(Cn.CLEAN),
            /** Take a sample for comparison. */
            SAMPLE_FOR_COMPARISON(Cn.SAMPLE_FOR_COMPARISON),
            /** Tell the cycle of sampling. */
            TELL_SAMPLING_CYCLE(Cn.SAMPLING_CYCLE),
            /** Tell how long sampling takes. */
            TELL_SAMPLING_DURATION(Cn.SAMPLING_DURATION),
            /** Tell the instrument's number. */
            TELL_INSTRUMENT_NUMBER(Cn.INSTRUMENT_NUMBER),
            /** Keep a sample at once, HJ 212-2025. */
            RETAIN_NOW(Cn.RETAIN_NOW),
            /** Check against a standard sample, HJ 212-2025. */
            START_STANDARD_CHECK(Cn.START_STANDARD_CHECK);

            final String cn;

            Task(String cn) {
                this.cn = cn;
            }

            static @Nullable Task of(String cn) {
                for (Task each : values()) {
                    if (each.cn.equals(cn)) {
                        return each;
                    }
                }
                return null;
            }
        }
    }

    /** Asks for the records that begin from {@code begin} to {@code end}, both included. */
    record History(Of of, LocalDateTime begin, LocalDateTime end) implements Command {

        /** Checks the order. */
        public History {
            Values.require(!end.isBefore(begin), "EndTime is before BeginTime");
        }

        @Override
        public String cn() {
            return of.cn;
        }

        @Override
        public List<Item> items() {
            return Values.items("BeginTime", Timestamps.seconds(begin), "EndTime", Timestamps.seconds(end));
        }

        /** Which records. */
        public enum Of {
            /** Minute records. */
            MINUTES(Cn.MINUTES),
            /** Hour records. */
            HOURS(Cn.HOUR),
            /** Day records. */
            DAYS(Cn.DAY),
            /** Hours that treatment facilities ran, by day. */
            FACILITY_HOURS(Cn.FACILITY_HOURS),
            /** Alarms, HJ/T 212-2005. */
            ALARMS(Cn.ALARMS),
            /** Raw data, HJ 212-2025. */
            RAW(Cn.RAW),
            /** Single noise measurements, HJ 212-2025. */
            NOISE(Cn.NOISE),
            /** Checks against a standard sample, HJ 212-2025. */
            STANDARD_CHECKS(Cn.STANDARD_CHECK);

            final String cn;

            Of(String cn) {
                this.cn = cn;
            }

            static @Nullable Of of(String cn) {
                for (Of each : values()) {
                    if (each.cn.equals(cn)) {
                        return each;
                    }
                }
                return null;
            }
        }
    }

    /**
     * How long to wait for an answer and how often to send again (CN 1000).
     *
     * @param seconds 1..99 in 2017
     * @param resends 1..99
     */
    record SetTimeout(int seconds, int resends) implements Command {

        /** Checks the ranges, that of 2005 for the seconds. */
        public SetTimeout {
            Values.require(seconds >= 1 && seconds <= 99_999, "OverTime is not 1 to 99999 seconds");
            Values.require(resends >= 1 && resends <= 99, "ReCount is not 1 to 99");
        }

        @Override
        public String cn() {
            return Cn.SET_TIMEOUT;
        }

        @Override
        public List<Item> items() {
            return Values.items("OverTime", Integer.toString(seconds), "ReCount", Integer.toString(resends));
        }
    }

    /**
     * Sets the time of an instrument or of the logger (CN 1012).
     *
     * @param polId code of the instrument; null for the logger
     * @param time local, to the second
     */
    record SetTime(@Nullable String polId, LocalDateTime time) implements Command {

        @Override
        public String cn() {
            return Cn.SET_TIME;
        }

        @Override
        public List<Item> items() {
            return Values.items("PolId", polId, "SystemTime", Timestamps.seconds(time));
        }
    }

    /** Sets the interval of real-time data, 30..3600 seconds (CN 1062). */
    record SetRealtimeInterval(int seconds) implements Command {

        /** Checks the range. */
        public SetRealtimeInterval {
            Values.require(seconds >= 30 && seconds <= 3600, "RtdInterval is not 30 to 3600 seconds");
        }

        @Override
        public String cn() {
            return Cn.SET_REALTIME_INTERVAL;
        }

        @Override
        public List<Item> items() {
            return Values.items("RtdInterval", Integer.toString(seconds));
        }
    }

    /** Sets the interval of minute records (CN 1064): 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes. */
    record SetMinuteInterval(int minutes) implements Command {

        private static final Set<Integer> ALLOWED = Set.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);

        /** Checks the value. */
        public SetMinuteInterval {
            Values.require(ALLOWED.contains(minutes), "MinInterval is no part of an hour");
        }

        @Override
        public String cn() {
            return Cn.SET_MINUTE_INTERVAL;
        }

        @Override
        public List<Item> items() {
            return Values.items("MinInterval", Integer.toString(minutes));
        }
    }

    /** Sets the device's password, 6 letters or digits (CN 1072). */
    record SetPassword(String newPassword) implements Command {

        /** Checks the characters. */
        public SetPassword {
            Values.require(newPassword.matches("[0-9A-Za-z]{1,6}"), "NewPW is not up to 6 letters or digits");
        }

        @Override
        public String cn() {
            return Cn.SET_PASSWORD;
        }

        @Override
        public List<Item> items() {
            return Values.items("NewPW", newPassword);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "SetPassword[]";
        }
    }

    /**
     * Sets the cycle of sampling of an instrument (CN 3016).
     *
     * @param start when the first sample of a day is taken, to the second
     * @param hours between two samples, 1..24
     */
    record SetSamplingCycle(@Nullable String polId, LocalTime start, int hours) implements Command {

        /** Checks the range. */
        public SetSamplingCycle {
            Values.require(hours >= 1 && hours <= 24, "Ctime is not 1 to 24 hours");
        }

        @Override
        public String cn() {
            return Cn.SET_SAMPLING_CYCLE;
        }

        @Override
        public List<Item> items() {
            return Values.items(
                    "PolId", polId, "CstartTime", Timestamps.timeOfDay(start), "Ctime", Integer.toString(hours));
        }
    }

    /**
     * Asks for logs, states or parameters (CN 3020).
     *
     * @param polId code of the instrument; null where none is meant
     * @param infoId code of table B.10, such as {@code i11001}
     * @param begin from when on, for logs; null for what holds now
     * @param end up to when, for logs; null for what holds now
     */
    record AskDeviceInfo(
            @Nullable String polId,
            String infoId,
            @Nullable LocalDateTime begin,
            @Nullable LocalDateTime end) implements Command {

        /** What holds now. */
        public AskDeviceInfo(@Nullable String polId, String infoId) {
            this(polId, infoId, null, null);
        }

        @Override
        public String cn() {
            return Cn.DEVICE_INFO;
        }

        @Override
        public List<Item> items() {
            return Values.items(
                    "PolId",
                    polId,
                    "InfoId",
                    infoId,
                    "BeginTime",
                    begin == null ? null : Timestamps.seconds(begin),
                    "EndTime",
                    end == null ? null : Timestamps.seconds(end));
        }
    }

    /**
     * Sets a parameter of an instrument (CN 3021).
     *
     * @param infoId code of table B.10, such as {@code i13004}
     */
    record SetParameter(@Nullable String polId, String infoId, String value) implements Command {

        @Override
        public String cn() {
            return Cn.SET_PARAMETER;
        }

        @Override
        public List<Item> items() {
            return Values.items("PolId", polId, "InfoId", infoId, infoId + "-Info", value);
        }
    }

    /**
     * Gives the device its next key (CN 1014, HJ 212-2025).
     *
     * @param keyCreated when it was made, as the device is to have it
     */
    record SetKey(@Nullable String keyCreated, String newKey) implements Command {

        @Override
        public String cn() {
            return Cn.KEY;
        }

        @Override
        public List<Item> items() {
            return Values.items("SKCreateTime", keyCreated, "NewSK", newKey);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "SetKey[keyCreated=" + keyCreated + "]";
        }
    }

    /** Gives the device its MN, which is that of the packet (CN 1002, HJ 212-2025); info repeats its hardware's numbers. */
    record SetMn(Map<String, String> info) implements Command {

        /** Copies the map. */
        public SetMn {
            info = Values.copy(info);
        }

        @Override
        public String cn() {
            return Cn.SET_MN;
        }

        @Override
        public List<Item> items() {
            return Values.suffixed("Info", info);
        }
    }

    /** Sets how long a limit is exceeded before it is an alarm, in seconds (CN 1001, HJ/T 212-2005). */
    record SetWarnTime(int seconds) implements Command {

        /** Checks the range. */
        public SetWarnTime {
            Values.require(seconds >= 0 && seconds <= 99_999, "WarnTime is not 0 to 99999");
        }

        @Override
        public String cn() {
            return Cn.SET_WARN_TIME;
        }

        @Override
        public List<Item> items() {
            return Values.items("WarnTime", Integer.toString(seconds));
        }
    }

    /** Asks for the alarm limits of pollutants (CN 1021, HJ/T 212-2005). */
    record AskAlarmLimits(List<String> polIds) implements Command {

        /** Copies the list. */
        public AskAlarmLimits {
            polIds = List.copyOf(polIds);
        }

        @Override
        public String cn() {
            return Cn.ALARM_LIMITS;
        }

        @Override
        public List<Item> items() {
            return polIds.stream().map(each -> Item.of("PolId", each)).toList();
        }
    }

    /**
     * Sets alarm limits (CN 1022, HJ/T 212-2005).
     *
     * @param limits {@link Measure#UP_VALUE} and {@link Measure#LOW_VALUE} by code
     */
    record SetAlarmLimits(Map<String, PollutantData> limits) implements Command {

        /** Copies the map. */
        public SetAlarmLimits {
            limits = Values.copy(limits);
        }

        @Override
        public String cn() {
            return Cn.SET_ALARM_LIMITS;
        }

        @Override
        public List<Item> items() {
            return limits.values().stream().map(PollutantData::item).toList();
        }
    }

    /** Sets where alarms go (CN 1032, HJ/T 212-2005). */
    record SetAlarmTarget(String target) implements Command {

        @Override
        public String cn() {
            return Cn.SET_ALARM_TARGET;
        }

        @Override
        public List<Item> items() {
            return Values.items("AlarmTarget", target);
        }
    }

    /** Sets when the day record is sent, {@code HHmm} (CN 1042, HJ/T 212-2005). */
    record SetReportTime(String time) implements Command {

        @Override
        public String cn() {
            return Cn.SET_REPORT_TIME;
        }

        @Override
        public List<Item> items() {
            return Values.items("ReportTime", time);
        }
    }
}
