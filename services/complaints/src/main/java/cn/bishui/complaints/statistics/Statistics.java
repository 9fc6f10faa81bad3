package cn.bishui.complaints.statistics;

import cn.bishui.complaints.complaint.Sight;
import java.time.LocalDate;

/** Counts complaints by when they were received: what became of them up to now. */
public interface Statistics {

    /**
     * Counts.
     *
     * @param from first day of receipt
     * @param to last day of receipt
     * @param sight a bureau's people count what their bureau works on
     */
    Counts count(LocalDate from, LocalDate to, Sight sight);

    /** What the calls to reporters came to in a time, by the month in which they were answered. */
    Calls calls(LocalDate from, LocalDate to);

    /** Calls that were made. */
    record Calls(long drawn, long called, long satisfied, long unsatisfied, long unreachable) {}
}
