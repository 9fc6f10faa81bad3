package cn.bishui.complaints.identity;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands a reporter's phone to the service itself, for a message; no person gets to see it, so it is no look. */
@Service
public class UsePhone {

    private final Identities identities;
    private final Vault vault;
    private final AuditLog audit;

    UsePhone(Identities identities, Vault vault, AuditLog audit) {
        this.identities = identities;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * The phone, noted in the audit log of the caller's transaction; empty where none takes short messages.
     *
     * @param purpose what for, as {@code answered}
     * @param by on whose behalf
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> of(UUID complaint, String purpose, Actor by) {
        return identities.of(complaint).filter(KeptIdentity::mobile).map(kept -> {
            audit.record(by, "identity.used", ReadIdentity.SUBJECT + complaint, Map.of("purpose", purpose));
            return String.valueOf(vault.open(kept).phone());
        });
    }
}
