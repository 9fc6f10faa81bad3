package cn.bishui.permits.permit.web;

import cn.bishui.clocks.Deadline;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.permits.permit.ManagementType;
import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermitList;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the reader's language what waits for whom, and until when. */
@Component
class PermitTodo implements TodoSource {

    private final PermitList list;
    private final LegalClocks clocks;
    private final Clock clock;

    PermitTodo(PermitList list, LegalClocks clocks, Clock clock) {
        this.list = list;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** When the application must be decided, null where it waits for no decision. */
    @Nullable
    Deadline due(Permit permit) {
        return permit instanceof Permit.Submitted submitted
                ? due(submitted.terms().managementType(), submitted.submittedAt())
                : null;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains("permits.approver")) {
            items.addAll(waiting("submitted", "decide", texts));
        }
        if (person.roles().contains("permits.clerk")) {
            items.addAll(waiting("returned", "mend", texts));
            items.addAll(waiting("draft", "submit", texts));
        }
        return items;
    }

    /** By their last day, which depends on the management type: so the oldest of each type are looked at. */
    private List<TodoItem> waiting(String state, String what, Texts texts) {
        PermitList.Waiting waiting = list.waiting(state, MOST);
        List<TodoItem> items = new ArrayList<>(waiting.rows().stream()
                .map(row -> item(what, row, texts))
                .sorted(Comparator.comparing(TodoItem::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST)
                .toList());
        if (waiting.total() > items.size()) {
            items.add(TodoItem.more(
                    waiting.total() - items.size(),
                    texts.of("permit.state." + state),
                    "/permits?state=" + state,
                    texts));
        }
        return items;
    }

    private Deadline due(ManagementType type, Instant submittedAt) {
        return clocks.deadline(type.decisionClock(), LocalDate.ofInstant(submittedAt, clock.getZone()));
    }

    private TodoItem item(String what, PermitList.Row row, Texts texts) {
        Instant submittedAt = row.submittedAt();
        LocalDate due = submittedAt == null
                ? null
                : due(ManagementType.of(row.managementType()), submittedAt).due();
        return new TodoItem(
                texts.of("permit.todo." + what),
                row.unitName() + " · " + row.number(),
                due,
                "/permits/" + row.number(),
                texts.of("permit.todo." + what + ".act"));
    }
}
