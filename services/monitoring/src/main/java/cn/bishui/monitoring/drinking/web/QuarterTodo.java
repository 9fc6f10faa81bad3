package cn.bishui.monitoring.drinking.web;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.QuarterReports;
import cn.bishui.monitoring.drinking.QuarterSamples;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The quarter that is over and not published yet, and those whose samples were corrected since. */
@Component
class QuarterTodo implements TodoSource {

    /** Quarters that are looked at for one that nobody approved. */
    private static final int LOOKED_BACK = 4;

    private final QuarterReports reports;
    private final QuarterSamples samples;
    private final Clock clock;

    QuarterTodo(QuarterReports reports, QuarterSamples samples, Clock clock) {
        this.reports = reports;
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        if (!person.hasAnyOf(List.of("monitoring.lab-head", "monitoring.drinking-approver"))) {
            return List.of();
        }
        List<TodoItem> todo = new ArrayList<>();
        Period over = Period.quarterOf(YearMonth.now(clock)).before();
        for (int i = 0; i < LOOKED_BACK; i++) {
            // a last one of which nothing was released too; before that the platform may not have been there
            boolean any = !(i == 0 ? samples.inUse(over) : samples.released(over)).isEmpty();
            if (any && reports.latest(over).isEmpty()) {
                // published at least once a quarter: at the latest when the next one is over
                todo.addFirst(item(over, "todo.drinking.approve", over.after().last(), texts));
            }
            over = over.before();
        }
        reports.outdated().forEach(each -> todo.add(item(each, "todo.drinking.correct", null, texts)));
        return todo;
    }

    private static TodoItem item(Period quarter, String what, @Nullable LocalDate due, Texts texts) {
        return new TodoItem(
                texts.of(what),
                quarter.text(),
                due,
                QuarterPages.PATH + "/" + quarter.text(),
                texts.of("todo.drinking.act"));
    }
}
