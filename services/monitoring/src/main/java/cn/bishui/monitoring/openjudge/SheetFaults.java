package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is wrong with a table that is to be taken over, cell by cell, in the reader's language. */
public final class SheetFaults {

    private final Texts texts;
    private final List<String> words = new ArrayList<>();

    /** Nothing is wrong yet. */
    public SheetFaults(Texts texts) {
        this.texts = texts;
    }

    /** A cell that cannot be read. */
    public void add(Sheet.Fault fault) {
        words.add(texts.of(
                fault.head().isEmpty() ? "judge.fault.cell" : "judge.fault",
                fault.cell(),
                words(fault.why(), texts),
                fault.head()));
    }

    /** What a label of a row says cannot be used; the row is named where the table has no such column. */
    public void add(Sheet.Row row, List<String> heads, RuleBroken why) {
        row.cell(heads)
                .ifPresentOrElse(
                        cell -> words.add(texts.of("judge.fault", cell.name(), words(why, texts), cell.head())),
                        () -> add(row.number(), why));
    }

    /** A whole row cannot be used. */
    public void add(int row, RuleBroken why) {
        words.add(texts.of("import.row", row, words(why, texts)));
    }

    /** What a label of a row says, or nothing and a fault. */
    public <T> Optional<T> read(Sheet.Row row, List<String> heads, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(row.labelled(heads)));
        } catch (RuleBroken broken) {
            add(row, heads, broken);
            return Optional.empty();
        }
    }

    /** Whether nothing is. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** A sentence for each. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** The sentence of a rule that is broken. */
    public static String words(RuleBroken broken, Texts texts) {
        return texts.of("rule." + broken.code(), broken.arguments().toArray());
    }
}
