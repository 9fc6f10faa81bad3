package cn.bishui.monitoring.hourwarning;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Pollutant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warnings that were told. */
public interface HourlyWarnings {

    /**
     * Adds warnings in one statement.
     *
     * @return ids of those that were not there before
     */
    Set<String> add(Collection<Warning> warnings, Instant toldAt);

    /** What was told about some hours, held until the transaction ends; one statement. */
    List<Told> of(Collection<Hour> hours);

    /** What was told by the limits of a permit, held until the transaction ends. */
    List<Told> ofPermit(String permit);

    /**
     * Keeps a warning as it was found anew; where the revision rose, what it said before stays known.
     *
     * @param seenAgain whether somebody has to see it once more
     */
    void keep(Told found, Reason reason, boolean seenAgain, Instant at);

    /** Notes the order to keep a sample on all warnings of an hour of a device. */
    void keepsSample(int device, LocalDateTime hour, long command);

    /** Whether a sample of an hour was ordered. */
    boolean sampleOrdered(int device, LocalDateTime hour);

    /**
     * Somebody has seen it.
     *
     * @return false if somebody had before, or it is withdrawn
     */
    boolean acknowledge(String id, String by, Instant at);

    /** Whether a warning stands; null if there is none. */
    @Nullable
    Boolean stands(String id);

    /** An hour of a device; its beginning, the device's local time. */
    record Hour(int device, LocalDateTime hour) {}

    /** Why an hour was looked at anew. */
    enum Reason {
        /** Its record was sent otherwise. */
        CHANGED_DATA("changed-data"),
        /** The permit's limit of that hour is another. */
        LIMIT_CHANGED("limit-changed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As it is written in facts and in the database. */
        public String code() {
            return code;
        }
    }

    /**
     * A warning as it was told last.
     *
     * @param revision 0 as it was told first
     * @param stands false when it is withdrawn
     * @param value of the hour now, in the unit of the limit; null where its record has none that is valid
     * @param recordVersion of the hour record that was looked at; 0 where it is not known
     */
    record Told(
            String id,
            int device,
            String mn,
            String unit,
            String outlet,
            String pollutant,
            LocalDateTime hour,
            String permit,
            int revision,
            boolean stands,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable BigDecimal multiple,
            @Nullable String limitSet,
            int recordVersion) {

        /** The hour it is about. */
        Hour at() {
            return new Hour(device, hour);
        }

        /**
         * As it is found now. Another revision where there is something to tell: it stands or not, other than before, or it
         * stands with other figures.
         *
         * @param mean of the hour in the unit of the limit; null where there is none that is valid
         * @param set the limit that holds in that hour; null where there is none
         */
        Told found(@Nullable BigDecimal mean, Permit.@Nullable SetLimit set, int version) {
            Judgement judged = mean == null || set == null ? null : Judgement.of(mean, set.limit());
            boolean over = judged != null && judged.exceeds();
            BigDecimal min = set == null ? null : set.limit().min();
            BigDecimal max = set == null ? null : set.limit().max();
            boolean other = over != stands || (over && !(same(value, mean) && same(lower, min) && same(upper, max)));
            return new Told(
                    id,
                    device,
                    mn,
                    unit,
                    outlet,
                    pollutant,
                    hour,
                    permit,
                    other ? revision + 1 : revision,
                    over,
                    mean,
                    min,
                    max,
                    judged == null ? null : judged.multiple(),
                    set == null ? null : set.limitSet(),
                    version);
        }

        /** The bound that is broken; null unless it stands. */
        @Nullable
        BigDecimal broken() {
            if (!stands || value == null) {
                return null;
            }
            return lower != null && value.compareTo(lower) < 0 ? lower : upper;
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null ? other == null : other != null && one.compareTo(other) == 0;
        }
    }

    /**
     * An hour over the limit.
     *
     * @param hour beginning, the device's local time
     * @param permit that sets the limit
     */
    record Warning(
            Device device,
            Pollutant pollutant,
            LocalDateTime hour,
            Judgement judgement,
            Permit permit,
            String limitSet) {

        /** The same however often the hour is sent. */
        public String id() {
            return device.mn() + "-" + pollutant.code() + "-" + hour;
        }
    }
}
