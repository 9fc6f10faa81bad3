package cn.bishui.monitoring.network.web;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proposals that wait for somebody else than their proposer. */
@Component
class NetworkTodo implements TodoSource {

    private final SiteTable table;

    NetworkTodo(SiteTable table) {
        this.table = table;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        if (!person.hasAnyOf(List.of("monitoring.network-approver"))) {
            return List.of();
        }
        return table.proposed(person.username(), MOST).stream()
                .map(row -> new TodoItem(
                        texts.of("todo.site"),
                        texts.of("site.kind." + row.kind()) + " " + row.name(),
                        null,
                        NetworkPages.PATH + "/" + row.code(),
                        texts.of("todo.site.act")))
                .toList();
    }
}
