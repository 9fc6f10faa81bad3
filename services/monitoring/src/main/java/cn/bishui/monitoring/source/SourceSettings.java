package cn.bishui.monitoring.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a source is said to be without data.
 *
 * @param missingAfter how long after the end of a month or a year
 * @param lookBack how many months that have ended are looked at
 */
@ConfigurationProperties("bishui.source")
public record SourceSettings(
        @DefaultValue("10d") Duration missingAfter,
        @DefaultValue("3") int lookBack) {}
