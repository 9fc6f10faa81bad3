package cn.bishui.contracts.enforcement;

import cn.bishui.contracts.Fact;

/** A fact told by enforcement. */
public sealed interface EnforcementFact extends Fact
        permits ClueOpened,
                ExceedanceJoinedClue,
                ComplaintJoinedClue,
                SuspicionJoinedClue,
                CaseFiled,
                ClueDismissed,
                YellowCardShown {

    /** The topic of all these facts. */
    String TOPIC = "enforcement.v1";

    /** Id of the clue: everything that happens to one clue is told in order. */
    String clue();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return clue();
    }
}
