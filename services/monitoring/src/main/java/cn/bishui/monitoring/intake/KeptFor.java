package cn.bishui.monitoring.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is not a reading is kept.
 *
 * @param bytes of frames and packets that could not be used
 * @param counts of frames that could not be used, by the hour
 * @param raw packets as they came, by whole months of receipt: original records are kept for five years
 */
@ConfigurationProperties("bishui.kept-for")
public record KeptFor(
        @DefaultValue("90d") Duration bytes,
        @DefaultValue("400d") Duration counts,
        @DefaultValue("1827d") Duration raw) {}
