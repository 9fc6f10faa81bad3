package cn.bishui.web.problem;

import cn.bishui.web.WebProperties;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Errors as problem details for programs, as pages for people. */
@AutoConfiguration(
        after = MessageSourceAutoConfiguration.class,
        before = {ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class})
public final class ProblemAutoConfiguration {

    @Bean
    Failures failures(MessageSource messages) {
        return new Failures(messages);
    }

    @Bean
    FailureResponses failureResponses(
            Failures failures, LocaleResolver localeResolver, JsonMapper json, WebProperties properties) {
        return new FailureResponses(failures, localeResolver, json, properties);
    }

    @Bean
    ErrorPages errorPages(FailureResponses responses) {
        return new ErrorPages(responses);
    }

    @Bean
    WebMvcConfigurer failureResolver(FailureResponses responses) {
        return new WebMvcConfigurer() {
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(1, new FailureResolver(responses));
            }
        };
    }
}
