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

    /** The clue that takes further evidence of an outlet, or of a unit as a whole, kept from changing until the transaction ends. */
    Optional<Clue.Undecided> lockUndecided(Suspect suspect);

    /** The clues whose clock was counted over days that were not settled, kept from changing. */
    List<Clue.Undecided> lockProvisional();

    /** Adds a new clue; false, and nothing is added, if there is an undecided one. */
    boolean add(Clue.Open clue);

    /** Keeps a changed clue, whose version is one higher than that on file. */
    void save(Clue clue);

    /** Whether evidence of its kind and id, against the same suspect, belongs to any clue. */
    boolean holds(Evidence evidence, Suspect suspect);

    /** Adds evidence to a clue, in whose file it is counted already, as the last of its kind. */
    void attach(ClueFile clue, Evidence evidence, Instant at);

    /** A clue's exceedances in the order in which they joined it. */
    List<Exceedance> exceedances(UUID clue);

    /** The acts that were found after complaints, in the order in which they joined a clue. */
    List<ReportedAct> acts(UUID clue);

    /** The signs of tampering, in the order in which they joined a clue. */
    List<Suspicion> suspicions(UUID clue);
}
