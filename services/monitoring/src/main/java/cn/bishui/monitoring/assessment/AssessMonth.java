package cn.bishui.monitoring.assessment;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.SectionAssessed;
import cn.bishui.contracts.monitoring.SectionAssessed.MainPollutant;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.Finding;
import cn.bishui.monitoring.sample.Released;
import cn.bishui.monitoring.sample.Samples;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.surfacewater.Compliance;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses a section for a month from all its released samples, as soon as one is released; anew where one is corrected. What
 * it was before stays as an earlier revision.
 */
@Service
public class AssessMonth implements Released {

    private static final Actor SYSTEM = Actor.system("monitoring");

    private final Samples samples;
    private final Sites sites;
    private final Assessments assessments;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    AssessMonth(Samples samples, Sites sites, Assessments assessments, Outbox outbox, AuditLog audit, Clock clock) {
        this.samples = samples;
        this.sites = sites;
        this.assessments = assessments;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the samples of a month come to. */
    private record Found(
            @Nullable SectionAssessment section,
            @Nullable Compliance compliance,
            @Nullable String withoutValue) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String site, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        Site section = sites.on(site, last).or(() -> sites.find(site)).orElseThrow();
        if (section.description().kind() != SiteKind.SECTION) {
            return;
        }
        Assessment before = assessments.latest(site, month).orElse(null);
        List<cn.bishui.monitoring.sample.Sample> released = samples.released(site, month);
        Found found = found(section, released, last);
        Assessment now = assessment(section, month, before == null ? 1 : before.revision() + 1, released, found);
        assessments.add(now);
        outbox.append(fact(section, now, found.section()));
        audit.record(
                SYSTEM,
                "assessment.made",
                section.subject(),
                Map.of(
                        "month", month.toString(),
                        "revision", now.revision(),
                        "class", String.valueOf(now.waterClass()),
                        "samples", now.samples()));
    }

    private static Found found(Site section, List<cn.bishui.monitoring.sample.Sample> released, LocalDate last) {
        WaterType declared = section.description().waterType();
        WaterType type = declared == null ? WaterType.RIVER : declared;
        List<Sample> taken = released.stream()
                .filter(each -> each.condition() == Condition.NORMAL)
                .map(each -> new Sample(each.number(), type, values(each.work().findings()), null))
                .toList();
        if (taken.isEmpty()) {
            return new Found(
                    null,
                    null,
                    released.stream()
                            .map(each -> each.condition().code())
                            .findFirst()
                            .orElse(null));
        }
        SurfaceWater water = SurfaceWater.on(last);
        Sample mean = taken.size() == 1
                ? taken.getFirst()
                : water.mean(section.description().name(), taken);
        Integer target = section.description().targetClass();
        return new Found(water.assess(mean), target == null ? null : water.comply(mean, WaterClass.of(target)), null);
    }

    private static Map<String, Measured> values(List<Finding> findings) {
        Map<String, Measured> values = new LinkedHashMap<>();
        findings.forEach(each -> values.put(each.item(), Measured.parse(each.found())));
        return values;
    }

    private Assessment assessment(
            Site section,
            YearMonth month,
            int revision,
            List<cn.bishui.monitoring.sample.Sample> released,
            Found found) {
        SectionAssessment assessed = found.section();
        WaterClass waterClass = assessed == null ? null : assessed.waterClass();
        List<String> working = new ArrayList<>();
        if (assessed != null) {
            working.addAll(assessed.working());
            Stream.ofNullable(found.compliance())
                    .flatMap(each -> each.exceeded().stream())
                    .map(ItemJudgement::working)
                    .forEach(working::add);
            assessed.rules()
                    .forEach(rule -> working.add(rule.zh() + "; " + rule.basis().source()));
        }
        return new Assessment(
                section.code(),
                month,
                revision,
                waterClass == null ? null : waterClass.code(),
                section.description().targetClass(),
                meets(found.compliance()),
                assessed == null
                        ? List.of()
                        : assessed.mainPollutants().stream()
                                .map(each -> each.text())
                                .toList(),
                evaluated(assessed),
                assessed == null
                        ? List.of()
                        : assessed.missing().stream()
                                .map(each -> each.item().zh())
                                .toList(),
                found.withoutValue(),
                released.stream()
                        .map(each -> each.number() + "/" + each.work().number())
                        .toList(),
                working,
                clock.instant());
    }

    private static int evaluated(@Nullable SectionAssessment assessed) {
        return assessed == null
                ? 0
                : (int) assessed.items().stream()
                        .filter(each -> each.standing() == ItemClass.Standing.EVALUATED)
                        .count();
    }

    private static @Nullable Boolean meets(@Nullable Compliance compliance) {
        if (compliance == null) {
            return null;
        }
        return switch (compliance.verdict()) {
            case MEETS -> true;
            case EXCEEDS -> false;
            case CANNOT_BE_JUDGED, NOT_JUDGED -> null;
        };
    }

    private SectionAssessed fact(Site section, Assessment now, @Nullable SectionAssessment assessed) {
        Site water = water(section);
        WaterClass waterClass = assessed == null ? null : assessed.waterClass();
        return new SectionAssessed(
                section.code(),
                section.description().name(),
                water == null ? null : water.code(),
                water == null ? null : water.description().name(),
                section.description().level().code(),
                now.month().toString(),
                now.revision(),
                now.waterClass(),
                waterClass == null ? null : waterClass.level().zh(),
                now.targetClass(),
                now.meetsTarget(),
                assessed == null
                        ? List.of()
                        : assessed.mainPollutants().stream()
                                .map(each -> new MainPollutant(
                                        each.item().key(), each.item().zh(), each.multiple()))
                                .toList(),
                now.evaluated(),
                now.withoutValue(),
                "GB 3838-2002",
                now.assessedAt());
    }

    /** The water that a section lies in, by way of its reach. */
    private @Nullable Site water(Site section) {
        String parent = section.description().parent();
        Site above = parent == null ? null : sites.find(parent).orElse(null);
        if (above == null || above.description().kind() == SiteKind.WATER_BODY) {
            return above;
        }
        String next = above.description().parent();
        return next == null ? null : sites.find(next).orElse(null);
    }
}
