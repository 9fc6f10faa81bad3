package cn.bishui.enforcement.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The articles by the day that counts. Where the law changed between the act and the decision both hold, since the
 * newer one is used where it is lighter (生态环境法典 art 1057, 行政处罚法 art 37).
 */
public final class LegalBases {

    /** The first day of the ecology and environment code (生态环境法典). */
    private static final LocalDate CODE = LocalDate.of(2026, 8, 15);

    private static final List<LegalBasis> ALL = read();

    private LegalBases() {}

    /** Every article that is known. */
    public static List<LegalBasis> all() {
        return ALL;
    }

    /** What is law on a matter on a day. */
    public static List<LegalBasis> on(Matter matter, LocalDate day) {
        return of(matter, List.of(day), day);
    }

    /**
     * What counts for acts of some days that are decided on another.
     *
     * @param acts the days of the acts
     * @param decision the day of the decision
     */
    public static List<LegalBasis> of(Matter matter, Collection<LocalDate> acts, LocalDate decision) {
        return ALL.stream()
                .filter(basis -> basis.matter() == matter)
                .filter(basis -> basis.holdsOn(decision) || acts.stream().anyMatch(basis::holdsOn))
                .toList();
    }

    /** What says which law holds, where the law changed between an act and the decision; else nothing. */
    public static List<LegalBasis> onChange(Collection<LocalDate> acts, LocalDate decision) {
        boolean changed = !decision.isBefore(CODE) && acts.stream().anyMatch(day -> day.isBefore(CODE));
        return changed ? on(Matter.CHANGE_OF_LAW, decision) : List.of();
    }

    private static List<LegalBasis> read() {
        var stream = Objects.requireNonNull(LegalBases.class.getResourceAsStream("legal-bases.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(LegalBases::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LegalBasis parse(String line) {
        String[] fields = line.split(",", -1);
        return new LegalBasis(
                Matter.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                fields[1],
                LocalDate.parse(fields[2]),
                fields[3].isEmpty() ? null : LocalDate.parse(fields[3]),
                fields[4].equals("verified"));
    }
}
