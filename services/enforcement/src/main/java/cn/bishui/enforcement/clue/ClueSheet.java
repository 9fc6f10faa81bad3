package cn.bishui.enforcement.clue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clue laid flat: what it says in whatever state it is, for those who keep or show it. What a state does not have is
 * null.
 *
 * @param state one of the states named here
 * @param decision {@code file} or {@code dismiss}, as proposed
 */
public record ClueSheet(
        ClueFile file,
        String state,
        @Nullable String sentBackReason,
        @Nullable String sentBackBy,
        @Nullable Instant sentBackAt,
        @Nullable String decision,
        @Nullable String proposalReason,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String agreedBy,
        @Nullable Instant agreedAt,
        @Nullable String caseNumber) {

    public static final String OPEN = "open";
    public static final String PROPOSED = "proposed";
    public static final String FILED = "filed";
    public static final String DISMISSED = "dismissed";

    public static ClueSheet of(Clue clue) {
        return switch (clue) {
            case Clue.Open open -> sheet(open, OPEN, open.sentBack(), null, null, null);
            case Clue.Proposed proposed -> sheet(proposed, PROPOSED, null, proposed.proposal(), null, null);
            case Clue.Filed filed -> sheet(filed, FILED, null, filed.proposal(), filed.agreement(), filed.caseNumber());
            case Clue.Dismissed dismissed ->
                sheet(dismissed, DISMISSED, null, dismissed.proposal(), dismissed.agreement(), null);
        };
    }

    private static ClueSheet sheet(
            Clue clue,
            String state,
            @Nullable SentBack sentBack,
            @Nullable Proposal proposal,
            @Nullable Agreement agreement,
            @Nullable String caseNumber) {
        return new ClueSheet(
                clue.file(),
                state,
                sentBack == null ? null : sentBack.reason(),
                sentBack == null ? null : sentBack.by(),
                sentBack == null ? null : sentBack.at(),
                proposal == null ? null : proposal.decision().id(),
                proposal == null ? null : proposal.reason(),
                proposal == null ? null : proposal.by(),
                proposal == null ? null : proposal.at(),
                agreement == null ? null : agreement.by(),
                agreement == null ? null : agreement.at(),
                caseNumber);
    }

    /** Whether a state is one in which the clock runs. */
    public static boolean undecided(String state) {
        return state.equals(OPEN) || state.equals(PROPOSED);
    }

    /** Whether the clock runs. */
    public boolean undecided() {
        return undecided(state);
    }
}
