package cn.bishui.complaints.identity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Says whether a reporter is known and can be reached, and nothing more. */
@Service
public class HasIdentity {

    private final Identities identities;

    HasIdentity(Identities identities) {
        this.identities = identities;
    }

    /** Whether anything is kept of the reporter. */
    public boolean has(UUID complaint) {
        return identities.of(complaint).isPresent();
    }

    /** Whether the reporter gave a name (实名). */
    public boolean isNamed(UUID complaint) {
        return identities.of(complaint).filter(KeptIdentity::named).isPresent();
    }

    /** Whether a short message can reach the reporter. */
    public boolean hasMobile(UUID complaint) {
        return identities.of(complaint).filter(KeptIdentity::mobile).isPresent();
    }

    /** Those of the complaints of which something is kept. */
    public Set<UUID> among(Collection<UUID> complaints) {
        return identities.among(complaints);
    }
}
