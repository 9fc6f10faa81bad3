package cn.bishui.disclosure.clue;

/** What enforcement did, clue by clue. */
public interface Clues {

    /** Adds what a step says to what is known of its clue. */
    void add(ClueStep step);
}
