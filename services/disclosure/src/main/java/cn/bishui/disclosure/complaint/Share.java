package cn.bishui.disclosure.complaint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share, or a mean, as the public is told it: made of the months and rows of which it may be told.
 *
 * @param value from 0 to 1 with two decimals; a mean rating from 1 to 5 with one; null where it is not told at all
 * @param of how many complaints it is made of
 * @param suppressed whether some are left out, or all
 */
public record Share(@Nullable BigDecimal value, int of, boolean suppressed) {}
