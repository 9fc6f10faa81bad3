package cn.bishui.web.todo;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoSource;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the signed-in person in this service: a fragment for the desk, a page without JavaScript. */
@Controller
class TodoPage {

    private final List<TodoSource> sources;

    TodoPage(List<TodoSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @GetMapping("/${spring.application.name}/todo")
    @PreAuthorize("isAuthenticated()")
    String todo(Person person, Texts texts, Model model) {
        model.addAttribute(
                "items",
                sources.stream()
                        .flatMap(source -> source.of(person, texts).stream())
                        .toList());
        return "bishui/todo";
    }
}
