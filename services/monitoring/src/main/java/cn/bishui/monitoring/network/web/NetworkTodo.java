package cn.bishui.monitoring.network.web;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proposals that wait for somebody else than their proposer, and what is approved and waits to be put in use. */
@Component
class NetworkTodo implements TodoSource {

    private final SiteTable table;

    NetworkTodo(SiteTable table) {
        this.table = table;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> todo = new ArrayList<>();
        if (person.roles().contains("monitoring.network-approver")) {
            table.proposed(person.username(), MOST).forEach(row -> todo.add(item(row, "todo.site", texts)));
        }
        if (person.roles().contains("monitoring.network-editor")) {
            table.approved(MOST).forEach(row -> todo.add(item(row, "todo.site.use", texts)));
        }
        return todo;
    }

    private static TodoItem item(SiteRow row, String what, Texts texts) {
        return new TodoItem(
                texts.of(what),
                texts.of("site.kind." + row.kind()) + " " + row.name(),
                null,
                NetworkPages.PATH + "/" + row.code(),
                texts.of(what + ".act"));
    }
}
