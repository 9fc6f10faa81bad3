package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.drinkingwater.DrinkingWater;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import cn.bishui.standards.drinkingwater.DrinkingWaterJudgement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Judges the water of a works outlet or a tap by GB 5749-2022, always as that of a central supply: whether a small one may have the
 * milder limits is a decision that nobody takes here.
 */
public final class SuppliedWater {

    /** Id of the standard. */
    public static final String STANDARD = "GB 5749-2022";

    private SuppliedWater() {}

    /**
     * Judges what was found on a day.
     *
     * @param values by keys of items
     * @throws IllegalArgumentException if the site is neither, or the standard was not in force
     */
    public static DrinkingWaterJudgement judge(Site site, LocalDate day, Map<String, Measured> values, Rules rules) {
        SiteKind kind = site.description().kind();
        if (!kind.isSupplied()) {
            throw new IllegalArgumentException("No drinking water is supplied at " + site.code());
        }
        Disinfection used = site.description().details().disinfection();
        return DrinkingWater.on(day, rules)
                .judge(
                        kind == SiteKind.WORKS_OUTLET ? Point.WORKS : Point.NETWORK_END,
                        Supply.CENTRAL,
                        used == null ? Set.of() : Set.of(used),
                        values);
    }
}
