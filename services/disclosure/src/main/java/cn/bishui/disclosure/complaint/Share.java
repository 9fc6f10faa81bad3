package cn.bishui.disclosure.complaint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share, or a mean, as the public is told it: made of the months that tell what it is a share of.
 *
 * @param value from 0 to 1 with two decimals; a mean rating from 1 to 5 with one; null where it is not told at all
 * @param of how many complaints it is made of
 * @param suppressed whether a month is left out
 */
public record Share(@Nullable BigDecimal value, int of, boolean suppressed) {}
