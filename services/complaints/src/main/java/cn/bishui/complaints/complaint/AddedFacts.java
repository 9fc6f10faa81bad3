package cn.bishui.complaints.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was told later. */
public interface AddedFacts {

    void add(UUID complaint, AddedFact fact);

    /** In their order. */
    List<AddedFact> of(UUID complaint);

    /** Those of each of these, in their order; a complaint without any is left out. */
    Map<UUID, List<AddedFact>> ofAll(Collection<UUID> complaints);
}
