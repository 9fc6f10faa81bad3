package cn.bishui.standards.change;

import cn.bishui.standards.Rule;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the water at a section changed from one period to another.
 *
 * @param before its class earlier
 * @param now its class later
 * @param classesBetter by how many classes it got better; negative if worse
 * @param extent how much its level changed: one level is some change, two and more are marked
 * @param direction whether the class got better
 * @param items how the evaluated items changed that both periods have, in the order of the table
 * @param keeping whether it holds what "only better, never worse" asks
 * @param why what decides that, in words
 * @param rules by which it was judged
 */
public record SectionChange(
        WaterClass before,
        WaterClass now,
        int classesBetter,
        Extent extent,
        Direction direction,
        List<ItemChange> items,
        Keeping keeping,
        String why,
        List<Rule> rules) {

    /** Keeps copies. */
    public SectionChange {
        items = List.copyOf(items);
        rules = List.copyOf(rules);
    }

    /** What "only better, never worse" (只能更好,不能变坏) says of a change. */
    public enum Keeping {
        /** The class got better, or items did and none got worse. */
        BETTER("更好"),
        /** Nothing got worse. */
        KEPT("保持"),
        /** The class held, but the concentration of an item got worse. */
        WORSE_WITHIN_CLASS("类别未降,浓度变差"),
        /** The class got worse. */
        WORSE_CLASS("类别下降");

        private final String zh;

        Keeping(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * The change between two assessments of a section.
     *
     * @return empty if one of them has no class
     */
    public static Optional<SectionChange> between(SurfaceWater water, SectionAssessment before, SectionAssessment now) {
        WaterClass earlier = before.waterClass();
        WaterClass later = now.waterClass();
        if (earlier == null || later == null) {
            return Optional.empty();
        }
        int classesBetter = earlier.code() - later.code();
        int levels = Math.abs(earlier.level().compareTo(later.level()));
        List<ItemChange> items = items(before, now, water.rule("value.below").number());
        List<ItemChange> worse = worse(items, water.rule("better.tolerance").number());
        Keeping keeping = keeping(classesBetter, items, worse);
        return Optional.of(new SectionChange(
                earlier,
                later,
                classesBetter,
                extent(water, levels),
                Direction.of(classesBetter),
                items,
                keeping,
                why(keeping, earlier, later, worse),
                List.of(
                        water.rule("change.levels"),
                        water.rule("change.levels.marked"),
                        water.rule("better.tolerance"))));
    }

    /** As reports say it: {@code 无明显变化}, {@code 有所好转}, {@code 明显变差}. */
    public String wording() {
        return extent.zh(direction);
    }

    private static List<ItemChange> items(SectionAssessment before, SectionAssessment now, BigDecimal share) {
        List<ItemChange> changes = new ArrayList<>();
        for (ItemClass later : now.items()) {
            if (later.item().evaluated()) {
                before.items().stream()
                        .filter(earlier -> earlier.item().no() == later.item().no())
                        .findFirst()
                        .map(earlier -> ItemChange.between(earlier, later, share))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static List<ItemChange> worse(List<ItemChange> items, BigDecimal tolerance) {
        return items.stream()
                .filter(each -> each.direction() == Direction.WORSE
                        && (each.percent() == null || each.worsening().compareTo(tolerance) > 0))
                .toList();
    }

    private static Keeping keeping(int classesBetter, List<ItemChange> items, List<ItemChange> worse) {
        if (classesBetter < 0) {
            return Keeping.WORSE_CLASS;
        }
        if (classesBetter > 0) {
            return Keeping.BETTER;
        }
        if (!worse.isEmpty()) {
            return Keeping.WORSE_WITHIN_CLASS;
        }
        boolean better = items.stream().anyMatch(each -> each.direction() == Direction.BETTER);
        return better ? Keeping.BETTER : Keeping.KEPT;
    }

    private static Extent extent(SurfaceWater water, int levels) {
        if (levels >= water.rule("change.levels.marked").count()) {
            return Extent.MARKED;
        }
        return levels >= water.rule("change.levels").count() ? Extent.SOME : Extent.NONE;
    }

    private static String why(Keeping keeping, WaterClass before, WaterClass now, List<ItemChange> worse) {
        String classes = before.zh() + "类 → " + now.zh() + "类";
        if (keeping != Keeping.WORSE_WITHIN_CLASS) {
            return classes;
        }
        return classes + "; "
                + String.join(
                        "、",
                        worse.stream()
                                .map(each -> each.item().zh() + " " + each.textBefore() + " → "
                                        + each.textNow()
                                        + (each.percent() == null
                                                ? ""
                                                : " ("
                                                        + Objects.requireNonNull(each.percent())
                                                                .toPlainString()
                                                        + "%)"))
                                .toList());
    }
}
