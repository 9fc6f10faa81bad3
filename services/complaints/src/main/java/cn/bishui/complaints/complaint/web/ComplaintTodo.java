package cn.bishui.complaints.complaint.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.complaint.Unfinished;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What complaints want from people: of each kind the most urgent ones, and how many more. */
@Component
class ComplaintTodo implements TodoSource {

    private static final Set<String> AT_ONCE = Set.of("accepted", "assigned", "urgent");

    private final Unfinished unfinished;
    private final Clock clock;

    ComplaintTodo(Unfinished unfinished, Clock clock) {
        this.unfinished = unfinished;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        Sight own = Sight.own(person);
        Instant now = clock.instant();
        if (person.roles().contains(Roles.OPERATOR)) {
            items.addAll(items("received", unfinished.in(List.of("received"), Sight.ALL, null, MOST), texts));
            items.addAll(items("accepted", unfinished.in(List.of("accepted"), Sight.ALL, null, MOST), texts));
            items.addAll(items("notice", unfinished.notices(MOST), texts));
        }
        if (person.roles().contains(Roles.HANDLER)) {
            items.addAll(items("assigned", unfinished.in(List.of("assigned"), own, null, MOST), texts));
            items.addAll(items(
                    "investigating", unfinished.in(List.of("investigating"), own, person.username(), MOST), texts));
            items.addAll(items("joint", unfinished.joint(own, MOST), texts));
        }
        if (person.roles().contains(Roles.HEAD)) {
            items.addAll(items("drafted", unfinished.in(List.of("drafted"), own, null, MOST), texts));
            items.addAll(items("time-wanted", unfinished.timeWanted(own, MOST), texts));
            items.addAll(items("escalated-head", unfinished.escalated("head", own, now, MOST), texts));
        }
        if (Sight.headsHotline(person)) {
            items.addAll(items("urgent", unfinished.urgent(MOST), texts));
        }
        if (person.roles().contains(Roles.SUPERVISOR)) {
            items.addAll(items("objected", unfinished.in(List.of("objected"), Sight.ALL, null, MOST), texts));
            items.addAll(items("reexamining", unfinished.in(List.of("reexamining"), Sight.ALL, null, MOST), texts));
            items.addAll(items("reviewing", unfinished.in(List.of("reviewing"), Sight.ALL, null, MOST), texts));
            items.addAll(items("escalated", unfinished.escalated("supervisor", Sight.ALL, now, MOST), texts));
        }
        return items;
    }

    private List<TodoItem> items(String kind, Unfinished.Waiting waiting, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        for (Unfinished.Task task : waiting.rows()) {
            String what = texts.of("todo." + kind);
            items.add(new TodoItem(
                    task.urgent() && !kind.equals("urgent") ? texts.of("todo.marked-urgent", what) : what,
                    task.number() + " · " + task.address()
                            + (kind.equals("notice")
                                    ? " · "
                                            + texts.of(
                                                    "complaint." + task.what().replace('-', '.'))
                                    : ""),
                    due(kind, task),
                    "/complaints/" + task.number(),
                    texts.of("todo." + kind + ".act")));
        }
        if (waiting.total() > items.size()) {
            items.add(TodoItem.more(waiting.total() - items.size(), texts.of("todo." + kind), all(kind), texts));
        }
        return items;
    }

    /** What is urgent is for today, until a bureau has taken it up. */
    private @Nullable LocalDate due(String kind, Unfinished.Task task) {
        if (task.urgent() && AT_ONCE.contains(kind)) {
            return LocalDate.now(clock);
        }
        return task.due() == null ? null : LegalClocks.day(task.due());
    }

    /** The list that has all of a kind. */
    private static String all(String kind) {
        return switch (kind) {
            case "received",
                    "accepted",
                    "assigned",
                    "investigating",
                    "drafted",
                    "objected",
                    "reexamining",
                    "reviewing" -> "/complaints?state=" + kind;
            case "escalated", "escalated-head" -> "/complaints?state=overdue";
            default -> "/complaints?state=open";
        };
    }
}
