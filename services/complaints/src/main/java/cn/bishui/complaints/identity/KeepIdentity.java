package cn.bishui.complaints.identity;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who reported, encrypted and apart. */
@Service
public class KeepIdentity {

    private final Identities identities;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    KeepIdentity(Identities identities, Vault vault, AuditLog audit, Clock clock) {
        this.identities = identities;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps it in the caller's transaction, in place of what was kept before; an empty one takes back what was kept. */
    @Transactional
    public void keep(UUID complaint, Identity identity, Actor actor) {
        String subject = ReadIdentity.SUBJECT + complaint;
        if (identity.isEmpty()) {
            if (identities.forget(complaint)) {
                audit.record(actor, "identity.forgotten", subject, Map.of());
            }
            return;
        }
        identities.keep(new KeptIdentity(
                complaint,
                vault.seal(complaint, identity),
                identity.name() != null,
                identity.hasMobile(),
                clock.instant()));
        audit.record(actor, "identity.kept", subject, Map.of());
    }
}
