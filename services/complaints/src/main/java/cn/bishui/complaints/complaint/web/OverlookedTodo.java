package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.ComplaintSettings;
import cn.bishui.complaints.complaint.Overlooked;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Unfinished;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits without a clock: decisions that nobody passes on, and what reporters added. */
@Component
class OverlookedTodo implements TodoSource {

    private final Overlooked overlooked;
    private final ComplaintSettings settings;
    private final Clock clock;

    OverlookedTodo(Overlooked overlooked, ComplaintSettings settings, Clock clock) {
        this.overlooked = overlooked;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains(Roles.OPERATOR)) {
            items.addAll(items("added", overlooked.addedAtTheHotline(MOST), "/complaints?state=open", texts));
        }
        String bureau = person.bureau();
        if (person.roles().contains(Roles.HANDLER) && bureau != null) {
            items.addAll(items("added", overlooked.addedFor(bureau, MOST), "/complaints", texts));
        }
        if (person.roles().contains(Roles.SUPERVISOR)) {
            items.addAll(items(
                    "untold",
                    overlooked.untold(clock.instant().minus(Duration.ofDays(settings.tellDays())), MOST),
                    "/complaints?state=answered",
                    texts));
        }
        return items;
    }

    private static List<TodoItem> items(String kind, Unfinished.Waiting waiting, String all, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        String what = texts.of("todo." + kind);
        for (Unfinished.Task task : waiting.rows()) {
            items.add(new TodoItem(
                    task.urgent() ? texts.of("todo.marked-urgent", what) : what,
                    task.number() + " · " + task.address(),
                    null,
                    "/complaints/" + task.number(),
                    texts.of("todo." + kind + ".act")));
        }
        if (waiting.total() > items.size()) {
            items.add(TodoItem.more(waiting.total() - items.size(), what, all, texts));
        }
        return items;
    }
}
