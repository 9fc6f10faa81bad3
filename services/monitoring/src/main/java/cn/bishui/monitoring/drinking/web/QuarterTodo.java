package cn.bishui.monitoring.drinking.web;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.AssembleQuarter;
import cn.bishui.monitoring.drinking.QuarterReport;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Quarters that are over and not published yet, and those of which something else is known since; to who samples,
 * points that have no sample yet.
 */
@Component
class QuarterTodo implements TodoSource {

    private final AssembleQuarter assembleQuarter;
    private final QuarterReports reports;
    private final QuarterSamples samples;
    private final Clock clock;

    QuarterTodo(AssembleQuarter assembleQuarter, QuarterReports reports, QuarterSamples samples, Clock clock) {
        this.assembleQuarter = assembleQuarter;
        this.reports = reports;
        this.samples = samples;
        this.clock = clock;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        List<TodoItem> todo = new ArrayList<>();
        if (person.hasAnyOf(List.of("monitoring.supply-head", "monitoring.supply-analyst"))) {
            todo.addAll(unreported(String.valueOf(person.bureau()), texts));
        }
        if (person.hasAnyOf(List.of("monitoring.lab-head", "monitoring.drinking-approver"))) {
            todo.addAll(approvals(texts));
        }
        return todo;
    }

    /** Points of a bureau without a sample: of the quarter that is over until it is published, of the running one in its last month. */
    private List<TodoItem> unreported(String bureau, Texts texts) {
        Period running = Period.quarterOf(YearMonth.now(clock));
        List<Period> asked = new ArrayList<>();
        if (reports.latest(running.before()).isEmpty()) {
            asked.add(running.before());
        }
        if (YearMonth.from(running.last()).equals(YearMonth.now(clock))) {
            asked.add(running);
        }
        List<TodoItem> todo = new ArrayList<>();
        for (Period each : asked) {
            int points = samples.withoutSample(each, bureau);
            if (points > 0) {
                todo.add(new TodoItem(
                        texts.of("todo.drinking.report"),
                        texts.of("todo.drinking.report.points", each.text(), points),
                        each.last(),
                        QuarterPages.PATH + "/" + each.text(),
                        texts.of("todo.drinking.act")));
            }
        }
        return todo;
    }

    private List<TodoItem> approvals(Texts texts) {
        List<TodoItem> approve = new ArrayList<>();
        List<TodoItem> correct = new ArrayList<>();
        Period last = Period.quarterOf(YearMonth.now(clock)).before();
        Period over = last;
        for (int i = 1; i < QuarterPages.LISTED; i++) {
            Optional<QuarterReport> report = reports.latest(over);
            if (report.isPresent()) {
                if (report.get().isOutdatedBy(assembleQuarter.of(over))) {
                    correct.add(item(over, "todo.drinking.correct", null, texts));
                }
            } else if (isToBePublished(over, last)) {
                // published at least once a quarter: at the latest when the next one is over
                approve.addFirst(
                        item(over, "todo.drinking.approve", over.after().last(), texts));
            }
            over = over.before();
        }
        approve.addAll(correct);
        return approve;
    }

    /** A last one of which nothing was released too; before that the platform may not have been there. */
    private boolean isToBePublished(Period over, Period last) {
        return !(over.equals(last) ? samples.inUse(over) : samples.released(over)).isEmpty();
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
