package cn.bishui.monitoring.duty.web;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What waits for the duty officer: every alert of the list, of each kind the most pressing, what is overdue first. */
@Component
class DutyTodo implements TodoSource {

    private static final String DUTY = "monitoring.duty";
    private static final String LIST = "/monitoring/alerts";

    private final AlertTable alerts;
    private final Clock clock;

    DutyTodo(AlertTable alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (!person.roles().contains(DUTY)) {
            return items;
        }
        AlertTable.Pressing pressing = alerts.pressing(MOST, texts);
        pressing.rows().forEach(each -> items.add(item(each, texts)));
        long others = pressing.total() - items.size();
        if (others > 0) {
            items.add(TodoItem.more(others, texts.of("alert.title"), LIST, texts));
        }
        return items;
    }

    private TodoItem item(AlertTable.AlertRow row, Texts texts) {
        String kind = texts.of("alert.kind." + row.kind());
        String about = row.place().isEmpty() ? row.mn() : row.place() + " · " + row.mn();
        return new TodoItem(
                row.overdue() ? texts.of("todo.alert.overdue", kind) : kind,
                (about.isEmpty() ? "" : about + " · ") + row.words(),
                lastDay(row.due()),
                row.acknowledgeable() ? inList(row) : row.href(),
                texts.of("todo.alert.act"));
    }

    /** Where it is noted that somebody has seen to it. */
    private static String inList(AlertTable.AlertRow row) {
        return UriComponentsBuilder.fromPath(LIST)
                .queryParam("kind", row.kind())
                .queryParam("q", row.mn())
                .encode()
                .toUriString();
    }

    /** The day on which it is due; what is due by midnight is due on the day before. */
    private @Nullable LocalDate lastDay(@Nullable Instant due) {
        return due == null ? null : LocalDate.ofInstant(due.minusMillis(1), clock.getZone());
    }
}
