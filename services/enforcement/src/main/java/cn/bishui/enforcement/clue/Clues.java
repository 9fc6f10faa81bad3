package cn.bishui.enforcement.clue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clues on file. */
public interface Clues {

    Optional<Clue> find(UUID id);

    /** Finds a clue and keeps it from changing until the transaction ends. */
    Optional<Clue> lock(UUID id);

    /** The clue that takes further exceedances of an outlet, kept from changing until the transaction ends. */
    Optional<Clue.Undecided> lockUndecided(Outlet outlet);

    /** The clues whose clock was counted over days that were not settled, kept from changing. */
    List<Clue.Undecided> lockProvisional();

    /** Adds a new clue; false, and nothing is added, if the outlet has an undecided one. */
    boolean add(Clue.Open clue);

    /** Keeps a changed clue, whose version is one higher than that on file. */
    void save(Clue clue);

    /** Whether an exceedance belongs to any clue. */
    boolean holds(String exceedance);

    /**
     * Adds an exceedance to a clue.
     *
     * @param place its place within the clue, from 1
     */
    void attach(UUID clue, int place, Exceedance exceedance, Instant at);

    /** A clue's exceedances in the order in which they joined it. */
    List<Exceedance> exceedances(UUID clue);
}
