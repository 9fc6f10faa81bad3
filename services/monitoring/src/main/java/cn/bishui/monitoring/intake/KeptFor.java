package cn.bishui.monitoring.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what could not be used is kept.
 *
 * @param bytes of frames and packets
 * @param counts of frames, by the hour
 */
@ConfigurationProperties("bishui.kept-for")
public record KeptFor(
        @DefaultValue("90d") Duration bytes,
        @DefaultValue("400d") Duration counts) {}
