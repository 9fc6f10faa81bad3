package cn.bishui.enforcement.clue;

import java.time.Instant;

/**
 * The head did not agree with a proposal.
 *
 * @param reason what is wrong with it
 * @param by account of the head
 */
public record SentBack(String reason, String by, Instant at) {}
