package cn.bishui.enforcement.todo.web;

import cn.bishui.contracts.Bureau;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.enforcement.todo.Task;
import cn.bishui.enforcement.todo.Tasks;
import cn.bishui.enforcement.todo.Unfinished;
import cn.bishui.web.Person;
import cn.bishui.web.TodoItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the signed-in person. */
@Controller
class TodoPage {

    /** A longer list helps nobody. */
    private static final int MOST = 300;

    private final Unfinished unfinished;
    private final MessageSource messages;
    private final Clock clock;

    TodoPage(Unfinished unfinished, MessageSource messages, Clock clock) {
        this.unfinished = unfinished;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/enforcement/todo")
    @PreAuthorize("isAuthenticated()")
    String todo(Person person, Locale locale, Model model) {
        List<Task> tasks = tasksOf(person);
        List<TodoItem> items = new ArrayList<>();
        tasks.stream().limit(MOST).map(task -> item(task, locale)).forEach(items::add);
        if (tasks.size() > MOST) {
            items.add(rest(tasks.size() - MOST, locale));
        }
        model.addAttribute("items", items);
        return "bishui/todo";
    }

    private List<Task> tasksOf(Person person) {
        boolean inspector = person.roles().contains(Roles.INSPECTOR);
        boolean head = person.roles().contains(Roles.HEAD);
        if (!Bureau.ENV.name().equals(person.bureau()) || !(inspector || head)) {
            return List.of();
        }
        List<Unfinished.Matter> matters = unfinished.matters();
        List<Task> tasks = new ArrayList<>();
        if (head) {
            tasks.addAll(Tasks.ofHead(matters, person.username(), LocalDate.now(clock)));
        }
        if (inspector) {
            tasks.addAll(Tasks.ofInspector(matters));
        }
        tasks.sort(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return tasks;
    }

    private TodoItem rest(int count, Locale locale) {
        return new TodoItem(
                messages.getMessage("todo.more", new Object[] {Integer.toString(count)}, locale),
                text("todo.more.about", locale),
                null,
                "/enforcement/clues?state=undecided",
                text("todo.more.action", locale));
    }

    private TodoItem item(Task task, Locale locale) {
        String key = "todo." + task.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new TodoItem(
                text(key, locale),
                "%s · %s %s · %s".formatted(task.unitName(), task.outletName(), task.outlet(), task.number()),
                task.due(),
                "/enforcement/clues/" + task.clue() + page(task.kind()),
                text(key + ".action", locale));
    }

    private static String page(Task.Kind kind) {
        return switch (kind) {
            case DRAFT_CARD, REDRAFT_CARD -> "/card";
            case PROPOSE_FILING, PROPOSE_FILING_AGAIN -> "/proposal";
            case DECIDE_FILING -> "/proposal/decide";
            case SIGN_CARD, CHASE_FILING -> "";
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
