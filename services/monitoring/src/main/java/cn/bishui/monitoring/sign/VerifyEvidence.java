package cn.bishui.monitoring.sign;

import cn.bishui.audit.AuditReader;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Computes the hash of frozen records again and holds it against what was noted when they were frozen. */
@Service
public class VerifyEvidence {

    static final String FOUND = "suspicion.found";
    static final String HASH = "evidenceHash";

    private final Suspicions suspicions;
    private final AuditReader audit;

    VerifyEvidence(Suspicions suspicions, AuditReader audit) {
        this.suspicions = suspicions;
        this.audit = audit;
    }

    /**
     * What came of it.
     *
     * @param noted hash that stands with the suspicion
     * @param audited hash in the audit log, whose own chain is verified apart; empty if it is not there
     * @param computed hash of the records as they are now
     * @param fits whether all three are the same
     */
    public record Verdict(String noted, String audited, String computed, int records, boolean fits) {}

    /** Verifies; empty if there is no such suspicion. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Verdict> verify(UUID id) {
        return suspicions.find(id).map(suspicion -> {
            Evidence evidence = suspicions.evidence(id);
            String computed = evidence.hash(suspicion.found());
            String audited = audit.about(Found.subject(id)).stream()
                    .filter(each -> each.action().equals(FOUND))
                    .map(each -> String.valueOf(each.details().get(HASH)))
                    .findFirst()
                    .orElse("");
            boolean fits = computed.equals(suspicion.evidenceHash())
                    && computed.equals(audited)
                    && evidence.rows().size() == suspicion.records();
            return new Verdict(
                    suspicion.evidenceHash(), audited, computed, evidence.rows().size(), fits);
        });
    }
}
