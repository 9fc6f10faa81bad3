package cn.bishui.monitoring.assessment;

import cn.bishui.monitoring.network.Site;
import cn.bishui.standards.Rules;
import cn.bishui.standards.change.Comparison;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Year;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what a section had in a period against the period before, the same a year before, and the base year. */
@Component
public class CompareSections {

    private final Assessments assessments;
    private final BaseValues values;
    private final AssessmentSettings settings;
    private final Rules rules;

    CompareSections(Assessments assessments, BaseValues values, AssessmentSettings settings, Rules rules) {
        this.assessments = assessments;
        this.values = values;
        this.settings = settings;
        this.rules = rules;
    }

    /** The year against which nothing may get worse. */
    public int baseYear() {
        return settings.baseYear();
    }

    /** The comparison; empty where the period has no class. */
    public Optional<Comparison> of(Site section, Assessment now) {
        return of(
                section.description().name(),
                AssessSections.type(section),
                now,
                assessments.latest(now.site(), now.period().before()).orElse(null),
                assessments.latest(now.site(), now.period().yearBefore()).orElse(null),
                base(now.site()).orElse(null));
    }

    /** What a section had in the base year: as it was entered, else as it was assessed here. */
    public Optional<BaseValue> base(String site) {
        return values.find(site, settings.baseYear())
                .or(() -> assessments
                        .latest(site, Period.of(Year.of(settings.baseYear())))
                        .flatMap(CompareSections::own));
    }

    /** The same of all sections, by their codes. */
    public Map<String, BaseValue> bases() {
        Map<String, BaseValue> bases = new HashMap<>();
        assessments
                .of(Period.of(Year.of(settings.baseYear())))
                .forEach(each -> own(each).ifPresent(value -> bases.put(each.site(), value)));
        values.of(settings.baseYear()).forEach(each -> bases.put(each.site(), each));
        return bases;
    }

    private static Optional<BaseValue> own(Assessment year) {
        Integer waterClass = year.waterClass();
        return waterClass == null
                ? Optional.empty()
                : Optional.of(new BaseValue(
                        year.site(),
                        year.period().first().getYear(),
                        year.revision(),
                        waterClass,
                        year.found(),
                        "",
                        "",
                        year.assessedAt()));
    }

    /** The same, of what was looked up before. */
    public Optional<Comparison> of(
            String name,
            WaterType type,
            Assessment now,
            @Nullable Assessment before,
            @Nullable Assessment yearBefore,
            @Nullable BaseValue base) {
        if (now.waterClass() == null) {
            return Optional.empty();
        }
        SurfaceWater water = SurfaceWater.on(now.period().last(), rules);
        Map<Against, Sample> earlier = new EnumMap<>(Against.class);
        if (before != null) {
            earlier.put(Against.LAST_PERIOD, before.sample(name, type));
        }
        if (yearBefore != null) {
            earlier.put(Against.SAME_PERIOD_LAST_YEAR, yearBefore.sample(name, type));
        }
        Integer target = now.targetClass();
        Comparison found =
                Comparison.of(water, now.sample(name, type), target == null ? null : WaterClass.of(target), earlier);
        Map<Against, SectionChange> changes = new EnumMap<>(Against.class);
        changes.putAll(found.changes());
        Set<Against> not = EnumSet.allOf(Against.class);
        if (base != null) {
            against(water, name, type, base, found.assessment())
                    .ifPresent(change -> changes.put(Against.BASE_YEAR, change));
        }
        not.removeAll(changes.keySet());
        return Optional.of(new Comparison(found.assessment(), found.target(), changes, not));
    }

    /** The class is the published one, whatever of the concentrations is known. */
    static Optional<SectionChange> against(
            SurfaceWater water, String name, WaterType type, BaseValue base, SectionAssessment now) {
        SectionAssessment known = water.assess(Assessment.sample(name, type, base.found()));
        SectionAssessment published = new SectionAssessment(
                known.sample(),
                WaterClass.of(base.waterClass()),
                known.items(),
                known.mainPollutants(),
                known.missing(),
                known.unknown(),
                known.rules());
        return SectionChange.between(water, published, now);
    }
}
