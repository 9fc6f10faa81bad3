package cn.bishui.enforcement.clue;

import java.time.Instant;

/**
 * The head agreed with a proposal, which ended the clue's clock.
 *
 * @param by account of the head
 */
public record Agreement(String by, Instant at) {}
