package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.Deadline;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clue (线索) that a unit broke the law, at an outlet or as a whole. Its state is its type: an inspector proposes to file a case or
 * not, the head agrees or sends the proposal back, and what is agreed on is the end of the clue.
 */
public sealed interface Clue {

    ClueFile file();

    /** Opens a clue for its first evidence. */
    static Open open(UUID id, String number, Suspect suspect, Instant at, Deadline clock, Evidence first) {
        return new Open(ClueFile.open(id, number, suspect, at, clock, first), null);
    }

    /** A clue whose clock runs. There is at most one of an outlet, and one of a unit as a whole. */
    sealed interface Undecided extends Clue {

        /**
         * The clue with more evidence. Its clock runs on as before.
         *
         * @param told whom the evidence is about, who may say more of the outlet than was known
         */
        Undecided join(Evidence evidence, Suspect told);

        /** The clue with its clock counted anew, once the calendar of working days is known. */
        Undecided recount(Deadline counted);

        /** The clue after its evidence was corrected: who looked at it before has to look again. */
        Undecided corrected();
    }

    /** A clue whose clock has ended. It takes no further evidence. */
    sealed interface Decided extends Clue {

        Proposal proposal();

        Agreement agreement();
    }

    /**
     * Nothing is proposed.
     *
     * @param sentBack why the last proposal came back, null if there was none
     */
    record Open(ClueFile file, @Nullable SentBack sentBack) implements Undecided {

        @Override
        public Open join(Evidence evidence, Suspect told) {
            return new Open(file.with(evidence, told), sentBack);
        }

        @Override
        public Open recount(Deadline counted) {
            return new Open(file.withClock(counted), sentBack);
        }

        @Override
        public Open corrected() {
            return new Open(file.changed(), sentBack);
        }

        /** Puts a decision before the head. */
        public Proposed propose(FilingDecision decision, String reason, Actor inspector, Instant at) {
            return new Proposed(file.changed(), new Proposal(decision, reason, inspector.username(), at));
        }
    }

    /** A proposal waits for the head. */
    record Proposed(ClueFile file, Proposal proposal) implements Undecided {

        @Override
        public Proposed join(Evidence evidence, Suspect told) {
            return new Proposed(file.with(evidence, told), proposal);
        }

        @Override
        public Proposed recount(Deadline counted) {
            return new Proposed(file.withClock(counted), proposal);
        }

        @Override
        public Proposed corrected() {
            return new Proposed(file.changed(), proposal);
        }

        /**
         * Makes the proposal the decision.
         *
         * @param caseNumber asked for the case's number if there is to be one
         */
        public Decided agree(Actor head, Instant at, Supplier<String> caseNumber) {
            mustBeAnother(head);
            Agreement agreement = new Agreement(head.username(), at);
            return switch (proposal.decision()) {
                case FILE -> new Filed(file.changed(), proposal, agreement, caseNumber.get());
                case DISMISS -> new Dismissed(file.changed(), proposal, agreement);
            };
        }

        /** Gives the proposal back to the inspectors. */
        public Open sendBack(String reason, Actor head, Instant at) {
            mustBeAnother(head);
            return new Open(file.changed(), new SentBack(reason, head.username(), at));
        }

        private void mustBeAnother(Actor head) {
            if (head.isSamePersonAs(proposal.by())) {
                throw RuleBroken.forbidden("clue.four-eyes", proposal.by());
            }
        }
    }

    /** A case was filed (立案). */
    record Filed(ClueFile file, Proposal proposal, Agreement agreement, String caseNumber) implements Decided {}

    /** No case was filed (不予立案). */
    record Dismissed(ClueFile file, Proposal proposal, Agreement agreement) implements Decided {}
}
