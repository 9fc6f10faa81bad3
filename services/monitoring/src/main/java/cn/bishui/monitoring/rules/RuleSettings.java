package cn.bishui.monitoring.rules;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A district's own rules.
 *
 * @param file CSV file with the columns of {@code rules.csv}, laid over it on the days on which its rows hold; none where it is not
 *     set
 */
@ConfigurationProperties("bishui.rules")
record RuleSettings(@Nullable Path file) {}
