package cn.bishui.monitoring.groundwater;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.LimitedFindings;
import cn.bishui.monitoring.sample.Released;
import cn.bishui.monitoring.sample.Sample;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterAssessment;
import cn.bishui.standards.groundwater.GroundwaterClass;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Classes each released sample of a well, and anew where it is corrected. */
@Service
public class AssessWells implements Released {

    private static final Actor SYSTEM = Actor.system("monitoring");

    private final LimitedFindings limitedFindings;
    private final Sites sites;
    private final WellAssessments assessments;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules rules;

    AssessWells(
            LimitedFindings limitedFindings,
            Sites sites,
            WellAssessments assessments,
            AuditLog audit,
            Clock clock,
            Rules rules) {
        this.limitedFindings = limitedFindings;
        this.sites = sites;
        this.assessments = assessments;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String code, YearMonth month) {
        Site now = sites.find(code).orElseThrow();
        if (now.description().kind() != SiteKind.WELL) {
            return;
        }
        sites.hold(code);
        List<Sample> released = limitedFindings.released(code, month);
        withdraw(now, month, released);
        for (Sample each : released) {
            Site site = sites.on(code, each.takenOn()).orElse(now);
            WellAssessment assessed = assessed(site, each);
            if (assessments.add(assessed)) {
                audit.record(
                        SYSTEM,
                        "well.assessed",
                        site.subject(),
                        Map.of(
                                "sample", each.number(),
                                "version", each.work().number(),
                                "class", String.valueOf(assessed.waterClass()),
                                "decisive", String.join("、", assessed.decisive())));
            }
        }
    }

    /** A correction may have left nothing of a sample that the standard limits: then it has no class. */
    private void withdraw(Site well, YearMonth month, List<Sample> released) {
        assessments
                .withdraw(
                        well.code(),
                        month,
                        released.stream().map(Sample::number).toList())
                .forEach(number -> audit.record(SYSTEM, "well.withdrawn", well.subject(), Map.of("sample", number)));
    }

    private WellAssessment assessed(Site site, Sample sample) {
        Integer target = site.description().targetClass();
        Map<String, Measured> values = new LinkedHashMap<>();
        sample.work().findings().forEach(each -> values.put(each.item(), Measured.parse(each.found())));
        Groundwater water = Groundwater.on(sample.takenOn(), rules);
        GroundwaterAssessment found = water.assess(values);
        boolean normal = sample.condition() == Condition.NORMAL;
        GroundwaterClass of = found.groundwaterClass();
        List<String> working = new ArrayList<>(found.working());
        found.rules()
                .forEach(rule -> working.add(rule.zh() + "; " + rule.basis().source()));
        return new WellAssessment(
                site.code(),
                sample.number(),
                sample.work().number(),
                sample.takenOn(),
                of == null ? null : of.code(),
                found.decisive().stream().map(each -> each.item().item().zh()).toList(),
                target,
                (target == null || !normal) ? null : meets(found, GroundwaterClass.of(target)),
                found.items().size(),
                normal ? found.missing().stream().map(each -> each.item().zh()).toList() : List.of(),
                normal ? null : sample.condition().code(),
                normal ? working : List.of(),
                clock.instant());
    }

    /** By its class: the nuclides that class IV asks for decide nothing where class III is met. */
    private static @Nullable Boolean meets(GroundwaterAssessment found, GroundwaterClass target) {
        GroundwaterClass settled = found.groundwaterClass();
        GroundwaterClass worst = found.worstPossible();
        if (settled != null && settled.isWorseThan(target)) {
            return false;
        }
        if (worst == null || worst.isWorseThan(target)) {
            return null;
        }
        return true;
    }
}
