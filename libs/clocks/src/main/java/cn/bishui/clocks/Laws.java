package cn.bishui.clocks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which law holds on which day, and where the articles of a replaced one went. */
public final class Laws {

    private static final List<Law> ALL = Csv.resource("laws.csv").stream()
            .map(row -> new Law(
                    Csv.text(row, "id"),
                    Csv.text(row, "zh"),
                    Objects.requireNonNull(Csv.date(row, "valid_from")),
                    Csv.date(row, "valid_to"),
                    Csv.text(row, "replaced_by"),
                    Csv.text(row, "status")))
            .toList();

    private static final List<Succession> SUCCESSIONS = Csv.resource("articles.csv").stream()
            .map(row -> new Succession(
                    new Citation(Csv.text(row, "old_law"), Csv.text(row, "old_articles")),
                    new Citation(Csv.text(row, "new_law"), Csv.text(row, "new_articles")),
                    Csv.text(row, "matter"),
                    Csv.text(row, "note")))
            .toList();

    private static final List<Repeal> REPEALS = Csv.resource("repeals.csv").stream()
            .map(row -> new Repeal(
                    Csv.text(row, "law"),
                    new Citation(Csv.text(row, "by"), Csv.text(row, "article")),
                    Csv.text(row, "repealed").equals("yes"),
                    Csv.text(row, "status")))
            .toList();

    private static final List<Note> NOTES = Csv.resource("law-notes.csv").stream()
            .map(row -> new Note(Csv.text(row, "id"), Csv.text(row, "kind"), Csv.text(row, "text")))
            .toList();

    private Laws() {}

    /**
     * What an article says of another law.
     *
     * @param law its Chinese name
     * @param by the article
     * @param repealed whether it repeals it; else it lets it stand
     * @param status whether that was read, or is a reading
     */
    public record Repeal(String law, Citation by, boolean repealed, String status) {}

    /**
     * Something to know about the law, in words.
     *
     * @param kind {@code source}, {@code rule} or {@code competence}
     */
    public record Note(String id, String kind, String text) {}

    /** Every law, rule and standard in every version. */
    public static List<Law> all() {
        return ALL;
    }

    /** Those in force on a day. */
    public static List<Law> at(LocalDate day) {
        return ALL.stream().filter(law -> law.holdsOn(day)).toList();
    }

    /**
     * A law by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Law law(String id) {
        return ALL.stream()
                .filter(law -> law.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no law " + id));
    }

    /**
     * Where an article went; several rows if its paragraphs went to different ones, none if it was not compared.
     *
     * @param law id of the old law
     * @param article such as {@code 83(2)}, or {@code 83} for all its paragraphs
     */
    public static List<Succession> successors(String law, String article) {
        return SUCCESSIONS.stream()
                .filter(each -> each.old().law().equals(law) && each.old().covers(article))
                .toList();
    }

    /** Where an article came from; see {@link #successors} for the parameters. */
    public static List<Succession> predecessors(String law, String article) {
        return SUCCESSIONS.stream()
                .filter(each -> each.now().law().equals(law) && each.now().covers(article))
                .toList();
    }

    /**
     * What to cite for an act: the law of the act's day and, if that was replaced before the decision, what took its
     * place too. Which of them is lighter, and so applied (CODE 1057), is for people to judge.
     *
     * @param law id of the law that held on the day of the act
     * @param article such as {@code 83(2)}
     * @throws IllegalArgumentException if that law did not hold on the day of the act
     */
    public static List<Citation> basis(String law, String article, LocalDate act, LocalDate decision) {
        Law ofTheAct = law(law);
        if (!ofTheAct.holdsOn(act)) {
            throw new IllegalArgumentException(law + " was not law on " + act);
        }
        List<Citation> basis = new ArrayList<>();
        basis.add(new Citation(law, article));
        if (!ofTheAct.holdsOn(decision)) {
            successors(law, article).stream().map(Succession::now).distinct().forEach(basis::add);
        }
        return List.copyOf(basis);
    }

    /** What the Code's last article repeals, and what it lets stand. */
    public static List<Repeal> repeals() {
        return REPEALS;
    }

    /** What to know besides. */
    public static List<Note> notes() {
        return NOTES;
    }
}
