package cn.bishui.monitoring.openjudge;

import cn.bishui.monitoring.openjudge.Answer.Conclusion;
import cn.bishui.monitoring.openjudge.Answer.Line;
import cn.bishui.monitoring.openjudge.Answer.Named;
import cn.bishui.monitoring.openjudge.Answer.Told;
import cn.bishui.standards.Bound;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.blackodorous.BlackOdorous;
import cn.bishui.standards.blackodorous.Grade;
import cn.bishui.standards.blackodorous.IndicatorGrade;
import cn.bishui.standards.blackodorous.Observation;
import cn.bishui.standards.blackodorous.PointGrade;
import cn.bishui.standards.drinkingwater.DrinkingWater;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem;
import cn.bishui.standards.drinkingwater.DrinkingWaterJudgement;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterAssessment;
import cn.bishui.standards.groundwater.GroundwaterClass;
import cn.bishui.standards.groundwater.GroundwaterItem;
import cn.bishui.standards.groundwater.GroundwaterItemClass;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.ItemClass.Standing;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges one sample by the standard of its water. */
@Service
public class JudgeSample {

    private static final String EVALUATED = "evaluated";
    private static final String UNDECIDED = "undecided";
    private static final Conclusion NOTHING = new Conclusion(null, "未评价", "not judged", "", "", 0);

    /** Tones of the classes for what has no class. */
    private static final int GOOD = 3;

    private static final int DOUBTFUL = 4;
    private static final int BAD = 6;

    private final Rules rules;

    JudgeSample(Rules rules) {
        this.rules = rules;
    }

    /** Judges it; nothing is kept. */
    public Answer judge(Question question) {
        return switch (question.water()) {
            case SURFACE_WATER -> surface(question);
            case GROUNDWATER -> groundwater(question);
            case DRINKING_WATER -> drinkingWater(question);
            case BLACK_ODOROUS -> blackOdorous(question);
        };
    }

    private Answer surface(Question question) {
        SurfaceWater water = SurfaceWater.on(question.day(), rules);
        SectionAssessment assessed =
                water.assess(new Sample("", question.setting().type(), question.values(), question.oxygenSaturation()));
        return answer(
                question,
                conclusion(assessed.waterClass()),
                assessed.mainPollutants().stream()
                        .map(each -> named(each.item(), each.multiple()))
                        .toList(),
                assessed.items().stream().map(JudgeSample::line).toList(),
                assessed.missing().stream().map(SurfaceItem::item).toList(),
                assessed.rules());
    }

    /** An item of surface water with its class, as answers and pages show it. */
    public static Line line(ItemClass item) {
        WaterClass settled = item.waterClass();
        Conclusion conclusion;
        if (item.standing() == Standing.WITHOUT_LIMIT) {
            conclusion = NOTHING;
        } else if (settled == null) {
            conclusion = undecided(item.best().zh(), item.worst().zh(), english(item.best()), english(item.worst()));
        } else {
            conclusion = conclusion(settled);
        }
        Bound bound = item.bound();
        return new Line(
                named(item.item().item(), item.multiple()),
                unit(item.item().item()),
                item.measured().text(),
                item.compared(),
                bound == null ? "" : bound.text(),
                conclusion,
                item.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                item.item().item().basis().source(),
                item.working());
    }

    private static Conclusion conclusion(@Nullable WaterClass waterClass) {
        return waterClass == null
                ? NOTHING
                : new Conclusion(
                        Integer.toString(waterClass.code()),
                        waterClass.zh(),
                        english(waterClass),
                        waterClass.level().zh(),
                        waterClass.level().en(),
                        waterClass.code());
    }

    private static String english(WaterClass waterClass) {
        return waterClass == WaterClass.WORSE_THAN_V ? "worse than V" : waterClass.name();
    }

    private Answer groundwater(Question question) {
        GroundwaterAssessment assessed = Groundwater.on(question.day(), rules).assess(question.values());
        return answer(
                question,
                conclusion(assessed.groundwaterClass()),
                assessed.decisive().stream()
                        .filter(each -> each.worst().isWorseThan(GroundwaterClass.I))
                        .map(each -> named(each.item().item(), null))
                        .toList(),
                assessed.items().stream().map(JudgeSample::line).toList(),
                assessed.missing().stream().map(GroundwaterItem::item).toList(),
                assessed.rules());
    }

    private static Line line(GroundwaterItemClass item) {
        GroundwaterClass settled = item.groundwaterClass();
        return new Line(
                named(item.item().item(), null),
                unit(item.item().item()),
                item.measured().text(),
                item.compared(),
                item.bound().text(),
                settled == null
                        ? undecided(
                                item.best().zh(),
                                item.worst().zh(),
                                item.best().name(),
                                item.worst().name())
                        : conclusion(settled),
                settled == null ? UNDECIDED : EVALUATED,
                item.item().item().basis().source(),
                item.working());
    }

    private static Conclusion conclusion(@Nullable GroundwaterClass groundwaterClass) {
        return groundwaterClass == null
                ? NOTHING
                : new Conclusion(
                        Integer.toString(groundwaterClass.code()),
                        groundwaterClass.zh(),
                        groundwaterClass.name(),
                        "",
                        "",
                        groundwaterClass.code());
    }

    private Answer drinkingWater(Question question) {
        Question.Setting setting = question.setting();
        DrinkingWaterJudgement judged = DrinkingWater.on(question.day(), rules)
                .judge(setting.point(), setting.supply(), setting.disinfection(), question.values());
        return answer(
                question,
                conclusion(judged.verdict()),
                judged.exceeded().stream()
                        .map(each -> named(each.item(), each.multiple()))
                        .toList(),
                judged.items().stream().map(JudgeSample::line).toList(),
                judged.missing().stream().map(DrinkingWaterItem::item).toList(),
                judged.rules());
    }

    private static Line line(ItemJudgement item) {
        return new Line(
                named(item.item(), item.multiple()),
                unit(item.item()),
                item.measured().text(),
                item.compared(),
                item.bound().text(),
                conclusion(item.verdict()),
                item.verdict() == Verdict.CANNOT_BE_JUDGED ? UNDECIDED : EVALUATED,
                item.basis().source(),
                item.working());
    }

    private static Conclusion conclusion(Verdict verdict) {
        int tone = switch (verdict) {
            case MEETS -> GOOD;
            case EXCEEDS -> BAD;
            case CANNOT_BE_JUDGED -> DOUBTFUL;
            case NOT_JUDGED -> 0;
        };
        return tone == 0 ? NOTHING : new Conclusion(code(verdict.name()), verdict.zh(), verdict.en(), "", "", tone);
    }

    private Answer blackOdorous(Question question) {
        BlackOdorous guide = BlackOdorous.on(question.day(), rules);
        Observation observation = new Observation(
                question.day(),
                number(question, "透明度"),
                question.depth(),
                false,
                number(question, "溶解氧"),
                number(question, "氧化还原电位"),
                number(question, "氨氮"));
        PointGrade point = guide.gradePoint("", List.of(observation));
        List<IndicatorGrade> grades = guide.grade(observation);
        return answer(
                question,
                conclusion(point.grade()),
                grades.stream()
                        .filter(each -> each.grade() != Grade.NONE)
                        .map(each -> named(each.item(), null))
                        .toList(),
                grades.stream().map(JudgeSample::line).toList(),
                BlackOdorous.indicators().stream()
                        .map(BlackOdorous.Indicator::item)
                        .filter(each ->
                                grades.stream().noneMatch(grade -> grade.item().equals(each)))
                        .toList(),
                point.rules());
    }

    /** The number of an indicator: below a detection limit it is half of it, which no grade lies between. */
    private static @Nullable BigDecimal number(Question question, String indicator) {
        for (BlackOdorous.Indicator each : BlackOdorous.indicators()) {
            if (each.item().zh().equals(indicator)) {
                Measured measured = question.values().get(each.item().key());
                if (measured instanceof Value(BigDecimal number)) {
                    return number;
                }
                return measured instanceof Below(BigDecimal limit) && limit != null ? half(limit) : null;
            }
        }
        return null;
    }

    private static BigDecimal half(BigDecimal limit) {
        return limit.multiply(new BigDecimal("0.5"));
    }

    private static Line line(IndicatorGrade grade) {
        return new Line(
                named(grade.item(), null),
                unit(grade.item()),
                grade.value().toPlainString(),
                grade.value(),
                grade.limits(),
                conclusion(grade.grade()),
                EVALUATED,
                grade.item().basis().source(),
                grade.working());
    }

    private static Conclusion conclusion(@Nullable Grade grade) {
        if (grade == null) {
            return NOTHING;
        }
        int tone = switch (grade) {
            case NONE -> GOOD;
            case LIGHT -> DOUBTFUL;
            case SEVERE -> BAD;
        };
        return new Conclusion(code(grade.name()), grade.zh(), grade.en(), "", "", tone);
    }

    private static Answer answer(
            Question question,
            Conclusion conclusion,
            List<Named> named,
            List<Line> items,
            Collection<Item> missing,
            List<Rule> rules) {
        return new Answer(
                conclusion,
                named,
                items,
                missing.stream().map(each -> named(each, null)).toList(),
                question.water().standard(),
                question.day(),
                rules.stream()
                        .map(each -> new Told(
                                each.id(),
                                each.zh(),
                                each.en(),
                                each.basis().source(),
                                each.basis().doubt()))
                        .toList());
    }

    private static Conclusion undecided(String bestZh, String worstZh, String bestEn, String worstEn) {
        return new Conclusion(
                null, bestZh + "~" + worstZh + " 无法判定", bestEn + " to " + worstEn + ", undecided", "", "", 0);
    }

    private static Named named(Item item, @Nullable BigDecimal multiple) {
        return new Named(item.key(), item.zh(), item.en(), multiple);
    }

    private static String unit(Item item) {
        return item.unit().equals("1") || item.unit().equals("text") ? "" : item.unit();
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
