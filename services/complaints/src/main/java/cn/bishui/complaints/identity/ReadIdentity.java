package cn.bishui.complaints.identity;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.complaints.key.Fingerprint;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows who reported, once the look is on record. */
@Service
public class ReadIdentity {

    /** In the audit log an identity is a subject of its own: the complaint's timeline says nothing of looks. */
    static final String SUBJECT = "identity/";

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;

    private final Identities identities;
    private final Looks looks;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    ReadIdentity(Identities identities, Looks looks, Vault vault, AuditLog audit, Clock clock) {
        this.identities = identities;
        this.looks = looks;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes the look and opens the identity; both happen or neither. The audit log pins the reason by its hash, since people
     * write names into reasons. Codes {@code identity.reason-short}, {@code identity.reason-long},
     * {@code identity.missing}.
     *
     * @param reason 5 to 200 characters
     */
    @Transactional
    public Identity read(UUID complaint, String reason, Actor reader) {
        String why = reason.strip();
        if (why.codePointCount(0, why.length()) < SHORTEST_REASON) {
            throw RuleBroken.invalid("identity.reason-short", SHORTEST_REASON);
        }
        if (why.length() > LONGEST_REASON) {
            throw RuleBroken.invalid("identity.reason-long", LONGEST_REASON);
        }
        KeptIdentity kept = identities.of(complaint).orElseThrow(() -> RuleBroken.missing("identity.missing"));
        Look look = new Look(UUID.randomUUID(), complaint, reader.username(), reader.bureau(), why, clock.instant());
        looks.add(look);
        audit.record(
                reader,
                "identity.read",
                SUBJECT + complaint,
                Map.of("look", look.id().toString(), "reasonSha256", Fingerprint.of(why)));
        return vault.open(kept);
    }
}
