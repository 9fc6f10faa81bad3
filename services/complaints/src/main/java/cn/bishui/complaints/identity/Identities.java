package cn.bishui.complaints.identity;

import cn.bishui.complaints.key.Sealed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The identities that are kept, each sealed. */
public interface Identities {

    /** Keeps one, in place of what was kept of that complaint. */
    void keep(KeptIdentity identity);

    /** What is kept of a complaint's reporter. */
    Optional<KeptIdentity> of(UUID complaint);

    /** Forgets a complaint's reporter; false where nothing was kept. */
    boolean forget(UUID complaint);

    /** Those of the complaints of which something is kept. */
    Set<UUID> among(Collection<UUID> complaints);

    /** Locks the next ones, in the order of their complaints, that are sealed under another key. */
    List<KeptIdentity> notUnder(String keyId, UUID after, int limit);

    /** Puts a new seal in place of the old one. */
    void reseal(UUID complaint, Sealed sealed);
}
