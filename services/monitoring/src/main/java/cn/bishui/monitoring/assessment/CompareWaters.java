package cn.bishui.monitoring.assessment;

import cn.bishui.monitoring.assessment.WaterAssessments.Member;
import cn.bishui.monitoring.assessment.WaterChange.ByMean;
import cn.bishui.monitoring.assessment.WaterChange.ByShares;
import cn.bishui.monitoring.assessment.WaterChange.NotCompared;
import cn.bishui.monitoring.assessment.WaterChange.Outcome;
import cn.bishui.monitoring.assessment.WaterChange.Reason;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.Rules;
import cn.bishui.standards.change.BasinChange;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.standards.surfacewater.QualityShares;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what water bodies, basins and the district had in a period against their targets, the period before, the same a year
 * before, and the base year. Only sections that have a class in both periods are compared: those that came or went would show as
 * a change of the water. A water assessed by its mean in both is compared by classes, any other by the shares of the classes.
 */
@Component
public class CompareWaters {

    private static final String MEAN = "mean";

    private final Sites sites;
    private final Assessments assessments;
    private final WaterAssessments waters;
    private final CompareSections sections;
    private final Rules district;

    CompareWaters(
            Sites sites, Assessments assessments, WaterAssessments waters, CompareSections sections, Rules district) {
        this.sites = sites;
        this.assessments = assessments;
        this.waters = waters;
        this.sections = sections;
        this.district = district;
    }

    /**
     * What was looked up once for all waters of a period.
     *
     * @param members the sections in use, by their codes
     * @param before what sections had in earlier periods, by their codes
     * @param watersBefore what waters had in earlier periods, by their codes
     * @param bases what sections had in the base year, by their codes
     */
    private record Known(
            Period period,
            SurfaceWater rules,
            Map<String, Member> members,
            Map<Against, Map<String, Assessment>> before,
            Map<Against, Map<String, WaterAssessment>> watersBefore,
            Map<String, BaseValue> bases) {

        Map<String, Assessment> before(Against against) {
            return before.getOrDefault(against, Map.of());
        }
    }

    /** All waters of a period: the district, basins, water bodies. */
    public List<WaterComparison> of(Period period) {
        List<WaterAssessment> now = waters.of(period);
        if (now.isEmpty()) {
            return List.of();
        }
        Known known = known(period);
        return now.stream().map(each -> compared(each, known)).toList();
    }

    /** One water's latest assessment of a period. */
    public WaterComparison of(WaterAssessment now) {
        return compared(now, known(now.period()));
    }

    private Known known(Period period) {
        Map<String, Member> members = waters.members(WaterAssessment.DISTRICT, period).stream()
                .collect(Collectors.toMap(Member::site, Function.identity()));
        Map<Against, Map<String, Assessment>> before = new EnumMap<>(Against.class);
        Map<Against, Map<String, WaterAssessment>> watersBefore = new EnumMap<>(Against.class);
        Map<Against, Period> periods = new EnumMap<>(Against.class);
        periods.put(Against.LAST_PERIOD, period.before());
        periods.put(Against.SAME_PERIOD_LAST_YEAR, period.yearBefore());
        periods.forEach((against, earlier) -> {
            before.put(against, by(assessments.of(earlier), Assessment::site));
            watersBefore.put(against, by(waters.of(earlier), WaterAssessment::water));
        });
        return new Known(
                period, SurfaceWater.on(period.last(), district), members, before, watersBefore, sections.bases());
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
        Map<String, T> map = new HashMap<>();
        all.forEach(each -> map.put(key.apply(each), each));
        return map;
    }

    private WaterComparison compared(WaterAssessment now, Known known) {
        boolean district = now.scope().equals(WaterAssessment.DISTRICT);
        List<Member> members = now.sections().stream()
                .map(each -> known.members().get(code(each)))
                .filter(Objects::nonNull)
                .toList();
        Map<String, Member> valued = new LinkedHashMap<>();
        members.stream()
                .filter(each -> AssessWaters.valued(each) != null)
                .forEach(each -> valued.put(each.site(), each));
        Site site = district
                ? null
                : sites.on(now.water(), known.period().last())
                        .or(() -> sites.find(now.water()))
                        .orElse(null);
        List<Sample> samples =
                valued.values().stream().map(CompareWaters::sample).toList();
        Sample mean = MEAN.equals(now.method()) && !samples.isEmpty() ? mean(known.rules(), samples) : null;
        boolean lake = site != null && site.description().waterType() == WaterType.LAKE;
        return new WaterComparison(
                now,
                WaterTarget.of(
                        known.rules(),
                        site == null ? null : site.description().targetClass(),
                        now.method(),
                        mean,
                        now.counts(),
                        members.stream()
                                .flatMap(each -> Stream.ofNullable(each.assessment()))
                                .toList()),
                Stream.of(Against.values())
                        .map(each -> change(each, now, valued, known))
                        .toList(),
                lake && mean != null ? Trophic.of(known.rules(), mean.values()) : null,
                district ? city(samples, known) : null);
    }

    private static String code(String section) {
        return section.substring(0, section.lastIndexOf('/'));
    }

    private @Nullable CityQuality city(List<Sample> now, Known known) {
        List<Sample> before = new ArrayList<>();
        known.before(Against.SAME_PERIOD_LAST_YEAR).forEach((site, assessment) -> {
            Member member = known.members().get(site);
            if (member != null && hasClass(assessment)) {
                before.add(assessment.sample(member.name(), type(member)));
            }
        });
        return CityQuality.of(known.rules(), district, known.period().last(), now, before)
                .orElse(null);
    }

    private WaterChange change(Against against, WaterAssessment now, Map<String, Member> valued, Known known) {
        if (against == Against.BASE_YEAR) {
            return againstBase(now, valued, known);
        }
        Period period = known.period();
        String earlier = (against == Against.LAST_PERIOD ? period.before() : period.yearBefore()).text();
        WaterAssessment before =
                known.watersBefore().getOrDefault(against, Map.of()).get(now.water());
        Map<String, Sample> then = new LinkedHashMap<>();
        Map<String, Integer> classes = new HashMap<>();
        for (Member each : valued.values()) {
            Assessment found = known.before(against).get(each.site());
            Integer waterClass = found == null ? null : found.waterClass();
            if (found != null && waterClass != null && hasClass(found)) {
                then.put(each.site(), found.sample(each.name(), type(each)));
                classes.put(each.site(), waterClass);
            }
        }
        Reason not = null;
        if (before == null) {
            not = Reason.NO_DATA;
        } else if (before.total() == 0) {
            not = Reason.WITHOUT_CLASS;
        } else if (valued.isEmpty()) {
            not = Reason.NOW_WITHOUT_CLASS;
        } else if (classes.isEmpty()) {
            not = Reason.NO_SECTION;
        }
        Outcome outcome;
        if (not != null) {
            outcome = new NotCompared(not);
        } else if (MEAN.equals(now.method())
                && MEAN.equals(Objects.requireNonNull(before).method())) {
            outcome = byMean(known.rules(), then, valued);
        } else {
            outcome = byShares(known.rules(), classes, valued);
        }
        return new WaterChange(
                against,
                earlier,
                before == null ? null : before.qualityLevel(),
                classes.size(),
                valued.size(),
                outcome);
    }

    /** Where one section alone has no base value, nothing is compared: the rest is another water. */
    private WaterChange againstBase(WaterAssessment now, Map<String, Member> valued, Known known) {
        Map<String, BaseValue> bases = new LinkedHashMap<>();
        for (String each : valued.keySet()) {
            BaseValue base = known.bases().get(each);
            if (base != null) {
                bases.put(each, base);
            }
        }
        Outcome outcome;
        if (valued.isEmpty()) {
            outcome = new NotCompared(Reason.NOW_WITHOUT_CLASS);
        } else if (bases.isEmpty()) {
            outcome = new NotCompared(Reason.NO_DATA);
        } else if (bases.size() < valued.size()) {
            outcome = new NotCompared(Reason.BASE_INCOMPLETE);
        } else if (MEAN.equals(now.method()) && valued.size() == 1) {
            Member only = valued.values().iterator().next();
            outcome = CompareSections.against(
                            known.rules(),
                            only.name(),
                            type(only),
                            bases.values().iterator().next(),
                            known.rules().assess(sample(only)))
                    .<Outcome>map(ByMean::new)
                    .orElseGet(() -> new NotCompared(Reason.NO_SECTION));
        } else if (MEAN.equals(now.method()) && valued.values().stream().allMatch(each -> isKnown(each, known))) {
            Map<String, Sample> then = new LinkedHashMap<>();
            valued.forEach((site, member) -> then.put(site, baseSample(member, known)));
            outcome = byMean(known.rules(), then, valued);
        } else {
            Map<String, Integer> classes = new HashMap<>();
            bases.forEach((site, base) -> classes.put(site, base.waterClass()));
            outcome = byShares(known.rules(), classes, valued);
        }
        return new WaterChange(
                Against.BASE_YEAR, Integer.toString(sections.baseYear()), null, bases.size(), valued.size(), outcome);
    }

    /** Whether the concentrations that are known of a section's base year make the class that was published. */
    private static boolean isKnown(Member member, Known known) {
        BaseValue base = Objects.requireNonNull(known.bases().get(member.site()));
        WaterClass found = known.rules().assess(baseSample(member, known)).waterClass();
        return found != null && found.code() == base.waterClass();
    }

    private static Sample baseSample(Member member, Known known) {
        return Assessment.sample(
                member.name(),
                type(member),
                Objects.requireNonNull(known.bases().get(member.site())).found());
    }

    private static Outcome byMean(SurfaceWater rules, Map<String, Sample> then, Map<String, Member> valued) {
        List<Sample> now = then.keySet().stream()
                .map(each -> sample(Objects.requireNonNull(valued.get(each))))
                .toList();
        SectionAssessment before = rules.assess(mean(rules, then.values()));
        return SectionChange.between(rules, before, rules.assess(mean(rules, now)))
                .<Outcome>map(ByMean::new)
                .orElseGet(() -> new NotCompared(Reason.NO_SECTION));
    }

    private static Outcome byShares(SurfaceWater rules, Map<String, Integer> classes, Map<String, Member> valued) {
        List<Integer> now = classes.keySet().stream()
                .map(each -> waterClass(Objects.requireNonNull(valued.get(each))))
                .toList();
        return new ByShares(BasinChange.between(rules, shares(classes.values()), shares(now)));
    }

    private static QualityShares shares(Collection<Integer> classes) {
        Map<WaterClass, Integer> counts = new EnumMap<>(WaterClass.class);
        classes.forEach(each -> counts.merge(WaterClass.of(each), 1, Integer::sum));
        return new QualityShares(counts);
    }

    private static Sample mean(SurfaceWater rules, Collection<Sample> samples) {
        List<Sample> averaged =
                AssessSections.Averaged.of(rules, List.copyOf(samples)).samples();
        return Trophic.completed(rules, rules.mean("", averaged), averaged);
    }

    private static boolean hasClass(Assessment assessment) {
        return assessment.waterClass() != null && !assessment.found().isEmpty();
    }

    private static Sample sample(Member member) {
        return Objects.requireNonNull(member.assessment()).sample(member.name(), type(member));
    }

    private static Integer waterClass(Member member) {
        return Objects.requireNonNull(
                Objects.requireNonNull(member.assessment()).waterClass());
    }

    private static WaterType type(Member member) {
        return member.type() == null ? WaterType.RIVER : member.type();
    }
}
