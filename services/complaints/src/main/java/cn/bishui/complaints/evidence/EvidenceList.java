package cn.bishui.complaints.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is kept of which complaint. */
public interface EvidenceList {

    /** All of a complaint, in the order in which it came. */
    List<Evidence> of(UUID complaint);

    /** All of each of these, in the order in which it came; a complaint without any is left out. */
    Map<UUID, List<Evidence>> ofAll(Collection<UUID> complaints);

    /** How many there are of each of these, 0 left out. */
    Map<UUID, Integer> counts(Collection<UUID> complaints);

    /** One of them. */
    Optional<Evidence> named(UUID id);
}
