package cn.bishui.monitoring.permitlimit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The permits that monitoring knows of. */
public interface Permits {

    Optional<Permit> find(String number);

    /**
     * Permits as they stand, held against {@link #keep} until the transaction ends: what is judged by them and what
     * waits for them cannot miss each other.
     *
     * @return by number; those that are not known are missing
     */
    Map<String, Permit> hold(Collection<String> numbers);

    /**
     * Keeps a permit in place of an older version of it.
     *
     * @return false if the version held is the same or newer: nothing was changed
     */
    boolean keep(Permit permit);
}
