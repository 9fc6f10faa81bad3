package cn.bishui.complaints.identity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Says whether a reporter is known and can be reached, and nothing more. */
@Service
public class HasIdentity {

    HasIdentity() {}

    /** Whether anything is kept of the reporter. */
    public boolean has(UUID complaint) {
        throw new UnsupportedOperationException();
    }

    /** Whether the reporter gave a name (实名). */
    public boolean isNamed(UUID complaint) {
        throw new UnsupportedOperationException();
    }

    /** Whether a short message can reach the reporter. */
    public boolean hasMobile(UUID complaint) {
        throw new UnsupportedOperationException();
    }

    /** Those of the complaints of which something is kept. */
    public Set<UUID> among(Collection<UUID> complaints) {
        throw new UnsupportedOperationException();
    }
}
