package cn.bishui.enforcement.card;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The yellow card (黄牌) of a clue. Its state is its type: the system proposes it, an inspector drafts it, the head signs
 * it or gives it back, and what is signed stays.
 */
public sealed interface YellowCard {

    /** Id of the clue, which has one yellow card. */
    UUID clue();

    /** Rises with every change. */
    long version();

    /** The card that the system proposes for a clue. */
    static Proposed propose(UUID clue) {
        return new Proposed(clue, 0);
    }

    /** A card that nobody signed yet. */
    sealed interface Unsigned extends YellowCard {

        /** Its draft, null while there is none. */
        @Nullable
        Draft draft();

        /** Writes what the card is to say, in place of what it said before. */
        default Drafted write(Draft draft) {
            return new Drafted(clue(), version() + 1, draft);
        }

        /** Ends it with its clue, on which no case is filed. */
        default Lapsed lapse() {
            return new Lapsed(clue(), version() + 1, draft());
        }
    }

    /** The system proposes it. */
    record Proposed(UUID clue, long version) implements Unsigned {

        @Override
        public @Nullable Draft draft() {
            return null;
        }
    }

    /** A draft waits for the head. */
    record Drafted(UUID clue, long version, Draft draft) implements Unsigned {

        /**
         * Shows the card.
         *
         * @param number asked for the card's number
         */
        public Signed sign(Actor head, Signature signature, Supplier<String> number) {
            mustBeAnother(head);
            return new Signed(clue, version + 1, draft, signature, number.get());
        }

        /** Gives the draft back to the inspectors. */
        public Returned giveBack(Actor head, GivenBack why) {
            mustBeAnother(head);
            return new Returned(clue, version + 1, draft, why);
        }

        private void mustBeAnother(Actor head) {
            if (head.isSamePersonAs(draft.by())) {
                throw RuleBroken.forbidden("card.four-eyes", draft.by());
            }
        }
    }

    /** The head gave the draft back. */
    record Returned(UUID clue, long version, Draft draft, GivenBack why) implements Unsigned {}

    /** The card is shown. */
    record Signed(UUID clue, long version, Draft draft, Signature signature, String number) implements YellowCard {}

    /** No case was filed on the clue before anybody signed. */
    record Lapsed(UUID clue, long version, @Nullable Draft draft) implements YellowCard {}
}
