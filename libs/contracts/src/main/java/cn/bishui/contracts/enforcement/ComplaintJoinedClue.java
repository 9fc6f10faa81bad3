package cn.bishui.contracts.enforcement;

import java.time.Instant;

/**
 * An act that was found after a complaint was added to the evidence of a clue that is still open. Its clock runs on.
 *
 * @param complaint id of the complaint
 */
public record ComplaintJoinedClue(String clue, String complaint, Instant joinedAt) implements EnforcementFact {}
