package cn.bishui.monitoring.assessment;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what a section had in the base year. */
@Service
public class EnterBaseValue {

    private final Sites sites;
    private final Assessments assessments;
    private final BaseValues values;
    private final FlagDeclines flagDeclines;
    private final AssessmentSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    EnterBaseValue(
            Sites sites,
            Assessments assessments,
            BaseValues values,
            FlagDeclines flagDeclines,
            AssessmentSettings settings,
            AuditLog audit,
            Clock clock) {
        this.sites = sites;
        this.assessments = assessments;
        this.values = values;
        this.flagDeclines = flagDeclines;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters it, or corrects what was entered; what was assessed already is held against it.
     *
     * @param waterClass 1 to 6
     * @param found means by the key of the item, as printed
     * @param source where it stands
     * @throws RuleBroken {@code base.site}
     */
    @Transactional
    public BaseValue enter(String code, int waterClass, Map<String, String> found, String source, Actor actor) {
        Site site = sites.find(code)
                .filter(each -> each.description().kind() == SiteKind.SECTION)
                .orElseThrow(() -> RuleBroken.invalid("base.site", code));
        sites.hold(code);
        int revision = values.find(code, settings.baseYear())
                .map(each -> each.revision() + 1)
                .orElse(1);
        BaseValue value = new BaseValue(
                code, settings.baseYear(), revision, waterClass, found, source, actor.username(), clock.instant());
        values.add(value);
        audit.record(
                actor,
                "base.entered",
                site.subject(),
                Map.of(
                        "year", value.year(),
                        "class", waterClass,
                        "found", found,
                        "revision", revision,
                        "reason", source));
        for (Assessment each : assessments.of(code)) {
            flagDeclines.look(sites.on(code, each.period().last()).orElse(site), each);
        }
        return value;
    }
}
