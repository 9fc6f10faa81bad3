package cn.bishui.complaints.supervision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district sets.
 *
 * @param callBacks reporters who are called each month
 */
@ConfigurationProperties("bishui.complaints.supervision")
public record SupervisionSettings(@DefaultValue("20") int callBacks) {}
