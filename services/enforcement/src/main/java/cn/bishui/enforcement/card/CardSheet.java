package cn.bishui.enforcement.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A yellow card laid flat: what it says in whatever state it is, for those who keep or show it. What a state does not
 * have is null.
 *
 * @param state one of the states named here
 * @param measure {@code limit-production} or {@code stop-production}
 * @param exceedances ids of the exceedances it is shown for, none while there is no draft
 */
public record CardSheet(
        UUID clue,
        long version,
        String state,
        @Nullable String number,
        @Nullable String measure,
        @Nullable String reason,
        List<String> exceedances,
        @Nullable String draftedBy,
        @Nullable Instant draftedAt,
        @Nullable String returnReason,
        @Nullable String returnedBy,
        @Nullable Instant returnedAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable LocalDate shownOn) {

    public static final String PROPOSED = "proposed";
    public static final String DRAFTED = "drafted";
    public static final String RETURNED = "returned";
    public static final String SIGNED = "signed";
    public static final String LAPSED = "lapsed";

    public CardSheet {
        exceedances = List.copyOf(exceedances);
    }

    public static CardSheet of(YellowCard card) {
        return switch (card) {
            case YellowCard.Proposed proposed -> sheet(proposed, PROPOSED, null, null, null, null);
            case YellowCard.Drafted drafted -> sheet(drafted, DRAFTED, drafted.draft(), null, null, null);
            case YellowCard.Returned returned ->
                sheet(returned, RETURNED, returned.draft(), returned.why(), null, null);
            case YellowCard.Signed signed ->
                sheet(signed, SIGNED, signed.draft(), null, signed.signature(), signed.number());
            case YellowCard.Lapsed lapsed -> sheet(lapsed, LAPSED, lapsed.draft(), null, null, null);
        };
    }

    private static CardSheet sheet(
            YellowCard card,
            String state,
            @Nullable Draft draft,
            @Nullable GivenBack why,
            @Nullable Signature signature,
            @Nullable String number) {
        return new CardSheet(
                card.clue(),
                card.version(),
                state,
                number,
                draft == null ? null : draft.measure().id(),
                draft == null ? null : draft.reason(),
                draft == null ? List.of() : draft.exceedances(),
                draft == null ? null : draft.by(),
                draft == null ? null : draft.at(),
                why == null ? null : why.reason(),
                why == null ? null : why.by(),
                why == null ? null : why.at(),
                signature == null ? null : signature.by(),
                signature == null ? null : signature.at(),
                signature == null ? null : signature.shownOn());
    }

    /** Whether an inspector may write on it. */
    public boolean writable() {
        return state.equals(PROPOSED) || state.equals(DRAFTED) || state.equals(RETURNED);
    }
}
