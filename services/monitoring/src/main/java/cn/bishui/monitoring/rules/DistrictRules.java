package cn.bishui.monitoring.rules;

import cn.bishui.standards.Rules;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the rules that everything is judged by. */
@Configuration(proxyBeanMethods = false)
class DistrictRules {

    @Bean
    Rules rules(RuleSettings settings) {
        return of(settings.file());
    }

    private static Rules of(@Nullable Path file) {
        if (file == null) {
            return Rules.standard();
        }
        try (Reader own = Files.newBufferedReader(file)) {
            return Rules.standard().with(own);
        } catch (IOException e) {
            throw new UncheckedIOException("bishui.rules.file cannot be read", e);
        }
    }
}
