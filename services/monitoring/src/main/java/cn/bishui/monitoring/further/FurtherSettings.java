package cn.bishui.monitoring.further;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a district measures beside the items of a standard.
 *
 * @param file CSV file with the columns of {@code further-items.csv}, laid beside it; none where it is not set
 */
@ConfigurationProperties("bishui.further-items")
record FurtherSettings(@Nullable Path file) {}
