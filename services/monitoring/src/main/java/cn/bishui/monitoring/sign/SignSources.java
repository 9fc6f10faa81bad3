package cn.bishui.monitoring.sign;

import cn.bishui.monitoring.sign.Window.Calibration;
import cn.bishui.monitoring.sign.Window.FlagCount;
import cn.bishui.monitoring.sign.Window.Outage;
import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.monitoring.sign.Window.Sampled;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What signs are looked for in, besides records of values. */
public interface SignSources {

    /** What a device said about itself in a span of time, every version, in the order of time. */
    List<Said> said(int device, int cn, LocalDateTime from, LocalDateTime until);

    /** The silences of a device that began since a moment, in order. */
    List<Outage> outages(int device, LocalDateTime from, ZoneId zone);

    /** How the real-time data of a span of time are flagged, by code of 2017. */
    Map<String, FlagCount> flags(int device, LocalDateTime from, LocalDateTime until);

    /** What is flagged C in a span of time, in hours, minutes or real-time data. */
    List<Calibration> calibrations(int device, LocalDateTime from, LocalDateTime until);

    /** What the authority's samples of an outlet say that were taken in a span of time and are confirmed, in the order of time. */
    List<Sampled> samples(String unit, String outlet, LocalDateTime from, LocalDateTime until, ZoneId zone);

    /**
     * Every version of the records of a window as they are kept.
     *
     * @param cns command numbers; {@link Observation#SILENCES} for silences
     */
    Frozen evidence(int device, Set<Integer> cns, LocalDateTime from, LocalDateTime until, ZoneId zone);

    /**
     * Records as they were frozen.
     *
     * @param leftOut how many of the window there were besides, the latest ones
     */
    record Frozen(Evidence evidence, long leftOut) {}
}
