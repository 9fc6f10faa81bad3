package cn.bishui.monitoring.onsite;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.onsite.OnSiteSample.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An analyst enters the report of a sample that was taken on site. */
@Service
public class EnterOnSiteSample {

    private final OnSiteSamples samples;
    private final AuditLog audit;
    private final Clock clock;

    EnterOnSiteSample(OnSiteSamples samples, AuditLog audit, Clock clock) {
        this.samples = samples;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters it.
     *
     * @return its id
     * @throws RuleBroken with code {@code onsite.future}, {@code onsite.no-permit} or {@code onsite.report-taken}
     */
    @Transactional
    public long enter(String unit, String outlet, Entry entry, Actor analyst) {
        Instant now = clock.instant();
        if (entry.sampledAt().isAfter(now)) {
            throw RuleBroken.invalid("onsite.future");
        }
        LocalDate day = LocalDate.ofInstant(entry.sampledAt(), clock.getZone());
        String permit = samples.permit(unit, outlet, day)
                .orElseThrow(() -> RuleBroken.invalid("onsite.no-permit", day.toString()));
        if (samples.hasReport(unit, outlet, entry.report())) {
            throw RuleBroken.conflict("onsite.report-taken", entry.report());
        }
        long id = samples.add(unit, outlet, permit, entry, analyst.username(), now);
        audit.record(
                analyst,
                "on-site.entered",
                "on-site-sample/" + id,
                Map.of(
                        "report",
                        entry.report(),
                        "unit",
                        unit,
                        "outlet",
                        outlet,
                        "sampledAt",
                        entry.sampledAt().toString()));
        return id;
    }
}
