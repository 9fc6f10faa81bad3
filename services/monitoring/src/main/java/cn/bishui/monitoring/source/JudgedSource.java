package cn.bishui.monitoring.source;

import cn.bishui.monitoring.network.Site;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.drinkingwater.SourceJudgement;
import cn.bishui.standards.drinkingwater.Sources;
import cn.bishui.standards.drinkingwater.Sources.Extent;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterClass;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sample of a source of drinking water says.
 *
 * @param full whether it has items beyond the monthly set (全分析)
 * @param waterClass 1 to 6; null where there is none
 */
public record JudgedSource(
        SourceJudgement judgement, boolean full, @Nullable Integer waterClass) {

    /**
     * Judges one: a surface source by GB 3838-2002, a groundwater source by GB/T 14848-2017.
     *
     * @param values by keys of items
     */
    public static JudgedSource of(Site source, LocalDate day, Map<String, Measured> values, Rules rules) {
        Sources sources = Sources.on(day, rules);
        String name = source.description().name();
        if (isGround(source)) {
            Groundwater water = Groundwater.on(day, rules);
            boolean full = values.keySet().stream()
                    .anyMatch(key ->
                            water.item(key).filter(each -> !each.isRegular()).isPresent());
            GroundwaterClass found = water.assess(values).groundwaterClass();
            return new JudgedSource(
                    sources.judgeGroundwater(name, values, full ? Extent.FULL : Extent.MONTHLY),
                    full,
                    found == null ? null : found.code());
        }
        boolean full = values.keySet().stream()
                .anyMatch(key ->
                        sources.item(key).filter(each -> !each.preferred()).isPresent());
        WaterType declared = source.description().waterType();
        var taken = new cn.bishui.standards.surfacewater.Sample(
                name, declared == null ? WaterType.RIVER : declared, values, null);
        WaterClass found = SurfaceWater.on(day, rules).assess(taken).waterClass();
        return new JudgedSource(
                sources.judgeSurface(taken, full ? Extent.FULL : Extent.MONTHLY),
                full,
                found == null ? null : found.code());
    }

    /** Whether a source's water comes from wells. */
    public static boolean isGround(Site source) {
        return "groundwater".equals(source.description().details().sourceKind());
    }
}
