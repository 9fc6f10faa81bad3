package cn.bishui.web.locale;

import cn.bishui.web.WebProperties;
import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The reader's language, and a clock in the district's time zone. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(WebProperties.class)
public final class LocaleAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(WebProperties properties) {
        return Clock.system(properties.zone());
    }

    @Bean
    LanguageResolver localeResolver(WebProperties properties) {
        return new LanguageResolver(TimeZone.getTimeZone(properties.zone()));
    }

    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter() {
        FilterRegistrationBean<LanguageFilter> registration = new FilterRegistrationBean<>(new LanguageFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }
}
