package cn.bishui.monitoring.assessment;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.WaterBodyAssessed;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.assessment.WaterAssessments.Member;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.BasinAssessment;
import cn.bishui.standards.surfacewater.BasinAssessment.Exceedance;
import cn.bishui.standards.surfacewater.Basins;
import cn.bishui.standards.surfacewater.Level;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assesses the water body, the basins and the district that a section lies in, whenever its own assessment changed. */
@Component
class AssessWaters {

    private static final Actor SYSTEM = Actor.system("monitoring");

    /** Waters within waters: nobody nests them so deep. */
    private static final int DEEPEST = 8;

    private final Sites sites;
    private final WaterAssessments waters;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules district;

    AssessWaters(Sites sites, WaterAssessments waters, Outbox outbox, AuditLog audit, Clock clock, Rules district) {
        this.sites = sites;
        this.waters = waters;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.district = district;
    }

    /** A section's assessments of these periods changed; from the water body up, so that nobody waits for another in a circle. */
    void changed(Site section, List<Period> periods) {
        for (Site each : waters(section)) {
            waters.lock(each.code());
            boolean basin = waters.isBasin(each.code());
            for (Period period : periods) {
                Site then = sites.on(each.code(), period.last()).orElse(each);
                assess(
                        each.code(),
                        basin ? "basin" : "water-body",
                        then.description().name(),
                        then.description().waterType(),
                        then.description().targetClass(),
                        period);
            }
        }
        waters.lock(WaterAssessment.DISTRICT);
        periods.forEach(each -> assess(WaterAssessment.DISTRICT, WaterAssessment.DISTRICT, "", null, null, each));
    }

    /** The water body that a site lies in, by way of its reach, then what that flows into. */
    List<Site> waters(Site site) {
        List<Site> above = new ArrayList<>();
        Optional<Site> next = parent(site);
        for (int i = 0; i < DEEPEST && next.isPresent(); i++) {
            Site found = next.get();
            if (found.description().kind() == SiteKind.WATER_BODY) {
                if (above.stream().anyMatch(each -> each.code().equals(found.code()))) {
                    return above;
                }
                above.add(found);
            }
            next = parent(found);
        }
        return above;
    }

    private Optional<Site> parent(Site site) {
        return Optional.ofNullable(site.description().parent()).flatMap(sites::find);
    }

    private void assess(
            String water,
            String scope,
            String name,
            @Nullable WaterType type,
            @Nullable Integer target,
            Period period) {
        List<Member> members = waters.members(water, period);
        SurfaceWater rules = SurfaceWater.on(period.last(), district);
        List<Sample> samples = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Member each : members) {
            Assessment found = valued(each);
            if (found == null) {
                without.add(each.name());
            } else {
                samples.add(found.sample(each.name(), each.type() == null ? WaterType.RIVER : each.type()));
            }
        }
        AssessSections.Averaged averaged = AssessSections.Averaged.of(rules, samples);
        BasinAssessment assessed = assessed(name, type, new Basins(rules), rules, samples, averaged.samples());
        int revision =
                waters.latest(water, period).map(each -> each.revision() + 1).orElse(1);
        WaterAssessment now = assessment(
                water,
                scope,
                name,
                period,
                revision,
                members,
                without,
                assessed,
                notes(rules, type, target, members, assessed, averaged));
        waters.add(now);
        outbox.append(fact(now, assessed));
        audit.record(
                SYSTEM,
                "assessment.made",
                "water/" + water,
                Map.of(
                        "period",
                        period.text(),
                        "revision",
                        revision,
                        "level",
                        String.valueOf(now.qualityLevel()),
                        "sections",
                        now.sections()));
    }

    /** What is said besides how it was assessed: what no mean was taken of, the target, how nutrient-rich a lake is. */
    private static List<String> notes(
            SurfaceWater rules,
            @Nullable WaterType type,
            @Nullable Integer target,
            List<Member> members,
            @Nullable BasinAssessment assessed,
            AssessSections.Averaged averaged) {
        List<String> notes = new ArrayList<>(averaged.notes());
        SectionAssessment mean = assessed == null ? null : assessed.ofMean();
        notes.add(WaterTarget.of(
                        rules,
                        target,
                        assessed == null ? null : code(assessed.method()),
                        mean == null ? null : mean.sample(),
                        counts(members),
                        members.stream()
                                .map(Member::assessment)
                                .filter(Objects::nonNull)
                                .toList())
                .working());
        if (type == WaterType.LAKE && mean != null) {
            notes.add(Trophic.of(
                            rules,
                            Trophic.completed(rules, mean.sample(), averaged.samples())
                                    .values())
                    .working());
        }
        return notes;
    }

    /** Null where it has no class, or none of the values are kept that it rests on, as those of before they were. */
    static @Nullable Assessment valued(Member member) {
        Assessment found = member.assessment();
        return found == null || found.waterClass() == null || found.found().isEmpty() ? null : found;
    }

    /** Null where there is nothing to assess: no section with a class, or few sections of both kinds of water. */
    private static @Nullable BasinAssessment assessed(
            String name,
            @Nullable WaterType type,
            Basins basins,
            SurfaceWater rules,
            List<Sample> samples,
            List<Sample> averaged) {
        if (samples.isEmpty()) {
            return null;
        }
        if (type == WaterType.LAKE) {
            return basins.assessLake(name, averaged);
        }
        boolean few = samples.size() < rules.rule("basin.sections").count();
        if (few && samples.stream().map(Sample::type).distinct().count() > 1) {
            return null;
        }
        return basins.assess(name, few ? averaged : samples);
    }

    private WaterAssessment assessment(
            String water,
            String scope,
            String name,
            Period period,
            int revision,
            List<Member> members,
            List<String> without,
            @Nullable BasinAssessment assessed,
            List<String> notes) {
        WaterClass waterClass = assessed == null ? null : assessed.waterClass();
        Level level = assessed == null ? null : assessed.level();
        List<String> working = new ArrayList<>();
        if (assessed != null) {
            working.add(assessed.working());
            working.addAll(notes);
            SectionAssessment mean = assessed.ofMean();
            if (mean != null) {
                working.addAll(mean.working());
            }
            assessed.rules()
                    .forEach(rule -> working.add(rule.zh() + "; " + rule.basis().source()));
        }
        List<Assessment> found = members.stream()
                .map(Member::assessment)
                .filter(Objects::nonNull)
                .toList();
        return new WaterAssessment(
                water,
                scope,
                name,
                period,
                revision,
                assessed == null ? null : code(assessed.method()),
                waterClass == null ? null : waterClass.code(),
                level == null ? null : level.zh(),
                counts(members),
                assessed == null
                        ? List.of()
                        : assessed.mainPollutants().stream()
                                .map(AssessWaters::text)
                                .toList(),
                without,
                found.stream().anyMatch(Assessment::provisional),
                found.stream().map(each -> each.site() + "/" + each.revision()).toList(),
                working,
                clock.instant());
    }

    private static String code(BasinAssessment.Method method) {
        return method == BasinAssessment.Method.MEAN_OF_SECTIONS ? "mean" : "shares";
    }

    /** {@code 氨氮(25.0%)}. */
    private static String text(Exceedance each) {
        return each.item().item().zh() + "(" + each.percent().toPlainString() + "%)";
    }

    private static List<Integer> counts(List<Member> members) {
        Integer[] counts = new Integer[WaterClass.values().length];
        Arrays.fill(counts, 0);
        for (Member each : members) {
            Assessment found = valued(each);
            Integer waterClass = found == null ? null : found.waterClass();
            if (waterClass != null) {
                counts[waterClass - 1]++;
            }
        }
        return List.of(counts);
    }

    private static WaterBodyAssessed fact(WaterAssessment now, @Nullable BasinAssessment assessed) {
        return new WaterBodyAssessed(
                now.water(),
                now.name(),
                now.scope(),
                now.period().text(),
                now.revision(),
                now.method(),
                now.waterClass(),
                now.qualityLevel(),
                now.total(),
                now.counts(),
                now.percent(now.good()),
                now.percent(now.worst()),
                assessed == null
                        ? List.of()
                        : assessed.mainPollutants().stream()
                                .map(each -> new WaterBodyAssessed.Share(
                                        each.item().item().key(),
                                        each.item().item().zh(),
                                        each.sections(),
                                        each.percent()))
                                .toList(),
                now.withoutValue(),
                now.provisional(),
                AssessSections.STANDARD,
                now.assessedAt());
    }
}
