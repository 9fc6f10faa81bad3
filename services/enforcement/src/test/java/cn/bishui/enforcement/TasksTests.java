package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.enforcement.todo.Task;
import cn.bishui.enforcement.todo.Tasks;
import cn.bishui.enforcement.todo.Unfinished.Matter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TasksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Matter matter(String state, boolean sentBack, @Nullable String cardState, LocalDate due) {
        return new Matter(
                UUID.randomUUID(),
                "XS-2026-0001",
                "北岸纸板",
                "DW001",
                "总排口",
                false,
                false,
                false,
                due,
                state,
                sentBack,
                state.equals("proposed") ? "inspector" : null,
                cardState,
                "drafted".equals(cardState) ? "inspector" : null);
    }

    private static List<Task.Kind> kinds(List<Task> tasks) {
        return tasks.stream().map(Task::kind).toList();
    }

    private static List<Task.Kind> inspectors(Matter matter) {
        return kinds(Tasks.ofInspector(List.of(matter)));
    }

    private static List<Task.Kind> heads(Matter matter) {
        return kinds(Tasks.ofHead(List.of(matter), "head", TODAY));
    }

    @Test
    void inspectorsDraftAndPropose() {
        assertThat(inspectors(matter("open", false, "proposed", TODAY)))
                .containsExactly(Task.Kind.DRAFT_CARD, Task.Kind.PROPOSE_FILING);
        assertThat(inspectors(matter("open", true, "returned", TODAY)))
                .containsExactly(Task.Kind.REDRAFT_CARD, Task.Kind.PROPOSE_FILING_AGAIN);
        assertThat(inspectors(matter("proposed", false, "drafted", TODAY))).isEmpty();
    }

    @Test
    void theHeadSignsDecidesAndSeesToWhatIsLate() {
        assertThat(heads(matter("proposed", false, "drafted", TODAY)))
                .containsExactly(Task.Kind.SIGN_CARD, Task.Kind.DECIDE_FILING);
        assertThat(heads(matter("open", false, "proposed", TODAY))).isEmpty();
        assertThat(heads(matter("open", false, "proposed", TODAY.minusDays(1))))
                .containsExactly(Task.Kind.CHASE_FILING);
    }

    @Test
    void nothingWaitsForWhoDidTheFirstHalf() {
        assertThat(Tasks.ofHead(List.of(matter("proposed", false, "drafted", TODAY)), "inspector", TODAY))
                .isEmpty();
    }

    @Test
    void aCardOfADecidedClueHasNoClock() {
        assertThat(Tasks.ofHead(List.of(matter("filed", false, "drafted", TODAY)), "head", TODAY))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isNull());
    }
}
