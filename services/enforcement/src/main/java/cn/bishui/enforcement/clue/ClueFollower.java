package cn.bishui.enforcement.clue;

import cn.bishui.audit.Actor;

/** What else happens when a clue begins or ends, in the same transaction. */
public interface ClueFollower {

    /** A clue was opened. */
    void opened(Clue.Undecided clue, Actor by);

    /** A clue was decided. */
    void decided(Clue.Decided clue, Actor by);
}
