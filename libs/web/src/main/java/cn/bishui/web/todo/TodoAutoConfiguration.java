package cn.bishui.web.todo;

import cn.bishui.web.TodoSource;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** A to-do list for every service in which something can wait for somebody. */
@AutoConfiguration(afterName = "cn.bishui.messaging.DeadLetterAutoConfiguration")
@ConditionalOnBean(TodoSource.class)
public final class TodoAutoConfiguration {

    @Bean
    TodoPage todoPage(List<TodoSource> sources) {
        return new TodoPage(sources);
    }
}
