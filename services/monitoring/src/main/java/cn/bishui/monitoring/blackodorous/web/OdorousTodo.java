package cn.bishui.monitoring.blackodorous.web;

import cn.bishui.monitoring.blackodorous.BodyGradings;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Grades to be looked at again, since values changed. */
@Component
class OdorousTodo implements TodoSource {

    private final BodyGradings gradings;

    OdorousTodo(BodyGradings gradings) {
        this.gradings = gradings;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        if (!person.hasAnyOf(List.of("monitoring.reviewer", "monitoring.lab-head"))) {
            return List.of();
        }
        return gradings.outdated().stream()
                .limit(MOST)
                .map(each -> new TodoItem(
                        texts.of("todo.odorous"),
                        each.name() + " " + each.grading().from() + " – "
                                + each.grading().to(),
                        null,
                        "/monitoring/odorous/" + each.grading().water() + "?from="
                                + each.grading().from() + "&to="
                                + each.grading().to(),
                        texts.of("odorous.grade.act")))
                .toList();
    }
}
