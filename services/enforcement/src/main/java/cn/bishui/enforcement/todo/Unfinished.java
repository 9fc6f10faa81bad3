package cn.bishui.enforcement.todo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clues on which something is still to be done. */
public interface Unfinished {

    /** All of them, the most pressing first. */
    List<Matter> matters();

    /**
     * A clue, and how far it and its card have got.
     *
     * @param state state of the clue
     * @param sentBack whether its last proposal came back
     * @param proposedBy account of the inspector whose proposal waits, null where none waits
     * @param cardState state of its yellow card, null where it has none
     * @param draftedBy account of the inspector who drafted the card, null where nobody has
     */
    record Matter(
            UUID clue,
            String number,
            String unitName,
            String outlet,
            String outletName,
            LocalDate due,
            String state,
            boolean sentBack,
            @Nullable String proposedBy,
            @Nullable String cardState,
            @Nullable String draftedBy) {}
}
