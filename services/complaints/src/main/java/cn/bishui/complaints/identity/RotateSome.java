package cn.bishui.complaints.identity;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A part of a rotation, in a transaction of its own. */
@Service
class RotateSome {

    private static final Logger log = LoggerFactory.getLogger(RotateSome.class);

    private static final int SOME = 200;

    private final Identities identities;
    private final Vault vault;
    private final AuditLog audit;

    RotateSome(Identities identities, Vault vault, AuditLog audit) {
        this.identities = identities;
        this.vault = vault;
        this.audit = audit;
    }

    /** What was done, up to which complaint. */
    record Batch(UUID last, int rotated) {}

    /** Rotates the next ones; empty where there are no more. */
    @Transactional
    Optional<Batch> after(UUID after) {
        List<KeptIdentity> old = identities.notUnder(vault.currentKey(), after, SOME);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        int rotated = 0;
        for (KeptIdentity each : old) {
            try {
                identities.reseal(each.complaint(), vault.seal(each.complaint(), vault.open(each)));
                rotated++;
            } catch (IllegalStateException e) {
                log.error("the reporter of complaint {} stays under its key: {}", each.complaint(), e.getMessage());
            }
        }
        if (rotated > 0) {
            audit.record(
                    Actor.system("complaints"),
                    "identity.rotated",
                    "identity/" + vault.currentKey(),
                    Map.of("identities", rotated));
        }
        return Optional.of(new Batch(old.getLast().complaint(), rotated));
    }
}
