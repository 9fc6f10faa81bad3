package cn.bishui.hj212;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a device tells, of its own accord or because it was asked. Times are those of the device, to the second. */
public sealed interface Upload extends Message.FromDevice {

    /**
     * Measured values, of a moment or of a period.
     *
     * @param dataTime moment of collection, or start of the period, as the kind has it
     * @param pollutants by code, in the order sent
     */
    record Measured(Kind kind, LocalDateTime dataTime, Map<String, PollutantData> pollutants) implements Upload {

        /** Copies the map. */
        public Measured {
            pollutants = Values.copy(pollutants);
        }

        /** Values of a moment or period. */
        public static Measured of(Kind kind, LocalDateTime dataTime, PollutantData... pollutants) {
            return new Measured(kind, dataTime, Values.byCode(pollutants));
        }

        @Override
        public String cn() {
            return kind.cn;
        }

        @Override
        public List<Item> items() {
            return Values.and(
                    Values.items("DataTime", Timestamps.seconds(dataTime)),
                    pollutants.values().stream().map(PollutantData::item).toList());
        }

        /** Which values. */
        public enum Kind {
            /** Values of a moment. */
            REALTIME(Cn.REALTIME),
            /** Records of some minutes. */
            MINUTES(Cn.MINUTES),
            /** Records of an hour. */
            HOUR(Cn.HOUR),
            /** Records of a day. */
            DAY(Cn.DAY),
            /** Alarms of the past, HJ/T 212-2005. */
            ALARMS(Cn.ALARMS),
            /** Raw data, HJ 212-2025. */
            RAW(Cn.RAW),
            /** A single noise measurement, HJ 212-2025. */
            NOISE(Cn.NOISE),
            /** A check against a standard sample, HJ 212-2025: SampleRd, StandardValue, ResultType. */
            STANDARD_CHECK(Cn.STANDARD_CHECK),
            /** The five-minute mean of a furnace's temperature, HJ 212-2025. */
            FURNACE(Cn.FURNACE);

            private final String cn;

            Kind(String cn) {
                this.cn = cn;
            }

            /** Command number. */
            public String cn() {
                return cn;
            }

            static @Nullable Kind of(String cn) {
                for (Kind each : values()) {
                    if (each.cn.equals(cn)) {
                        return each;
                    }
                }
                return null;
            }
        }
    }

    /**
     * The states of treatment facilities (CN 2021).
     *
     * @param dataTime moment of collection
     * @param states by facility such as {@code SB1}, see {@link FacilityState}; makers may have more of them
     */
    record FacilityStates(LocalDateTime dataTime, Map<String, Integer> states) implements Upload {

        /** Copies the map. */
        public FacilityStates {
            states = Values.copy(states);
        }

        @Override
        public String cn() {
            return Cn.FACILITY_STATES;
        }

        @Override
        public List<Item> items() {
            return Values.and(Values.items("DataTime", Timestamps.seconds(dataTime)), Values.suffixed("RS", states));
        }

        /** The state of a facility, if it was sent and is one of the standard. */
        public Optional<FacilityState> state(String facility) {
            return Optional.ofNullable(states.get(facility)).flatMap(FacilityState::of);
        }
    }

    /**
     * How long treatment facilities ran in a day (CN 2041).
     *
     * @param dataTime start of the day
     * @param hours 0..24 by facility
     */
    record FacilityHours(LocalDateTime dataTime, Map<String, BigDecimal> hours) implements Upload {

        /** Copies the map. */
        public FacilityHours {
            hours = Values.copy(hours);
        }

        @Override
        public String cn() {
            return Cn.FACILITY_HOURS;
        }

        @Override
        public List<Item> items() {
            return Values.and(Values.items("DataTime", Timestamps.seconds(dataTime)), Values.suffixed("RT", hours));
        }
    }

    /** The logger was switched on at restartTime (CN 2081). */
    record Restart(LocalDateTime dataTime, LocalDateTime restartTime) implements Upload {

        @Override
        public String cn() {
            return Cn.RESTART;
        }

        @Override
        public List<Item> items() {
            return Values.items(
                    "DataTime", Timestamps.seconds(dataTime), "RestartTime", Timestamps.seconds(restartTime));
        }
    }

    /**
     * The time of an instrument or of the logger (CN 1011).
     *
     * @param polId code of the instrument; null for the logger
     */
    record DeviceTime(@Nullable String polId, LocalDateTime systemTime) implements Upload {

        @Override
        public String cn() {
            return Cn.TIME;
        }

        @Override
        public List<Item> items() {
            return Values.items("PolId", polId, "SystemTime", Timestamps.seconds(systemTime));
        }
    }

    /**
     * Asks the centre to set the time of an instrument or of the logger: a notice (CN 1013).
     *
     * @param polId code of the instrument; null for the logger
     */
    record TimeRequest(@Nullable String polId) implements Upload {

        @Override
        public String cn() {
            return Cn.TIME_REQUEST;
        }

        @Override
        public List<Item> items() {
            return Values.items("PolId", polId);
        }
    }

    /** The interval of real-time data in seconds (CN 1061). */
    record RealtimeInterval(int seconds) implements Upload {

        @Override
        public String cn() {
            return Cn.REALTIME_INTERVAL;
        }

        @Override
        public List<Item> items() {
            return Values.items("RtdInterval", Integer.toString(seconds));
        }
    }

    /** The interval of minute records in minutes (CN 1063). */
    record MinuteInterval(int minutes) implements Upload {

        @Override
        public String cn() {
            return Cn.MINUTE_INTERVAL;
        }

        @Override
        public List<Item> items() {
            return Values.items("MinInterval", Integer.toString(minutes));
        }
    }

    /**
     * A sample was kept because a limit was exceeded (CN 3015).
     *
     * @param dataTime when
     * @param bottle in which bottle, 1..99
     */
    record RetainedSample(LocalDateTime dataTime, int bottle) implements Upload {

        @Override
        public String cn() {
            return Cn.RETAIN_SAMPLE;
        }

        @Override
        public List<Item> items() {
            return Values.items("DataTime", Timestamps.seconds(dataTime), "VaseNo", Integer.toString(bottle));
        }
    }

    /**
     * The cycle of sampling of an instrument (CN 3017).
     *
     * @param start when the first sample of a day is taken
     * @param hours between two samples, 1..24
     */
    record SamplingCycle(@Nullable String polId, LocalTime start, int hours) implements Upload {

        @Override
        public String cn() {
            return Cn.SAMPLING_CYCLE;
        }

        @Override
        public List<Item> items() {
            return Values.items(
                    "PolId", polId, "CstartTime", Timestamps.timeOfDay(start), "Ctime", Integer.toString(hours));
        }
    }

    /** How many minutes sampling takes, 1..120 (CN 3018). */
    record SamplingDuration(@Nullable String polId, int minutes) implements Upload {

        @Override
        public String cn() {
            return Cn.SAMPLING_DURATION;
        }

        @Override
        public List<Item> items() {
            return Values.items("PolId", polId, "Stime", Integer.toString(minutes));
        }
    }

    /**
     * The numbers of instruments (CN 3019).
     *
     * @param dataTime when an instrument was replaced; null if the centre asked
     * @param numbers 24 hexadecimal digits by code of the instrument
     */
    record InstrumentNumbers(@Nullable LocalDateTime dataTime, Map<String, String> numbers) implements Upload {

        /** Checks that there is one and copies the map. */
        public InstrumentNumbers {
            Values.require(!numbers.isEmpty(), "There is no instrument's number (SN)");
            numbers = Values.copy(numbers);
        }

        @Override
        public String cn() {
            return Cn.INSTRUMENT_NUMBER;
        }

        @Override
        public List<Item> items() {
            String polId = numbers.size() == 1 ? numbers.keySet().iterator().next() : null;
            return Values.and(
                    Values.items("DataTime", dataTime == null ? null : Timestamps.seconds(dataTime), "PolId", polId),
                    Values.suffixed("SN", numbers));
        }
    }

    /**
     * Logs, states or parameters of an instrument or of the logger (CN 3020).
     *
     * @param dataTime when the log was written, the state began or the parameter was changed
     * @param polId code of the instrument; null where none is meant
     * @param info as sent, by code of table B.10 such as {@code i12001}
     */
    record DeviceInfo(LocalDateTime dataTime, @Nullable String polId, Map<String, String> info) implements Upload {

        private static final String LOG_MARK = "//";

        /** Copies the map. */
        public DeviceInfo {
            info = Values.copy(info);
        }

        /** A line of a log. */
        public static DeviceInfo log(LocalDateTime dataTime, @Nullable String polId, String code, String text) {
            return new DeviceInfo(dataTime, polId, Map.of(code, LOG_MARK + text + LOG_MARK));
        }

        @Override
        public String cn() {
            return Cn.DEVICE_INFO;
        }

        @Override
        public List<Item> items() {
            return Values.and(
                    Values.items("DataTime", Timestamps.seconds(dataTime), "PolId", polId),
                    Values.suffixed("Info", info));
        }

        /** What is said under a code, without the slashes around a log. */
        public Optional<String> text(String code) {
            return Optional.ofNullable(info.get(code)).map(text -> {
                boolean marked =
                        text.length() >= 2 * LOG_MARK.length() && text.startsWith(LOG_MARK) && text.endsWith(LOG_MARK);
                return marked ? text.substring(LOG_MARK.length(), text.length() - LOG_MARK.length()) : text;
            });
        }

        /** What a code is about (table B.9). */
        public static Topic topic(String code) {
            return switch (code.length() < 3 ? 0 : code.charAt(2)) {
                case '1' -> Topic.LOG;
                case '2' -> Topic.STATE;
                case '3' -> Topic.PARAMETER;
                default -> Topic.OTHER;
            };
        }

        /** See {@link #topic}. */
        public enum Topic {
            /** A line of a log. */
            LOG,
            /** A state, such as of alarm. */
            STATE,
            /** A parameter, such as a range. */
            PARAMETER,
            /** Anything else. */
            OTHER
        }
    }

    /** The connection is alive: a notice (CN 9015, HJ 212-2025). */
    record Heartbeat() implements Upload {

        @Override
        public String cn() {
            return Cn.HEARTBEAT;
        }

        @Override
        public List<Item> items() {
            return List.of();
        }
    }

    /**
     * The serial numbers of the logger's hardware (CN 1001, HJ 212-2025).
     *
     * @param info by code, such as {@code i23005} for the logger's and {@code i23006} for the processor's
     */
    record Hardware(Map<String, String> info) implements Upload {

        /** Copies the map. */
        public Hardware {
            info = Values.copy(info);
        }

        @Override
        public String cn() {
            return Cn.HARDWARE;
        }

        @Override
        public List<Item> items() {
            return Values.suffixed("Info", info);
        }
    }

    /** Asks for the next key (CN 1014, HJ 212-2025); keyCreated tells when the present one was made, as sent. */
    record KeyRequest(@Nullable String keyCreated) implements Upload {

        @Override
        public String cn() {
            return Cn.KEY;
        }

        @Override
        public List<Item> items() {
            return Values.items("SKCreateTime", keyCreated);
        }
    }

    /**
     * Limits beyond which the device gives alarm (CN 1021, HJ/T 212-2005).
     *
     * @param limits {@link Measure#UP_VALUE} and {@link Measure#LOW_VALUE} by code
     */
    record AlarmLimits(Map<String, PollutantData> limits) implements Upload {

        /** Copies the map. */
        public AlarmLimits {
            limits = Values.copy(limits);
        }

        @Override
        public String cn() {
            return Cn.ALARM_LIMITS;
        }

        @Override
        public List<Item> items() {
            return limits.values().stream().map(PollutantData::item).toList();
        }
    }

    /** Where alarms go, such as a telephone number (CN 1031, HJ/T 212-2005). */
    record AlarmTarget(String target) implements Upload {

        @Override
        public String cn() {
            return Cn.ALARM_TARGET;
        }

        @Override
        public List<Item> items() {
            return Values.items("AlarmTarget", target);
        }
    }

    /** When the day record is sent, {@code HHmm} (CN 1041, HJ/T 212-2005). */
    record ReportTime(String time) implements Upload {

        @Override
        public String cn() {
            return Cn.REPORT_TIME;
        }

        @Override
        public List<Item> items() {
            return Values.items("ReportTime", time);
        }
    }

    /** Alarms began or ended (CN 2072, HJ/T 212-2005). */
    record AlarmEvent(LocalDateTime alarmTime, List<Alarm> alarms) implements Upload {

        private static final String VALUE = "-Ala";
        private static final String TYPE = "AlarmType";

        /** Copies the list. */
        public AlarmEvent {
            alarms = List.copyOf(alarms);
        }

        @Override
        public String cn() {
            return Cn.ALARM_EVENT;
        }

        @Override
        public List<Item> items() {
            List<Item> items = Values.items("AlarmTime", Timestamps.seconds(alarmTime));
            for (Alarm each : alarms) {
                items.add(Item.of(
                        new Field(each.code() + VALUE, each.value().toPlainString()), new Field(TYPE, each.type())));
            }
            return items;
        }

        static List<Alarm> alarms(List<Item> items) {
            List<Alarm> alarms = new ArrayList<>();
            for (Item item : items) {
                String type = "";
                Field value = null;
                for (Field field : item.fields()) {
                    if (field.name().endsWith(VALUE) && value == null) {
                        value = field;
                    } else if (field.name().equals(TYPE)) {
                        type = field.value();
                    }
                }
                if (value != null) {
                    String code = value.name().substring(0, value.name().length() - VALUE.length());
                    alarms.add(new Alarm(code, Values.decimal(value.name(), value.value()), type));
                }
            }
            return alarms;
        }

        /**
         * One of them.
         *
         * @param code of the pollutant
         * @param value measured
         * @param type as sent: {@code 1} where it began, {@code 0} where it ended; empty if not sent
         */
        public record Alarm(String code, BigDecimal value, String type) {}
    }
}
