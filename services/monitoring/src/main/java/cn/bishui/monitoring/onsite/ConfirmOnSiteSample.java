package cn.bishui.monitoring.onsite;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer confirms a sample that another person entered: from now on it proves. */
@Service
public class ConfirmOnSiteSample {

    private final OnSiteSamples samples;
    private final JudgeSampledDay judgeSampledDay;
    private final AuditLog audit;
    private final Clock clock;

    ConfirmOnSiteSample(OnSiteSamples samples, JudgeSampledDay judgeSampledDay, AuditLog audit, Clock clock) {
        this.samples = samples;
        this.judgeSampledDay = judgeSampledDay;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Confirms it.
     *
     * @param seen version that the reviewer looked at
     */
    @Transactional
    public void confirm(long id, long seen, Actor reviewer) {
        OnSiteSample sample = samples.find(id).orElseThrow(() -> new NotFound("on-site-sample", id));
        if (sample.version() != seen) {
            throw new StaleVersion(sample.subject(), seen);
        }
        OnSiteSample confirmed = sample.confirm(reviewer, clock.instant());
        if (!samples.update(confirmed)) {
            throw new StaleVersion(sample.subject(), seen);
        }
        judgeSampledDay.judge(confirmed);
        audit.record(
                reviewer,
                "on-site.confirmed",
                sample.subject(),
                Map.of("report", sample.entry().report()));
    }
}
