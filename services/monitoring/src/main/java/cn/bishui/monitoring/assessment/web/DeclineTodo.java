package cn.bishui.monitoring.assessment.web;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declines that wait for their cause or for measures. */
@Component
class DeclineTodo implements TodoSource {

    private final AssessmentTable table;

    DeclineTodo(AssessmentTable table) {
        this.table = table;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        if (!person.hasAnyOf(List.of("monitoring.reviewer", "monitoring.lab-head"))) {
            return List.of();
        }
        return table.open(MOST).stream()
                .map(each -> new TodoItem(
                        texts.of("todo.decline." + each.state()),
                        each.name() + " " + each.period() + " " + each.why(),
                        null,
                        AssessmentPages.PATH + "/" + each.site() + "/" + each.period(),
                        texts.of("todo.decline.act")))
                .toList();
    }
}
