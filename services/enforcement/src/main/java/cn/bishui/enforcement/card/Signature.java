package cn.bishui.enforcement.card;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The head signed.
 *
 * @param by account of the head
 * @param shownOn the day on which the card is shown
 */
public record Signature(String by, Instant at, LocalDate shownOn) {}
