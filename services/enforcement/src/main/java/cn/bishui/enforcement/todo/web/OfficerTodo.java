package cn.bishui.enforcement.todo.web;

import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.enforcement.todo.Task;
import cn.bishui.enforcement.todo.Tasks;
import cn.bishui.enforcement.todo.Unfinished;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits for inspectors and for the head. */
@Component
class OfficerTodo implements TodoSource {

    private final Unfinished unfinished;
    private final Clock clock;

    OfficerTodo(Unfinished unfinished, Clock clock) {
        this.unfinished = unfinished;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains(Roles.HEAD)) {
            LocalDate today = LocalDate.now(clock);
            Unfinished.Pressing pressing = unfinished.forHead(person.username(), today, MOST);
            add(Tasks.ofHead(pressing.matters(), person.username(), today), pressing, items, texts);
        }
        if (person.roles().contains(Roles.INSPECTOR)) {
            Unfinished.Pressing pressing = unfinished.forInspector(MOST);
            add(Tasks.ofInspector(pressing.matters()), pressing, items, texts);
        }
        return items;
    }

    private static void add(List<Task> tasks, Unfinished.Pressing pressing, List<TodoItem> items, Texts texts) {
        tasks.forEach(task -> items.add(item(task, texts)));
        long more = pressing.total() - pressing.matters().size();
        if (more > 0) {
            items.add(TodoItem.more(more, texts.of("todo.more.about"), "/enforcement/clues?state=undecided", texts));
        }
    }

    private static TodoItem item(Task task, Texts texts) {
        String key = "todo." + task.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new TodoItem(
                texts.of(key),
                about(task, texts),
                task.due(),
                "/enforcement/clues/" + task.clue() + page(task.kind()),
                texts.of(key + ".action"));
    }

    private static String about(Task task, Texts texts) {
        return Stream.of(
                        task.unitName(),
                        Suspect.outletInWords(task.outlet(), task.outletName()),
                        task.number(),
                        task.reported() ? texts.of("todo.reported") : null,
                        task.fallen() ? texts.of("todo.fallen") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String page(Task.Kind kind) {
        return switch (kind) {
            case DRAFT_CARD, REDRAFT_CARD -> "/card";
            case PROPOSE_FILING, PROPOSE_FILING_AGAIN -> "/proposal";
            case DECIDE_FILING -> "/proposal/decide";
            case SIGN_CARD, CHASE_FILING -> "";
        };
    }
}
