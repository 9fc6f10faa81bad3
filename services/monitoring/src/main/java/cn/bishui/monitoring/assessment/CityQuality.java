package cn.bishui.monitoring.assessment;

import cn.bishui.standards.Item;
import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.CityIndex;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterIndex;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The water quality index of the district (CWQI, 环办监测[2017]51号), by all its sections that have values.
 *
 * @param index null where a value is above its measuring range, below a detection limit that nobody gave, or oxygen of zero
 * @param percent how it changed against the same period of the year before, in percent to 2 decimals, negative is better; null
 *     where there is none of that period, or it rests on other items
 */
public record CityQuality(
        @Nullable CityIndex index, @Nullable BigDecimal percent) {

    private static final String RULE = "index.city";

    /**
     * Of the sections of a period and of the same a year before; empty where no section has a value, and of periods before the
     * index was ruled.
     *
     * @param day last of the period
     */
    static Optional<CityQuality> of(
            SurfaceWater rules, Rules district, LocalDate day, List<Sample> now, List<Sample> yearBefore) {
        boolean ruled = district.on(day).stream().anyMatch(rule -> rule.id().equals(RULE));
        if (now.isEmpty() || !ruled) {
            return Optional.empty();
        }
        CityIndex index = index(rules, now);
        CityIndex before = yearBefore.isEmpty() ? null : index(rules, yearBefore);
        return Optional.of(new CityQuality(
                index, (index == null || before == null || !isAlike(index, before)) ? null : percent(before, index)));
    }

    private static boolean isAlike(CityIndex one, CityIndex other) {
        return Objects.equals(missing(one.rivers()), missing(other.rivers()))
                && Objects.equals(missing(one.lakes()), missing(other.lakes()));
    }

    private static @Nullable BigDecimal percent(CityIndex before, CityIndex now) {
        return before.value().signum() == 0
                ? null
                : CityIndex.change("", before.value(), now.value(), false).percent();
    }

    /** Items of the 21 that no river section had. */
    public List<Item> missingInRivers() {
        return index == null || index.rivers() == null ? List.of() : items(index.rivers());
    }

    /** Items of the 21 that no section of a lake had. */
    public List<Item> missingInLakes() {
        return index == null || index.lakes() == null ? List.of() : items(index.lakes());
    }

    private static @Nullable CityIndex index(SurfaceWater rules, List<Sample> samples) {
        try {
            return CityIndex.of(
                    rules, "", AssessSections.Averaged.of(rules, samples).samples());
        } catch (IllegalArgumentException noNumber) {
            return null;
        }
    }

    private static List<Item> items(WaterIndex of) {
        return of.missing().stream().map(SurfaceItem::item).toList();
    }

    private static @Nullable List<Item> missing(@Nullable WaterIndex of) {
        return of == null ? null : items(of);
    }
}
