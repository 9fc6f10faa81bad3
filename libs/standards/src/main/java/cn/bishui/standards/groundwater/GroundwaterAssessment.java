package cn.bishui.standards.groundwater;

import cn.bishui.standards.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the water of a well is, item by item (GB/T 14848-2017).
 *
 * @param groundwaterClass the worst class of its settled items; null if there was none
 * @param items every item that was found, in the order of the tables
 * @param missing regular items of which there was no value
 * @param unknown names of values that the standard does not limit
 * @param rules by which it was judged
 */
public record GroundwaterAssessment(
        @Nullable GroundwaterClass groundwaterClass,
        List<GroundwaterItemClass> items,
        List<GroundwaterItem> missing,
        List<String> unknown,
        List<Rule> rules) {

    /** Keeps copies. */
    public GroundwaterAssessment {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        rules = List.copyOf(rules);
    }

    /** The items of the worst class, which the standard wants named. */
    public List<GroundwaterItemClass> decisive() {
        return items.stream()
                .filter(each -> each.groundwaterClass() != null && each.groundwaterClass() == groundwaterClass)
                .toList();
    }

    /** Items whose class is not settled. */
    public List<GroundwaterItemClass> undecided() {
        return items.stream().filter(each -> each.groundwaterClass() == null).toList();
    }

    /** The worst class it may have once the undecided items are settled; null if there was no value. */
    public @Nullable GroundwaterClass worstPossible() {
        return items.stream()
                .map(GroundwaterItemClass::worst)
                .reduce(GroundwaterClass::orWorse)
                .orElse(null);
    }

    /** As reports say it: {@code Ⅴ类(氯化物、四氯乙烯)}. */
    public String wording() {
        if (groundwaterClass == null) {
            return "未评价";
        }
        return groundwaterClass.zh() + "类("
                + String.join(
                        "、",
                        decisive().stream().map(each -> each.item().item().zh()).toList())
                + ")";
    }

    /** The assessment as lines of figures, one for each item. */
    public List<String> working() {
        return items.stream().map(GroundwaterItemClass::working).toList();
    }
}
