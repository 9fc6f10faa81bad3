package cn.bishui.monitoring.intake;

import java.util.Map;
import java.util.Optional;

/** Refused packets. */
public interface Refusals {

    Optional<Refusal> find(long id);

    /** Adds to those that wait; what has none begins one. */
    void add(Map<Logbook.RefusalKey, Logbook.Seen> seen);

    /** Keeps an acknowledgement; false if it is no longer at the version before. Counts may have risen meanwhile. */
    boolean acknowledge(Refusal acknowledged);
}
