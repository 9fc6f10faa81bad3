package cn.bishui.complaints.supervision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The supervisions on file. */
public interface Supervisions {

    /** Adds one; false, and nothing is added, if the complaint is supervised already. */
    boolean add(Supervision supervision);

    /** One of them, kept from changing until the transaction ends. */
    Optional<Supervision> lock(UUID id);

    void closed(UUID id, Supervision.Closing closing);

    /** Those of a complaint, newest first. */
    List<Supervision> of(UUID complaint);
}
