package cn.bishui.monitoring.sign;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How signs are looked for.
 *
 * @param rules CSV file with a district's own figures, laid over {@code fraud-signs.csv} on the days on which they hold; none
 *     where it is not set
 */
@ConfigurationProperties("bishui.signs")
public record SignSettings(@Nullable Path rules) {}
