package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what was found in a sample. */
@Service
public class EnterFindings {

    private final Samples samples;
    private final Laboratory laboratory;
    private final AuditLog audit;

    EnterFindings(Samples samples, Laboratory laboratory, AuditLog audit) {
        this.samples = samples;
        this.laboratory = laboratory;
        this.audit = audit;
    }

    /**
     * Puts these findings in the place of those before. What does not change keeps its analyst.
     *
     * @param seen version at which the actor saw the sample
     */
    @Transactional
    public Sample enter(String number, long seen, List<Finding> findings, Actor actor) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        List<Finding> kept = findings.stream().map(each -> kept(each, sample)).toList();
        laboratory.mustBeTheirs(sample.site(), actor);
        laboratory.mustFit(kept, laboratory.bench(sample.site(), sample.takenOn()), sample.takenOn());
        Sample changed = sample.finding(kept);
        if (sample.version() != seen || !samples.update(changed)) {
            throw new StaleVersion(sample.subject(), seen);
        }
        audit.record(actor, "sample.entered", sample.subject(), words(kept));
        return changed;
    }

    private static Finding kept(Finding entered, Sample sample) {
        return sample.work().findings().stream()
                .filter(each -> each.item().equals(entered.item())
                        && each.found().equals(entered.found())
                        && each.analysedOn().equals(entered.analysedOn()))
                .findFirst()
                .orElse(entered);
    }

    static Map<String, Object> words(List<Finding> findings) {
        Map<String, Object> words = new LinkedHashMap<>();
        findings.forEach(each -> words.put(each.item(), each.found()));
        return words;
    }
}
