package cn.bishui.enforcement.clue.web;

import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.web.Person;

/**
 * What a reader can do on a clue's page. At most one of these is the page's primary action.
 *
 * @param sign sign the card, or give it back
 * @param decide answer the proposal
 * @param draft write the card
 * @param propose propose a decision
 * @param othersMust whether the reader may do half of what waits here only because the reader did the other half
 */
record Moves(boolean sign, boolean decide, boolean draft, boolean propose, boolean othersMust) {

    static Moves of(CompleteFile file, Person person) {
        ClueSheet clue = file.clue();
        CardSheet card = file.card();
        boolean inspector = person.roles().contains(Roles.INSPECTOR);
        boolean head = person.roles().contains(Roles.HEAD);
        boolean drafted = card != null && card.state().equals(CardSheet.DRAFTED);
        boolean proposed = clue.state().equals(ClueSheet.PROPOSED);
        boolean ownDraft = card != null && drafted && person.username().equals(card.draftedBy());
        boolean ownProposal = proposed && person.username().equals(clue.proposedBy());
        return new Moves(
                head && drafted && !ownDraft,
                head && proposed && !ownProposal,
                inspector && card != null && card.writable(),
                inspector && clue.state().equals(ClueSheet.OPEN),
                head && (ownDraft || ownProposal));
    }

    /** {@code sign}, {@code decide}, {@code draft}, {@code propose}, or empty where nothing waits for the reader. */
    String primary(CompleteFile file) {
        if (sign) {
            return "sign";
        }
        if (decide) {
            return "decide";
        }
        boolean waitsForDraft = file.card() != null && !file.card().state().equals(CardSheet.DRAFTED);
        if (draft && waitsForDraft) {
            return "draft";
        }
        return propose ? "propose" : "";
    }
}
