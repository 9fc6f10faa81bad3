package cn.bishui.monitoring.onsite.web;

import cn.bishui.monitoring.onsite.OnSiteSamples;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Samples that wait for another person's confirmation. */
@Component
class OnSiteTodo implements TodoSource {

    private final OnSiteSamples samples;

    OnSiteTodo(OnSiteSamples samples) {
        this.samples = samples;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        if (!person.hasAnyOf(List.of("monitoring.reviewer"))) {
            return List.of();
        }
        return samples.waiting(MOST).stream()
                .filter(sample -> !person.username().equals(sample.enteredBy()))
                .map(sample -> new TodoItem(
                        texts.of("todo.on-site"),
                        sample.unit() + " · " + sample.outlet() + " · "
                                + sample.entry().report(),
                        null,
                        OnSitePages.PATH + "/" + sample.id(),
                        texts.of("todo.on-site.act")))
                .toList();
    }
}
