package cn.bishui.monitoring.hourwarning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done about an hour over the limit.
 *
 * @param within an hour that ended longer ago is not warned of: its day is judged soon
 * @param keepSample whether the device is ordered to keep a sample (CN 3015)
 * @param keepSampleWithin an hour that ended longer ago orders none: the water is gone
 */
@ConfigurationProperties("bishui.hour-warning")
public record HourWarningSettings(
        @DefaultValue("24h") Duration within,
        @DefaultValue("true") boolean keepSample,
        @DefaultValue("2h") Duration keepSampleWithin) {}
