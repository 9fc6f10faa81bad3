package cn.bishui.contracts.enforcement;

import java.time.Instant;

/**
 * A further exceedance of the same outlet was added to the evidence of a clue that is still open. Its clock runs on.
 *
 * @param exceedance id of the exceedance
 */
public record ExceedanceJoinedClue(String clue, String exceedance, Instant joinedAt) implements EnforcementFact {}
