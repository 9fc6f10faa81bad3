package cn.bishui.complaints.complaint;

import java.util.List;
import java.util.UUID;

/** What was told later. */
public interface AddedFacts {

    void add(UUID complaint, AddedFact fact);

    /** In their order. */
    List<AddedFact> of(UUID complaint);
}
