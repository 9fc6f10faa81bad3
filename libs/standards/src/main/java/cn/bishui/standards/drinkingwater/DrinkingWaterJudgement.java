package cn.bishui.standards.drinkingwater;

import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Verdict;
import java.util.List;

/**
 * Whether drinking water meets GB 5749-2022.
 *
 * @param verdict exceeds if one item does; else undecided if one cannot be judged
 * @param items every item that was held against a limit, in the order of the standard
 * @param missing regular items that apply and of which there was no value
 * @param notApplicable items that were found but have no limit here: another disinfection is used
 * @param unknown names of values that tables 1 to 3 do not limit
 * @param rules by which it was judged
 */
public record DrinkingWaterJudgement(
        Verdict verdict,
        List<ItemJudgement> items,
        List<DrinkingWaterItem> missing,
        List<DrinkingWaterItem> notApplicable,
        List<String> unknown,
        List<Rule> rules) {

    /** Keeps copies. */
    public DrinkingWaterJudgement {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        notApplicable = List.copyOf(notApplicable);
        unknown = List.copyOf(unknown);
        rules = List.copyOf(rules);
    }

    /** What exceeds, with its multiple. */
    public List<ItemJudgement> exceeded() {
        return items.stream().filter(each -> each.verdict() == Verdict.EXCEEDS).toList();
    }
}
