package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.sample.Certificates.Certificate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers the certificate of an analyst. */
@Service
public class CertifyAnalyst {

    private final Certificates certificates;
    private final AuditLog audit;

    CertifyAnalyst(Certificates certificates, AuditLog audit) {
        this.certificates = certificates;
        this.audit = audit;
    }

    /**
     * Registers it.
     *
     * @throws RuleBroken {@code certificate.number-taken} or {@code certificate.order}
     */
    @Transactional
    public void certify(Certificate certificate, Actor actor) {
        if (certificate.validTo().isBefore(certificate.validFrom())) {
            throw RuleBroken.invalid("certificate.order");
        }
        if (!certificates.add(certificate, actor.username())) {
            throw RuleBroken.conflict("certificate.number-taken", certificate.number());
        }
        audit.record(
                actor,
                "certificate.registered",
                "certificate/" + certificate.number(),
                Map.of(
                        "person", certificate.person(),
                        "bureau", certificate.bureau(),
                        "items", certificate.items().stream().sorted().toList(),
                        "validFrom", certificate.validFrom().toString(),
                        "validTo", certificate.validTo().toString()));
    }
}
