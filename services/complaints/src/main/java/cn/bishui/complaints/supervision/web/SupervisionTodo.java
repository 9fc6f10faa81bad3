package cn.bishui.complaints.supervision.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.supervision.SupervisionList;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Urgings to answer, supervisions that go on, reporters to call. */
@Component
class SupervisionTodo implements TodoSource {

    private final SupervisionList list;

    SupervisionTodo(SupervisionList list) {
        this.list = list;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        String bureau = person.bureau();
        boolean hotline = person.roles().contains(Roles.OPERATOR) && ComplaintFile.HOTLINE_BUREAU.equals(bureau);
        boolean worksOnThem = person.hasAnyOf(List.of(Roles.HANDLER, Roles.HEAD));
        if (bureau != null && (hotline || worksOnThem)) {
            items.addAll(rows(
                    "urging",
                    list.unanswered(bureau, hotline ? Sight.ALL : Sight.own(person), MOST),
                    // the day on which it was said: it is wanted since then
                    row -> new Row(row.number(), row.address(), LegalClocks.day(row.at()), "/urgings/" + row.id()),
                    "/complaints/supervision?show=urgings",
                    texts));
        }
        if (worksOnThem || person.roles().contains(Roles.SUPERVISOR)) {
            Sight sight = person.roles().contains(Roles.SUPERVISOR) ? Sight.ALL : Sight.own(person);
            items.addAll(rows(
                    "supervision",
                    list.open(sight, MOST),
                    row -> new Row(row.number(), row.address(), row.due(), ""),
                    "/complaints/supervision",
                    texts));
        }
        if (person.roles().contains(Roles.IDENTITY_READER) && person.roles().contains(Roles.OPERATOR)) {
            items.addAll(rows(
                    "call",
                    list.uncalled(MOST),
                    row -> new Row(row.number(), row.address(), null, "/call-backs/" + row.id()),
                    "/complaints/supervision?show=calls",
                    texts));
        }
        return items;
    }

    /** What a row of the list says. */
    private record Row(
            String number, String address, @Nullable LocalDate due, String path) {}

    private static <R> List<TodoItem> rows(
            String kind, SupervisionList.Waiting<R> waiting, Function<R, Row> told, String all, Texts texts) {
        List<TodoItem> items = new ArrayList<>();
        for (R each : waiting.rows()) {
            Row row = told.apply(each);
            items.add(new TodoItem(
                    texts.of("todo." + kind),
                    row.number() + " · " + row.address(),
                    row.due(),
                    "/complaints/" + row.number() + row.path(),
                    texts.of("todo." + kind + ".act")));
        }
        if (waiting.total() > items.size()) {
            items.add(TodoItem.more(waiting.total() - items.size(), texts.of("todo." + kind), all, texts));
        }
        return items;
    }
}
