package cn.bishui.monitoring.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The sites of the network, each with all its versions. */
public interface Sites {

    Optional<Site> find(String code);

    /** Holds a site until the transaction ends: whoever assesses it next waits. */
    void hold(String code);

    /** What a site was on a day: its last version that was in effect. Empty if it was not there yet. */
    Optional<Site> on(String code, LocalDate day);

    /**
     * Adds a proposed site.
     *
     * @return false if the code is taken
     */
    boolean add(Site site, Change change);

    /** Keeps a changed site; false if it is no longer at the version before. */
    boolean update(Site changed, Change change);

    /**
     * What was done to a site.
     *
     * @param what as the audit log names it: {@code moved}
     * @param effectiveFrom day from which it holds
     * @param reason why; empty where none is asked for
     */
    record Change(String what, LocalDate effectiveFrom, Instant at, String by, String reason) {}
}
