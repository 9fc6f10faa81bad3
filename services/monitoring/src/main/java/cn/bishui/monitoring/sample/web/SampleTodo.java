package cn.bishui.monitoring.sample.web;

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
    private final Clock clock;

    SampleTodo(SampleTable table, Clock clock) {
        this.table = table;
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
            add(todo, Stage.DRAFT, table.at(Stage.DRAFT.code(), bureau, MOST), "todo.sample.draft", texts);
        }
        if (person.hasAnyOf(List.of("monitoring.reviewer", "monitoring.supply-reviewer"))) {
            for (Stage each : List.of(Stage.SUBMITTED, Stage.CHECKED, Stage.REVIEWED)) {
                add(
                        todo,
                        each,
                        table.reviewableBy(person.username(), each.code(), bureau, MOST),
                        "todo.sample.review",
                        texts);
            }
        }
        if (person.hasAnyOf(List.of("monitoring.lab-head", "monitoring.supply-head"))) {
            add(todo, Stage.SIGNED, table.at(Stage.SIGNED.code(), bureau, MOST), "todo.sample.release", texts);
        }
        return todo;
    }

    private static void add(List<TodoItem> todo, Stage stage, SampleTable.Waiting waiting, String what, Texts texts) {
        waiting.rows().forEach(row -> todo.add(item(row, what, texts)));
        long others = waiting.total() - waiting.rows().size();
        if (others > 0) {
            todo.add(TodoItem.more(others, texts.of(what), SamplePages.PATH + "?stage=" + stage.code(), texts));
        }
    }

    private static TodoItem item(SampleTable.Row row, String what, Texts texts) {
        boolean returned = row.progress().equals("returned");
        return new TodoItem(
                texts.of(returned ? "todo.sample.returned" : what),
                row.name() + " " + row.number() + (returned ? " · " + row.remark() : ""),
                null,
                SamplePages.PATH + "/" + row.number(),
                texts.of("todo.sample.act"));
    }
}
