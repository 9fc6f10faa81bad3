package cn.bishui.contracts.enforcement;

import java.time.Instant;

/**
 * It was decided not to file a case (不予立案) on a clue.
 *
 * @param reason why, in Chinese, fit for publication
 */
public record ClueDismissed(String clue, String unit, String unitName, String reason, Instant dismissedAt)
        implements EnforcementFact {}
