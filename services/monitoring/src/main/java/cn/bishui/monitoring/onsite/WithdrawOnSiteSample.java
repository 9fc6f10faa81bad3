package cn.bishui.monitoring.onsite;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer withdraws a sample for a reason: what it proved is judged by the devices again. */
@Service
public class WithdrawOnSiteSample {

    private final OnSiteSamples samples;
    private final JudgeSampledDay judgeSampledDay;
    private final AuditLog audit;

    WithdrawOnSiteSample(OnSiteSamples samples, JudgeSampledDay judgeSampledDay, AuditLog audit) {
        this.samples = samples;
        this.judgeSampledDay = judgeSampledDay;
        this.audit = audit;
    }

    /**
     * Withdraws it.
     *
     * @param seen version that the reviewer looked at
     */
    @Transactional
    public void withdraw(long id, long seen, String reason, Actor reviewer) {
        OnSiteSample sample = samples.find(id).orElseThrow(() -> new NotFound("on-site-sample", id));
        if (sample.version() != seen || !samples.update(sample.withdraw(reason, reviewer))) {
            throw new StaleVersion(sample.subject(), seen);
        }
        if (sample.state() == OnSiteSample.State.CONFIRMED) {
            judgeSampledDay.judge(sample);
        }
        audit.record(
                reviewer,
                "on-site.withdrawn",
                sample.subject(),
                Map.of("report", sample.entry().report(), "reason", reason));
    }
}
