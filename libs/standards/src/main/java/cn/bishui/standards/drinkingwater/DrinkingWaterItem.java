package cn.bishui.standards.drinkingwater;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of GB 5749-2022 tables 1, 2 and 3.
 *
 * @param item what it limits
 * @param table 1 and 2 have the regular items (常规指标), 3 the extended ones (扩展指标)
 * @param no its number, 40 to 43 for the disinfectants of table 2, 44 to 97 for table 3
 * @param group such as {@code toxicological}
 * @param limit at every point; null for the disinfectants
 * @param limitSmall for small central and dispersed supplies; null if the same
 * @param atWorks of a disinfectant where water leaves the works; null else
 * @param atEnd of a disinfectant at the end of the network; null else
 * @param contactMinutes how long a disinfectant has to act, at least; null else
 * @param when with which disinfection it is an item; always if empty
 */
public record DrinkingWaterItem(
        Item item,
        int table,
        int no,
        String group,
        @Nullable Bound limit,
        @Nullable Bound limitSmall,
        @Nullable Bound atWorks,
        @Nullable Bound atEnd,
        @Nullable BigDecimal contactMinutes,
        Set<Disinfection> when) {

    private static final int EXTENDED = 3;

    /** Keeps a copy. */
    public DrinkingWaterItem {
        when = Set.copyOf(when);
    }

    /** How water is disinfected. */
    public enum Disinfection {
        /** Liquid chlorine. */
        CHLORINE,
        /** Sodium or calcium hypochlorite. */
        HYPOCHLORITE,
        /** Chloramine. */
        CHLORAMINE,
        /** Ozone. */
        OZONE,
        /** Chlorine dioxide. */
        CHLORINE_DIOXIDE,
        /** Chlorine dioxide with chlorine. */
        COMPOUND_CHLORINE_DIOXIDE
    }

    /** Where water is taken. */
    public enum Point {
        /** Where it leaves the works (出厂水). */
        WORKS,
        /** In the network, at its end (末梢水) and at the tap. */
        NETWORK_END
    }

    /** How large a supply is. */
    public enum Supply {
        /** A central supply. */
        CENTRAL,
        /** Up to 1000 m³ a day or 10 000 people, or dispersed, where source and treatment are limited. */
        SMALL
    }

    /** Whether every water is tested for it. */
    public boolean isRegular() {
        return table != EXTENDED;
    }

    /** Whether it is an item with these disinfections. */
    public boolean appliesWith(Set<Disinfection> used) {
        return when.isEmpty() || when.stream().anyMatch(used::contains);
    }

    /** The limit at a point of a supply; empty if there is none. */
    public Optional<Bound> limit(Point point, Supply supply) {
        if (limit == null) {
            return Optional.ofNullable(point == Point.WORKS ? atWorks : atEnd);
        }
        return Optional.of(supply == Supply.SMALL && limitSmall != null ? limitSmall : limit);
    }

    static DrinkingWaterItem of(Csv.Row row) {
        String direction = row.text("direction");
        return new DrinkingWaterItem(
                Item.of(row),
                Integer.parseInt(row.text("table")),
                Integer.parseInt(row.text("no")),
                row.text("group"),
                Bound.read(row.text("limit"), direction).orElse(null),
                Bound.read(row.text("limit_small"), direction).orElse(null),
                between(row.number("works_min"), row.number("works_max")),
                between(row.number("end_min"), null),
                row.number("contact_minutes"),
                disinfections(row.list("when", ' ')));
    }

    private static Set<Disinfection> disinfections(List<String> names) {
        return names.stream()
                .map(each -> Disinfection.valueOf(each.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Bound between(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min == null) {
            return max == null ? null : new Bound.Max(max);
        }
        return max == null ? new Bound.Min(min) : new Bound.Within(min, max);
    }
}
