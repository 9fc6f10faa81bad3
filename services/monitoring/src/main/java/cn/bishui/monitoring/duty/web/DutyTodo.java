package cn.bishui.monitoring.duty.web;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the duty officer: devices that fell silent, and what was refused. */
@Component
class DutyTodo implements TodoSource {

    private static final String DUTY = "monitoring.duty";

    /** A device's fault is to be reported within 12 hours (环发[2008]6号). */
    private static final Duration FAULT_REPORT = Duration.ofHours(12);

    private final DutyBoard board;
    private final Clock clock;

    DutyTodo(DutyBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (!person.roles().contains(DUTY)) {
            return items;
        }
        DutyBoard.Figures figures = board.figures();
        board.silent(MOST)
                .forEach(device -> items.add(new TodoItem(
                        texts.of("todo.silent"),
                        device.place() + " · " + device.mn(),
                        day(device.since().plus(FAULT_REPORT)),
                        "/monitoring/devices/" + device.mn(),
                        texts.of("todo.silent.act"))));
        addMore(figures.silent(), "todo.silent", "/monitoring/devices?health=silent", items, texts);
        board.oldestRefusals(MOST)
                .forEach(refusal -> items.add(new TodoItem(
                        texts.of("refusal.reason." + refusal.reason()),
                        refusal.mn() + " · " + refusal.remote(),
                        day(refusal.firstSeen().plus(FAULT_REPORT)),
                        "/monitoring/refusals/" + refusal.id(),
                        texts.of("todo.refusal.act"))));
        addMore(figures.refusals(), "refusal.title", "/monitoring/refusals", items, texts);
        if (figures.unusable() > 0) {
            items.add(new TodoItem(
                    texts.of("todo.unusable"),
                    texts.of("todo.unusable.about", figures.unusable(), figures.unusableDevices()),
                    null,
                    "/monitoring/rejected#unusable",
                    texts.of("todo.unusable.act")));
        }
        return items;
    }

    private static void addMore(long total, String what, String href, List<TodoItem> items, Texts texts) {
        if (total > MOST) {
            items.add(TodoItem.more(total - MOST, texts.of(what), href, texts));
        }
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
