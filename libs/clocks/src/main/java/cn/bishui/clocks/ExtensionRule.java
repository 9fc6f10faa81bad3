package cn.bishui.clocks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule lets its clock be made longer, at most once.
 *
 * @param rule id of the rule's version
 * @param step names it among the rule's extensions, such as {@code head}
 * @param after the step that must have been taken before; empty if none
 * @param adds whether the amount comes on top or is the whole new term
 * @param atMost greatest amount, in the clock's own unit; null where the law leaves it to who approves
 * @param approvedBy who approves, in words
 * @param must what has to be done with it, such as telling the reporter; empty if nothing
 * @param source the law
 * @param status {@code verified} against the text, or {@code memory}: not yet
 */
public record ExtensionRule(
        String rule,
        String step,
        String after,
        Adds adds,
        @Nullable Integer atMost,
        String approvedBy,
        String must,
        String source,
        String status) {

    /** What the amount of an extension is. */
    public enum Adds {
        /** Comes on top of the term. */
        BY,
        /** Is the whole term from the event on. */
        TO
    }

    /** The term after this extension. */
    int total(int before, int amount) {
        return adds == Adds.BY ? before + amount : amount;
    }

    /** Whether this extension may have that amount where the term is {@code before}. */
    boolean allows(int before, int amount) {
        int least = adds == Adds.BY ? 1 : before + 1;
        // where the law sets no bound, what can be counted does
        int most = Objects.requireNonNullElse(atMost, WorkingDays.MOST_DAYS - (adds == Adds.BY ? before : 0));
        return amount >= least && amount <= most;
    }

    static List<ExtensionRule> shipped() {
        return Csv.resource("extensions.csv").stream().map(ExtensionRule::of).toList();
    }

    private static ExtensionRule of(Map<String, String> row) {
        String most = Csv.text(row, "at_most");
        return new ExtensionRule(
                Csv.text(row, "rule"),
                Csv.text(row, "step"),
                Csv.text(row, "after"),
                Adds.valueOf(Csv.text(row, "adds").toUpperCase(Locale.ROOT)),
                most.isEmpty() ? null : Integer.valueOf(most),
                Csv.text(row, "approved_by"),
                Csv.text(row, "must"),
                Csv.text(row, "source"),
                Csv.text(row, "status"));
    }
}
