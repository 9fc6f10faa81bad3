package cn.bishui.monitoring.sample.web;

import cn.bishui.monitoring.sample.Samples;
import cn.bishui.monitoring.sample.Stage;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for analysts, reviewers and the head of the laboratory. */
@Component
class SampleTodo implements TodoSource {

    private final SampleTable table;
    private final Samples samples;
    private final Clock clock;

    SampleTodo(SampleTable table, Samples samples, Clock clock) {
        this.table = table;
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> todo = new ArrayList<>();
        String bureau = String.valueOf(person.bureau());
        if (person.hasAnyOf(List.of("monitoring.analyst", "monitoring.supply-analyst"))) {
            table.due(LocalDate.now(clock), bureau, MOST)
                    .forEach(each -> todo.add(new TodoItem(
                            texts.of("todo.sample.take"),
                            each.name(),
                            each.due(),
                            SamplePages.PATH + "/new?site=" + each.site(),
                            texts.of("todo.sample.take.act"))));
            add(todo, Stage.DRAFT, bureau, "todo.sample.draft", texts);
        }
        if (person.hasAnyOf(List.of("monitoring.reviewer", "monitoring.supply-reviewer"))) {
            for (Stage each : List.of(Stage.SUBMITTED, Stage.CHECKED, Stage.REVIEWED)) {
                table.at(each.code(), bureau, MOST).stream()
                        .filter(row -> samples.find(row.number())
                                .filter(sample -> sample.work().mayBeReviewedBy(person.username(), sample.takenBy()))
                                .isPresent())
                        .forEach(row -> todo.add(item(row, "todo.sample.review", texts)));
            }
        }
        if (person.hasAnyOf(List.of("monitoring.lab-head", "monitoring.supply-head"))) {
            add(todo, Stage.SIGNED, bureau, "todo.sample.release", texts);
        }
        return todo;
    }

    private void add(List<TodoItem> todo, Stage stage, String bureau, String what, Texts texts) {
        table.at(stage.code(), bureau, MOST).forEach(row -> todo.add(item(row, what, texts)));
    }

    private static TodoItem item(SampleTable.Row row, String what, Texts texts) {
        return new TodoItem(
                texts.of(what),
                row.name() + " " + row.number(),
                null,
                SamplePages.PATH + "/" + row.number(),
                texts.of("todo.sample.act"));
    }
}
