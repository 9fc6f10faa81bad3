package cn.bishui.enforcement.clue;

import cn.bishui.clocks.Deadline;
import java.time.Instant;
import java.util.UUID;

/**
 * What every clue has, whatever its state.
 *
 * @param number what people call it, such as {@code XS-2026-0001}
 * @param clock last day on which to decide on filing
 * @param exceedances how many exceedances belong to it
 * @param acts how many acts belong to it that were found after complaints
 * @param suspicions how many signs of tampering belong to it
 * @param version rises with every change
 */
public record ClueFile(
        UUID id,
        String number,
        Suspect suspect,
        Instant openedAt,
        Deadline clock,
        int exceedances,
        int acts,
        int suspicions,
        long version) {

    /** The file of a clue that is opened for its first evidence. */
    static ClueFile open(UUID id, String number, Suspect suspect, Instant at, Deadline clock, Evidence first) {
        return switch (first) {
            case Exceedance _ -> new ClueFile(id, number, suspect, at, clock, 1, 0, 0, 0);
            case ReportedAct _ -> new ClueFile(id, number, suspect, at, clock, 0, 1, 0, 0);
            case Suspicion _ -> new ClueFile(id, number, suspect, at, clock, 0, 0, 1, 0);
        };
    }

    ClueFile changed() {
        return new ClueFile(id, number, suspect, openedAt, clock, exceedances, acts, suspicions, version + 1);
    }

    ClueFile with(Evidence evidence, Suspect told) {
        Suspect known = suspect.knownAs(told);
        return switch (evidence) {
            case Exceedance _ ->
                new ClueFile(id, number, known, openedAt, clock, exceedances + 1, acts, suspicions, version + 1);
            case ReportedAct _ ->
                new ClueFile(id, number, known, openedAt, clock, exceedances, acts + 1, suspicions, version + 1);
            case Suspicion _ ->
                new ClueFile(id, number, known, openedAt, clock, exceedances, acts, suspicions + 1, version + 1);
        };
    }

    ClueFile withClock(Deadline counted) {
        return new ClueFile(id, number, suspect, openedAt, counted, exceedances, acts, suspicions, version + 1);
    }
}
