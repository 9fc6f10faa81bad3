package cn.bishui.enforcement.todo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clues on which something is still to be done. */
public interface Unfinished {

    /**
     * Those on which an inspector is to do something, the most pressing first.
     *
     * @param most at most so many
     */
    Pressing forInspector(int most);

    /**
     * Those on which the head is to do something, the most pressing first.
     *
     * @param username account of the head, for whom nothing waits that takes two and of which the head did one half
     * @param today a clue due before it waits for the head
     * @param most at most so many
     */
    Pressing forHead(String username, LocalDate today, int most);

    /**
     * What is most pressing of it.
     *
     * @param total how many there are altogether
     */
    record Pressing(List<Matter> matters, long total) {

        public Pressing {
            matters = List.copyOf(matters);
        }
    }

    /**
     * A clue, and how far it and its card have got.
     *
     * @param outlet code of the outlet, null where the clue is about the unit as a whole
     * @param reported whether an act belongs to it that was found after a complaint
     * @param fallen whether one of its exceedances no longer stands
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
            @Nullable String outlet,
            @Nullable String outletName,
            boolean reported,
            boolean fallen,
            LocalDate due,
            String state,
            boolean sentBack,
            @Nullable String proposedBy,
            @Nullable String cardState,
            @Nullable String draftedBy) {}
}
