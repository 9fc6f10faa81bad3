package cn.bishui.standards;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured beside the items of a standard: water levels of wells, chemicals that disrupt hormones, new pollutants. A
 * district lays its own rows beside them.
 */
public final class FurtherItems {

    private static final FurtherItems STANDARD = new FurtherItems(rows(Csv.resource("further-items.csv")));

    private final List<FurtherItem> all;

    private FurtherItems(List<FurtherItem> all) {
        this.all = List.copyOf(all);
        for (FurtherItem each : all) {
            mustDiffer(each);
        }
    }

    /** Those of {@code further-items.csv}. */
    public static FurtherItems standard() {
        return STANDARD;
    }

    /**
     * These with others beside them: a row takes the place of that with the same code, or the same name, on the days on which it
     * holds.
     *
     * @param csv with the columns of {@code further-items.csv}; {@code signed} and {@code valid_to} may lack
     * @throws IllegalArgumentException if a row cannot be used; the message names it and says why
     */
    public FurtherItems with(Reader csv) throws IOException {
        List<FurtherItem> together = new ArrayList<>(all);
        together.addAll(rows(Csv.read(csv)));
        return new FurtherItems(together);
    }

    /** Every row, whenever it holds; of two of the same item the later takes the place of the earlier. */
    public List<FurtherItem> all() {
        return all;
    }

    /** Those of a water on a day, each once. */
    public List<FurtherItem> of(String water, LocalDate day) {
        Map<String, FurtherItem> byKey = new LinkedHashMap<>();
        all.stream()
                .filter(each ->
                        each.waters().contains(water) && each.item().basis().holdsOn(day))
                .forEach(each -> byKey.put(each.item().key(), each));
        return List.copyOf(byKey.values());
    }

    /** One of a water by its key, whenever it holds; the latest row of it. */
    public Optional<FurtherItem> find(String water, String key) {
        return all.stream()
                .filter(each ->
                        each.waters().contains(water) && each.item().key().equals(key))
                .reduce((_, later) -> later);
    }

    /** What is written of one item must not be taken for another, nor may its unit change under values that are there. */
    private void mustDiffer(FurtherItem one) {
        Map<String, String> names = new HashMap<>();
        one.item().names().forEach(name -> names.put(name, one.item().key()));
        for (FurtherItem other : all) {
            boolean same = other.item().key().equals(one.item().key());
            if (!same && other.item().names().stream().anyMatch(names::containsKey)) {
                throw new IllegalArgumentException(
                        one.item().zh() + " and " + other.item().zh() + " share a name");
            }
            if (same && !other.item().unit().equals(one.item().unit())) {
                throw new IllegalArgumentException(one.item().zh() + " has two units: "
                        + one.item().unit() + ", " + other.item().unit());
            }
        }
    }

    private static List<FurtherItem> rows(List<Csv.Row> rows) {
        return rows.stream().map(FurtherItem::of).toList();
    }
}
