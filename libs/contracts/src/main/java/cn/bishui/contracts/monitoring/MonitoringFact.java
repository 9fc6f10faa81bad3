package cn.bishui.contracts.monitoring;

import cn.bishui.contracts.Fact;

/** A fact told by monitoring. */
public sealed interface MonitoringFact extends Fact
        permits DailyLimitCorrected,
                DailyLimitExceeded,
                DataSuspected,
                DeviceSilenceEnded,
                DeviceSilent,
                DrinkingWaterReported,
                HourlyLimitWarned,
                HourlyWarningCorrected,
                LoadAccounted,
                SectionAssessed,
                SourceAssessed,
                WaterBodyAssessed,
                WaterBodyGraded {

    /** The topic of all these facts. */
    String TOPIC = "monitoring.v1";

    @Override
    default String topic() {
        return TOPIC;
    }
}
