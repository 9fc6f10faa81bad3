package cn.bishui.monitoring.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a district asks beyond the law.
 *
 * @param repairWithin a fault is to be mended so soon, where that is sooner than 5 working days (环发[2008]6号 art. 15: 48 h)
 */
@ConfigurationProperties("bishui.outage")
public record OutageSettings(@Nullable Duration repairWithin) {}
