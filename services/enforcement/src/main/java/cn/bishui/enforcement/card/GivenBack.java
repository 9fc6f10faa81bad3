package cn.bishui.enforcement.card;

import java.time.Instant;

/**
 * The head did not sign a draft.
 *
 * @param reason what is wrong with it
 * @param by account of the head
 */
public record GivenBack(String reason, String by, Instant at) {}
