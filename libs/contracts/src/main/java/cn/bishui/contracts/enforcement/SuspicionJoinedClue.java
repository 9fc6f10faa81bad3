package cn.bishui.contracts.enforcement;

import java.time.Instant;

/**
 * A sign of tampering became evidence of a clue: of one that it led to, which {@link ClueOpened} told before, or of one that
 * is still open.
 *
 * @param number what people call the clue, such as {@code XS-2026-0001}
 * @param suspicion id that monitoring gave the suspicion
 */
public record SuspicionJoinedClue(String clue, String number, String suspicion, Instant joinedAt)
        implements EnforcementFact {}
