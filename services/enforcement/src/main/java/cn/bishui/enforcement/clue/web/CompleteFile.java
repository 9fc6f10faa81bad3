package cn.bishui.enforcement.clue.web;

import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.card.SuggestedReason;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.ReportedAct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is on file about a clue. */
record CompleteFile(
        ClueSheet clue,
        List<Exceedance> exceedances,
        List<ReportedAct> acts,
        @Nullable CardSheet card) {

    /** What a card could say, null where nothing may be written any more. */
    public @Nullable String suggestedReason() {
        List<Exceedance> standing = exceedances.stream()
                .filter(Exceedance::stands)
                .map(Exceedance::asItStands)
                .toList();
        return card != null && card.writable() && !standing.isEmpty()
                ? SuggestedReason.of(clue.file().suspect(), standing)
                : null;
    }

    /** How many exceedances do not stand any more. */
    public long fallen() {
        return exceedances.stream().filter(exceedance -> !exceedance.stands()).count();
    }

    /** Whether nothing is left on which the clue rests. */
    public boolean restsOnNothing() {
        return acts.isEmpty() && fallen() == exceedances.size();
    }

    /** The permits whose limits were broken. */
    public List<String> permits() {
        return exceedances.stream().map(Exceedance::permit).distinct().toList();
    }

    /** How many exceedances joined after the card was drafted, which it does not name. */
    public long joinedSinceDraft() {
        return card == null || card.reason() == null
                ? 0
                : exceedances.stream()
                        .filter(exceedance -> !card.exceedances().contains(exceedance.id()))
                        .count();
    }
}
