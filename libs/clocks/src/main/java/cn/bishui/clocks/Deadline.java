package cn.bishui.clocks;

import java.time.LocalDate;

/**
 * When something is due, and why.
 *
 * @param due the last day on which it is in time
 * @param provisional whether it was counted over days that no notice has settled yet; count again when it is loaded
 * @param rule id of the rule's version in {@code legal-clocks.csv}, such as {@code ENF-FILE-OLD}
 * @param source the law, such as {@code MEE30 18-19}
 */
public record Deadline(LocalDate due, boolean provisional, String rule, String source) {}
