package cn.bishui.standards.surfacewater;

import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Verdict;
import java.util.List;

/**
 * Whether a water meets the class it ought to have (GB 3838-2002 5.1).
 *
 * @param sample what was found
 * @param target the class it ought to have
 * @param verdict exceeds if one evaluated item does; else undecided if one cannot be judged
 * @param items the evaluated items that were found, held against the limits of the target
 * @param missing evaluated items of which there was no value
 * @param rules by which it was judged
 */
public record Compliance(
        Sample sample,
        WaterClass target,
        Verdict verdict,
        List<ItemJudgement> items,
        List<SurfaceItem> missing,
        List<Rule> rules) {

    /** Keeps copies. */
    public Compliance {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
    }

    /** What exceeds, with its multiple over the limit of the target (超标项目和超标倍数). */
    public List<ItemJudgement> exceeded() {
        return items.stream().filter(each -> each.verdict() == Verdict.EXCEEDS).toList();
    }
}
