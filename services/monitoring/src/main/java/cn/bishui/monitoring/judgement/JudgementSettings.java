package cn.bishui.monitoring.judgement;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a day is judged of which hours are missing.
 *
 * @param grace time of the next day, the district's, at which it is judged by what is there
 * @param settle how long nothing must have come of a day that is judged later than that, while hours are missing still
 * @param lookAgain how often a day with missing hours is looked at before that
 */
@ConfigurationProperties("bishui.judgement")
public record JudgementSettings(
        @DefaultValue("06:00") LocalTime grace,
        @DefaultValue("5m") Duration settle,
        @DefaultValue("10m") Duration lookAgain) {}
