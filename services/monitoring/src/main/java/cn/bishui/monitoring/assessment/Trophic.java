package cn.bishui.monitoring.assessment;

import cn.bishui.standards.Item;
import cn.bishui.standards.ItemIndex;
import cn.bishui.standards.Means;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.TrophicState;
import cn.bishui.standards.surfacewater.TrophicState.Indicator;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How nutrient-rich a lake was by the index TLI(∑) of 环办[2011]22号, or why that is not known.
 *
 * @param state the index with its parts; null where an indicator lacks, or has no number
 * @param missing indicators that were not measured
 * @param open indicators whose value is no number above zero: above the measuring range, below a detection limit that nobody
 *     gave
 */
public record Trophic(@Nullable TrophicState state, List<Item> missing, List<Item> open) {

    /** Keeps copies. */
    public Trophic {
        missing = List.copyOf(missing);
        open = List.copyOf(open);
    }

    /** Of values by code, symbol or name; other items among them make no difference. */
    static Trophic of(SurfaceWater water, Map<String, Measured> values) {
        Map<Indicator, Measured> matched = new ItemIndex<>(TrophicState.indicators(), Indicator::item)
                .match(values)
                .values();
        List<Item> missing = new ArrayList<>();
        List<Item> open = new ArrayList<>();
        for (Indicator each : TrophicState.indicators()) {
            Measured measured = matched.get(each);
            if (measured == null) {
                missing.add(each.item());
            } else if (!isAboveZero(measured)) {
                open.add(each.item());
            }
        }
        boolean whole = missing.isEmpty() && open.isEmpty();
        return new Trophic(whole ? TrophicState.of(water, values) : null, missing, open);
    }

    /** The same of an assessment; null where it is no lake, or nothing was found. */
    public static @Nullable Trophic of(WaterType type, Assessment assessment) {
        return type != WaterType.LAKE || assessment.found().isEmpty()
                ? null
                : of(
                        SurfaceWater.on(assessment.period().last()),
                        assessment.sample("", type).values());
    }

    /** A mean of table 1 together with the means of those indicators that table 1 does not have. */
    static Sample completed(SurfaceWater water, Sample mean, Collection<Sample> of) {
        if (mean.type() != WaterType.LAKE) {
            return mean;
        }
        Map<String, Measured> values = new LinkedHashMap<>(mean.values());
        for (Indicator each : TrophicState.indicators()) {
            String key = each.item().key();
            List<Measured> found = of.stream()
                    .map(sample -> sample.values().get(key))
                    .filter(Measured.class::isInstance)
                    .toList();
            boolean hasMean = !found.isEmpty()
                    && (found.stream().allMatch(Trophic::isAboveZero)
                            || found.stream().allMatch(Below.class::isInstance));
            if (!values.containsKey(key) && hasMean) {
                values.put(
                        key, Means.arithmetic(found, water.rule("value.below").number()));
            }
        }
        return new Sample(mean.section(), mean.type(), values, mean.oxygenSaturation());
    }

    /** As a line of figures: {@code TLI(∑) = 52.31: 轻度富营养}. */
    String working() {
        if (state != null) {
            List<String> parts = state.parts().stream()
                    .map(each ->
                            each.indicator().item().zh() + " " + each.value().toPlainString() + " "
                                    + each.indicator().item().unit() + " (TLI "
                                    + each.index().toPlainString() + ", 权重 "
                                    + each.weight().toPlainString() + ")")
                    .toList();
            return "TLI(∑) = " + state.index().toPlainString() + ": "
                    + state.grade().zh() + "; " + String.join("、", parts) + "; 环办[2011]22号";
        }
        List<String> words = new ArrayList<>();
        missing.forEach(each -> words.add("缺 " + each.zh()));
        open.forEach(each -> words.add(each.zh() + " 没有确定的数值"));
        return "TLI(∑) 未计算: " + String.join("、", words);
    }

    private static boolean isAboveZero(Measured measured) {
        return switch (measured) {
            case Value(BigDecimal number) -> number.signum() > 0;
            case Below(BigDecimal limit) -> limit != null && limit.signum() > 0;
            case Measured.Above _, Measured.Words _ -> false;
        };
    }
}
