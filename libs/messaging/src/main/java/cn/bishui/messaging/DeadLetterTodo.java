package cn.bishui.messaging;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import cn.bishui.web.TodoSource;
import java.util.List;
import java.util.Objects;

/** Tells the platform's operator that letters wait. */
final class DeadLetterTodo implements TodoSource {

    private final DeadLetters letters;
    private final String service;

    DeadLetterTodo(DeadLetters letters, String service) {
        this.letters = letters;
        this.service = service;
    }

    @Override
    public List<TodoItem> of(Person person, Texts texts) {
        if (!person.operates()) {
            return List.of();
        }
        return letters.waiting(1, 0).stream()
                .map(latest -> new TodoItem(
                        texts.of("web.dead-letters.todo"),
                        texts.of(
                                "web.dead-letters.todo.about",
                                letters.countWaiting(),
                                Objects.requireNonNullElse(
                                        latest.type(), latest.event().topic())),
                        null,
                        "/" + service + "/dead-letters",
                        texts.of("web.dead-letters.todo.act")))
                .toList();
    }
}
