package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.openjudge.Answer;
import cn.bishui.monitoring.openjudge.JudgeSample;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.Compliance;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a class rests on, item by item. The items come from the values, the day and the target that were kept with the class; where
 * they do not say what was kept line by line, since a rule or a site was changed afterwards, the lines stand as they were kept.
 *
 * @param items empty where the lines stand for them
 * @param targets what the target asks of the items, by the key of the item
 * @param lines what was kept besides: months, rules, the trophic index
 */
record ClassBasis(List<Answer.Line> items, Map<String, ItemJudgement> targets, List<String> lines) {

    static ClassBasis of(WaterType type, Assessment kept, Rules rules, Texts texts) {
        return table(type, kept, rules, texts)
                .orElseGet(() -> new ClassBasis(List.of(), Map.of(), told(kept.working(), kept, rules, texts)));
    }

    private static Optional<ClassBasis> table(WaterType type, Assessment kept, Rules rules, Texts texts) {
        if (kept.found().isEmpty()) {
            return Optional.empty();
        }
        SurfaceWater water = SurfaceWater.on(kept.period().last(), rules);
        SectionAssessment assessed = water.assess(kept.sample(kept.site(), type));
        List<String> left = new ArrayList<>(kept.working());
        for (ItemClass each : assessed.items()) {
            if (!left.remove(each.working())) {
                return Optional.empty();
            }
        }
        Map<String, ItemJudgement> targets = new LinkedHashMap<>();
        Integer target = kept.targetClass();
        if (target != null) {
            Compliance compliance = water.comply(kept.sample(kept.site(), type), WaterClass.of(target));
            compliance.items().forEach(each -> targets.put(each.item().key(), each));
            for (ItemJudgement each : compliance.exceeded()) {
                if (!left.remove(each.working())) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new ClassBasis(
                assessed.items().stream().map(JudgeSample::line).toList(), targets, told(left, kept, rules, texts)));
    }

    /** Rules in the reader's language, anything else as it was kept. */
    private static List<String> told(List<String> lines, Assessment kept, Rules rules, Texts texts) {
        Map<String, String> byLine = new LinkedHashMap<>();
        for (Rule each : rules.on(kept.period().last())) {
            String source = "; " + each.basis().source();
            byLine.put(each.zh() + source, texts.either(each.zh(), each.en()) + source);
        }
        return lines.stream().map(each -> byLine.getOrDefault(each, each)).toList();
    }
}
