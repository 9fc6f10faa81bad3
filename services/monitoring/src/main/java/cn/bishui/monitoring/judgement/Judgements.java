package cn.bishui.monitoring.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every finding about a day's mean. */
public interface Judgements {

    /** The latest findings about a day of a device, by pollutant. */
    Map<String, Latest> latest(int device, LocalDate day);

    /** The latest findings at a permit's outlets that still lack a limit, in the order of outlet and day. */
    List<Waiting> withoutLimit(String permit);

    /** Adds a finding, which is the latest from now on. */
    void add(DayJudgement judgement);

    /**
     * What is needed of a finding to see whether a new one is due.
     *
     * @param reason code of a {@link Finding.Reason}, null if it was judged
     */
    record Latest(
            int revision,
            @Nullable BigDecimal mean,
            @Nullable String flag,
            @Nullable String reason) {}

    /** A mean that waits for a limit. */
    record Waiting(Place place, LocalDate day, DayValue value, int revision) {}
}
