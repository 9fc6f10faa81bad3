package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is wrong with a table that is to be taken over, cell by cell, in the reader's language. */
public final class SheetFaults {

    private static final int LETTERS = 26;

    private final Texts texts;
    private final List<Told> told = new ArrayList<>();

    /** A sentence, and what it is about; column 0 for a whole row. */
    private record Told(int row, int column, String words) {}

    /** Nothing is wrong yet. */
    public SheetFaults(Texts texts) {
        this.texts = texts;
    }

    /** A cell that cannot be read. */
    public void add(Sheet.Fault fault) {
        tell(
                fault.cell(),
                texts.of(
                        fault.head().isEmpty() ? "judge.fault.cell" : "judge.fault",
                        fault.cell(),
                        words(fault.why(), texts),
                        fault.head()));
    }

    /** What a label of a row says cannot be used; the row is named where the table has no such column. */
    public void add(Sheet.Row row, List<String> heads, RuleBroken why) {
        row.cell(heads)
                .ifPresentOrElse(
                        cell -> tell(cell.name(), texts.of("judge.fault", cell.name(), words(why, texts), cell.head())),
                        () -> add(row.number(), why));
    }

    /** A whole row cannot be used. */
    public void add(int row, RuleBroken why) {
        told.add(new Told(row, 0, texts.of("import.row", row, words(why, texts))));
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
        return told.isEmpty();
    }

    /** A sentence for each, row by row and from left to right. */
    public List<String> words() {
        return told.stream()
                .sorted(Comparator.comparingInt(Told::row).thenComparingInt(Told::column))
                .map(Told::words)
                .toList();
    }

    private void tell(String cell, String words) {
        int column = 0;
        int at = 0;
        while (at < cell.length() && Character.isLetter(cell.charAt(at))) {
            column = column * LETTERS + cell.charAt(at) - 'A' + 1;
            at++;
        }
        told.add(new Told(Integer.parseInt(cell.substring(at)), column, words));
    }

    /** The sentence of a rule that is broken. */
    public static String words(RuleBroken broken, Texts texts) {
        return texts.of("rule." + broken.code(), broken.arguments().toArray());
    }
}
