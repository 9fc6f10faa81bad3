package cn.bishui.enforcement.clue;

import java.time.Instant;

/**
 * What an inspector proposes to decide on a clue.
 *
 * @param reason why, in Chinese; for {@link FilingDecision#DISMISS} fit for publication
 * @param by account of the inspector
 */
public record Proposal(FilingDecision decision, String reason, String by, Instant at) {}
