package cn.bishui.standards;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules and figures of judging, by the day on which they hold. What the texts leave open, or what was not read, is a
 * row here with its doubt; a district that knows better lays its own rows over them.
 */
public final class Rules {

    private static final Rules STANDARD = new Rules(rows(Csv.resource("rules.csv")));

    private static final Rules FRAUD_SIGNS = new Rules(rows(Csv.resource("fraud-signs.csv")));

    /** By id; of those that hold on the same day the first counts. */
    private final Map<String, List<Rule>> byId;

    private Rules(List<Rule> rules) {
        Map<String, List<Rule>> sorted = new LinkedHashMap<>();
        rules.forEach(each ->
                sorted.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
        byId = sorted;
    }

    /** Those of {@code rules.csv}. */
    public static Rules standard() {
        return STANDARD;
    }

    /** Those of {@code fraud-signs.csv}: by what signs measurements are suspected of tampering. */
    public static Rules fraudSigns() {
        return FRAUD_SIGNS;
    }

    /**
     * These with others laid over them: a row takes the place of those of the same id on the days on which it holds.
     *
     * @param csv with the columns of {@code rules.csv}
     * @throws IllegalArgumentException if a row has an id that no rule here has
     */
    public Rules with(Reader csv) throws IOException {
        List<Rule> together = new ArrayList<>(rows(Csv.read(csv)));
        for (Rule each : together) {
            if (!byId.containsKey(each.id())) {
                throw new IllegalArgumentException("There is no rule " + each.id());
            }
        }
        byId.values().forEach(together::addAll);
        return new Rules(together);
    }

    /**
     * A rule as it holds on a day.
     *
     * @throws IllegalArgumentException if none of that id does
     */
    public Rule rule(String id, LocalDate day) {
        return find(id, day).orElseThrow(() -> new IllegalArgumentException("There is no rule " + id + " on " + day));
    }

    /** Every rule that holds on a day. */
    public List<Rule> on(LocalDate day) {
        return byId.keySet().stream().flatMap(id -> find(id, day).stream()).toList();
    }

    private Optional<Rule> find(String id, LocalDate day) {
        for (Rule each : byId.getOrDefault(id, List.of())) {
            if (each.basis().holdsOn(day)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static List<Rule> rows(List<Csv.Row> rows) {
        return rows.stream()
                .map(row -> new Rule(
                        row.text("id"),
                        row.number("value"),
                        row.text("unit"),
                        row.text("zh"),
                        row.text("en"),
                        Basis.of(row)))
                .toList();
    }
}
