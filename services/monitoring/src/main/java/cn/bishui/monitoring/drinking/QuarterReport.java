package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.assessment.Period;
import java.time.Instant;
import java.util.List;

/**
 * What was approved of a quarter for publication; never changed. A later revision corrects it.
 *
 * @param revision 1, and one more for each correction
 * @param digest of the quarter as it was approved
 * @param points as they were approved
 * @param incompleteReason why it was approved though something was missing; empty if nothing was
 * @param correctionReason why it corrects the one before; empty for the first
 * @param approvedBy username
 */
public record QuarterReport(
        Period quarter,
        int revision,
        String digest,
        List<PointResult> points,
        String incompleteReason,
        String correctionReason,
        String approvedBy,
        Instant approvedAt) {

    /** Keeps a copy. */
    public QuarterReport {
        points = List.copyOf(points);
    }

    /** Whether what is known now is something else: then it is to be corrected. */
    public boolean isOutdatedBy(DrinkingQuarter now) {
        return !digest.equals(now.digest());
    }

    /** What the audit log calls a quarter. */
    public static String subject(Period quarter) {
        return "drinking/" + quarter.text();
    }
}
