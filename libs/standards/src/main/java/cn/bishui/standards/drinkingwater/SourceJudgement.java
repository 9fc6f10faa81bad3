package cn.bishui.standards.drinkingwater;

import cn.bishui.standards.Item;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Verdict;
import java.util.List;

/**
 * Whether a source of drinking water meets its standard.
 *
 * @param source its name
 * @param kind surface water or groundwater
 * @param verdict exceeds if one item does; else undecided if one cannot be judged
 * @param items every item that counts, held against its limit
 * @param reference items that are reported apart and do not count: total nitrogen of lakes, coliforms
 * @param missing items of the set that was to be tested of which there was no value
 * @param unknown names of values that the standard does not limit
 * @param rules by which it was judged
 */
public record SourceJudgement(
        String source,
        Kind kind,
        Verdict verdict,
        List<ItemJudgement> items,
        List<ItemJudgement> reference,
        List<Item> missing,
        List<String> unknown,
        List<Rule> rules) {

    /** Keeps copies. */
    public SourceJudgement {
        items = List.copyOf(items);
        reference = List.copyOf(reference);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        rules = List.copyOf(rules);
    }

    /** Where the water comes from. */
    public enum Kind {
        /** A river, lake or reservoir: GB 3838-2002. */
        SURFACE("地表水"),
        /** Wells: GB/T 14848-2017. */
        GROUNDWATER("地下水");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /** What exceeds, with its multiple. */
    public List<ItemJudgement> exceeded() {
        return items.stream().filter(each -> each.verdict() == Verdict.EXCEEDS).toList();
    }

    /** What exceeds, as reports print it: {@code 氟化物(0.60)}, or {@code -}. */
    public String exceededText() {
        List<String> texts = exceeded().stream()
                .map(each -> each.multiple() == null
                        ? each.item().zh()
                        : each.item().zh() + "(" + each.multiple().toPlainString() + ")")
                .toList();
        return texts.isEmpty() ? "-" : String.join("、", texts);
    }
}
