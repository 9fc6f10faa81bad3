package cn.bishui.enforcement.todo;

import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.todo.Unfinished.Matter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what waits for whom; nothing waits for somebody who may not do it for having done the first half. */
public final class Tasks {

    private Tasks() {}

    /** What inspectors are to do. */
    public static List<Task> ofInspector(List<Matter> matters) {
        List<Task> tasks = new ArrayList<>();
        for (Matter matter : matters) {
            if (Objects.equals(matter.cardState(), CardSheet.PROPOSED)) {
                tasks.add(task(Task.Kind.DRAFT_CARD, matter));
            } else if (Objects.equals(matter.cardState(), CardSheet.RETURNED)) {
                tasks.add(task(Task.Kind.REDRAFT_CARD, matter));
            }
            if (matter.state().equals(ClueSheet.OPEN)) {
                tasks.add(task(matter.sentBack() ? Task.Kind.PROPOSE_FILING_AGAIN : Task.Kind.PROPOSE_FILING, matter));
            }
        }
        return tasks;
    }

    /**
     * What the head is to do.
     *
     * @param username account of the head
     */
    public static List<Task> ofHead(List<Matter> matters, String username, LocalDate today) {
        List<Task> tasks = new ArrayList<>();
        for (Matter matter : matters) {
            if (Objects.equals(matter.cardState(), CardSheet.DRAFTED) && !username.equals(matter.draftedBy())) {
                tasks.add(task(Task.Kind.SIGN_CARD, matter));
            }
            if (matter.state().equals(ClueSheet.PROPOSED) && !username.equals(matter.proposedBy())) {
                tasks.add(task(Task.Kind.DECIDE_FILING, matter));
            }
            if (matter.state().equals(ClueSheet.OPEN) && matter.due().isBefore(today)) {
                tasks.add(task(Task.Kind.CHASE_FILING, matter));
            }
        }
        return tasks;
    }

    private static Task task(Task.Kind kind, Matter matter) {
        return new Task(
                kind,
                matter.clue(),
                matter.number(),
                matter.unitName(),
                matter.outlet(),
                matter.outletName(),
                matter.reported(),
                matter.fallen(),
                dueOf(matter));
    }

    private static @Nullable LocalDate dueOf(Matter matter) {
        return ClueSheet.undecided(matter.state()) ? matter.due() : null;
    }
}
