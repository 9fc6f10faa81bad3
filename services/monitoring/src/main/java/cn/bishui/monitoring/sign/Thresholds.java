package cn.bishui.monitoring.sign;

import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of the signs as they hold on a day.
 *
 * @param rules those of {@code fraud-signs.csv}, with a district's own laid over them
 */
public record Thresholds(Rules rules, LocalDate day) {

    double number(String id) {
        return rules.rule(id, day).number().doubleValue();
    }

    /** A figure in percent, as a share. */
    double share(String id) {
        return number(id) / 100;
    }

    int count(String id) {
        return rules.rule(id, day).count();
    }

    String text(String id) {
        return rules.rule(id, day).number().toPlainString();
    }

    /** What is looked for and by which figures, the rule itself first. */
    public List<Rule> of(Sign sign) {
        return rules.on(day).stream()
                .filter(rule -> rule.id().equals(sign.name()) || rule.id().startsWith(sign.name() + "."))
                .toList();
    }

    /** Names the computation and the day from which its figures hold, such as {@code F01 v1 2026-01-01}. */
    public String version(Sign sign) {
        LocalDate newest = of(sign).stream()
                .map(rule -> rule.basis().validFrom())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return sign + " v" + sign.version() + " " + newest;
    }

    /** The figures by id, as they are frozen with a suspicion. */
    Map<String, String> figures(Sign sign) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Rule rule : of(sign)) {
            if (rule.value() != null) {
                figures.put(rule.id(), rule.number().toPlainString() + " " + rule.unit());
            }
        }
        return figures;
    }
}
