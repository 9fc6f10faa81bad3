package cn.bishui.web.page;

import cn.bishui.web.WebProperties;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page shell and what templates write with. */
@AutoConfiguration(before = ThymeleafAutoConfiguration.class)
public final class PageAutoConfiguration {

    @Bean
    PageDialect pageDialect(
            Clock clock,
            MessageSource messages,
            WebProperties properties,
            @Value("${spring.application.name}") String service) {
        return new PageDialect(clock, messages, properties, service);
    }

    @Bean
    WebMvcConfigurer pageArguments(MessageSource messages) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ListRequestArguments());
                resolvers.add(new TextsArguments(messages));
            }
        };
    }
}
