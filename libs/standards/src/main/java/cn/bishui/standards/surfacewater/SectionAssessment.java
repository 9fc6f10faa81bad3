package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Rule;
import cn.bishui.standards.surfacewater.ItemClass.Standing;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How good the water at a section is, item by item (GB 3838-2002, 环办[2011]22号).
 *
 * @param sample what was found
 * @param waterClass the worst class of the evaluated items; null if there was none
 * @param items every item that was found, in the order of the table
 * @param mainPollutants what is worse than class III, the most important first, three at most
 * @param missing evaluated items of which there was no value
 * @param unknown names of values that table 1 does not limit in this kind of water
 * @param rules by which it was judged
 */
public record SectionAssessment(
        Sample sample,
        @Nullable WaterClass waterClass,
        List<ItemClass> items,
        List<MainPollutant> mainPollutants,
        List<SurfaceItem> missing,
        List<String> unknown,
        List<Rule> rules) {

    /** Keeps copies. */
    public SectionAssessment {
        items = List.copyOf(items);
        mainPollutants = List.copyOf(mainPollutants);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        rules = List.copyOf(rules);
    }

    /** Its level; null if it has no class. */
    public @Nullable Level level() {
        return waterClass == null ? null : waterClass.level();
    }

    /** Evaluated items that cannot be judged; the class may be worse than {@link #waterClass} by them. */
    public List<ItemClass> undecided() {
        return with(Standing.UNDECIDED).toList();
    }

    /** The worst class it may have once the undecided items are settled; null if it has none. */
    public @Nullable WaterClass worstPossible() {
        return Stream.concat(with(Standing.EVALUATED), with(Standing.UNDECIDED))
                .map(ItemClass::worst)
                .reduce(WaterClass::orWorse)
                .orElse(null);
    }

    /** The items that make the class (定类项目): those of the worst class. */
    public List<ItemClass> decisive() {
        return with(Standing.EVALUATED)
                .filter(each -> each.worst() == waterClass)
                .toList();
    }

    /** As reports say it: {@code 符合Ⅲ类}, {@code 劣于Ⅴ类}, {@code 未评价}. */
    public String wording() {
        if (waterClass == null) {
            return "未评价";
        }
        return waterClass == WaterClass.WORSE_THAN_V ? "劣于Ⅴ类" : "符合" + waterClass.zh() + "类";
    }

    /** The assessment as lines of figures, one for each item. */
    public List<String> working() {
        return items.stream().map(ItemClass::working).toList();
    }

    private Stream<ItemClass> with(Standing standing) {
        return items.stream().filter(each -> each.standing() == standing);
    }
}
