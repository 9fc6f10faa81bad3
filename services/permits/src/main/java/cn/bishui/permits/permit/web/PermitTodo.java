package cn.bishui.permits.permit.web;

import cn.bishui.clocks.Deadline;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.permits.permit.ManagementType;
import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermitList;
import cn.bishui.web.Person;
import cn.bishui.web.TodoItem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what waits for whom, and until when. */
@Component
class PermitTodo {

    private final PermitList list;
    private final LegalClocks clocks;
    private final Clock clock;
    private final MessageSource messages;

    PermitTodo(PermitList list, LegalClocks clocks, Clock clock, MessageSource messages) {
        this.list = list;
        this.clocks = clocks;
        this.clock = clock;
        this.messages = messages;
    }

    /** When the application must be decided, null where it waits for no decision. */
    @Nullable
    Deadline due(Permit permit) {
        return permit instanceof Permit.Submitted submitted
                ? due(submitted.terms().managementType(), submitted.submittedAt())
                : null;
    }

    List<TodoItem> of(Person person, Locale locale) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains("permits.approver")) {
            for (PermitList.Row row : list.inState("submitted")) {
                Instant submittedAt = row.submittedAt();
                LocalDate due = submittedAt == null
                        ? null
                        : due(ManagementType.of(row.managementType()), submittedAt)
                                .due();
                items.add(item("decide", row, due, locale));
            }
        }
        if (person.roles().contains("permits.clerk")) {
            list.inState("returned").forEach(row -> items.add(item("mend", row, null, locale)));
            list.inState("draft").forEach(row -> items.add(item("submit", row, null, locale)));
        }
        return items;
    }

    private Deadline due(ManagementType type, Instant submittedAt) {
        return clocks.deadline(type.decisionClock(), LocalDate.ofInstant(submittedAt, clock.getZone()));
    }

    private TodoItem item(String what, PermitList.Row row, @Nullable LocalDate due, Locale locale) {
        return new TodoItem(
                text("permit.todo." + what, locale),
                row.unitName() + " · " + row.number(),
                due,
                "/permits/" + row.number(),
                text("permit.todo." + what + ".act", locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
