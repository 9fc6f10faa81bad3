package cn.bishui.monitoring.sign;

import cn.bishui.standards.Rules;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The rules and figures of the signs, with the district's own. */
@Component
public class SignRules {

    private final Rules rules;

    SignRules(SignSettings settings) {
        this.rules = read(settings);
    }

    private static Rules read(SignSettings settings) {
        if (settings.rules() == null) {
            return Rules.fraudSigns();
        }
        try (Reader own = Files.newBufferedReader(settings.rules())) {
            return Rules.fraudSigns().with(own);
        } catch (IOException e) {
            throw new UncheckedIOException("bishui.signs.rules cannot be read", e);
        }
    }

    /** As they hold on a day. */
    public Thresholds on(LocalDate day) {
        return new Thresholds(rules, day);
    }
}
