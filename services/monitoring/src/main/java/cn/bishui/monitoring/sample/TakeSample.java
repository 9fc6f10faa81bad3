package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a sample was taken, or why none could be. */
@Service
public class TakeSample {

    private final Samples samples;
    private final Laboratory laboratory;
    private final AuditLog audit;
    private final Clock clock;

    TakeSample(Samples samples, Laboratory laboratory, AuditLog audit, Clock clock) {
        this.samples = samples;
        this.laboratory = laboratory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was taken.
     *
     * @param note why, where nothing could be taken
     * @param findings what is known already; none usually
     */
    public record Taken(String site, LocalDate on, Condition condition, String note, List<Finding> findings) {}

    /**
     * Notes several, or none of them.
     *
     * @return as they are now, in the same order
     * @throws RuleBroken {@code sample.future}, {@code sample.taken-before}, {@code sample.why-nothing}, as {@link Laboratory#bench}, {@link Laboratory#mustBeTheirs},
     *     {@link Laboratory#mustFit} or {@link Sample#finding}
     */
    @Transactional
    public List<Sample> take(List<Taken> taken, Actor actor) {
        return taken.stream().map(each -> take(each, actor)).toList();
    }

    private Sample take(Taken taken, Actor actor) {
        if (taken.on().isAfter(LocalDate.now(clock))) {
            throw RuleBroken.invalid("sample.future", taken.on());
        }
        laboratory.mustBeTheirs(taken.site(), actor);
        laboratory.mustFit(taken.findings(), laboratory.bench(taken.site(), taken.on()), taken.on());
        Sample sample = new Sample(
                        samples.nextNumber(taken.on().getYear()),
                        taken.site(),
                        taken.on(),
                        actor.username(),
                        taken.condition(),
                        taken.condition().said(taken.note()),
                        Work.first(),
                        -1)
                .finding(taken.findings());
        if (!samples.add(sample)) {
            throw RuleBroken.conflict("sample.taken-before", taken.site(), taken.on());
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("site", taken.site());
        details.put("takenOn", taken.on().toString());
        details.put("condition", taken.condition().code());
        details.put("findings", EnterFindings.words(taken.findings()));
        audit.record(actor, "sample.taken", sample.subject(), details);
        return sample;
    }
}
