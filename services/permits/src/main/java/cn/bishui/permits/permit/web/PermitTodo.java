package cn.bishui.permits.permit.web;

import cn.bishui.clocks.Deadline;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.permits.permit.ManagementType;
import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermitList;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the reader's language what waits for whom, and until when. */
@Component
class PermitTodo {

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

    List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains("permits.approver")) {
            for (PermitList.Row row : list.inState("submitted")) {
                Instant submittedAt = row.submittedAt();
                LocalDate due = submittedAt == null
                        ? null
                        : due(ManagementType.of(row.managementType()), submittedAt)
                                .due();
                items.add(item("decide", row, due, texts));
            }
        }
        if (person.roles().contains("permits.clerk")) {
            list.inState("returned").forEach(row -> items.add(item("mend", row, null, texts)));
            list.inState("draft").forEach(row -> items.add(item("submit", row, null, texts)));
        }
        return items;
    }

    private Deadline due(ManagementType type, Instant submittedAt) {
        return clocks.deadline(type.decisionClock(), LocalDate.ofInstant(submittedAt, clock.getZone()));
    }

    private TodoItem item(String what, PermitList.Row row, @Nullable LocalDate due, Texts texts) {
        return new TodoItem(
                texts.of("permit.todo." + what),
                row.unitName() + " · " + row.number(),
                due,
                "/permits/" + row.number(),
                texts.of("permit.todo." + what + ".act"));
    }
}
