package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;

/** What else happens with a clue, in the same transaction. */
public interface ClueFollower {

    /** The first exceedance became evidence of a clue, when it was opened or later. */
    void exceeded(Clue.Undecided clue, Actor by);

    /** A clue was decided. */
    void decided(Clue.Decided clue, Actor by);
}
