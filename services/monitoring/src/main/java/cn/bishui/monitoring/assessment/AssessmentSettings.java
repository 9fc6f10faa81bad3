package cn.bishui.monitoring.assessment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the district decides about assessing.
 *
 * @param baseYear year against which no section may get worse ("只能更好、不能变坏")
 */
@ConfigurationProperties("bishui.assessment")
public record AssessmentSettings(@DefaultValue("2020") int baseYear) {}
