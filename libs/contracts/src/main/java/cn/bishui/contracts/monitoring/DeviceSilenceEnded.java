package cn.bishui.contracts.monitoring;

import java.time.Instant;

/**
 * A silence that was told is over.
 *
 * @param silence id that {@link DeviceSilent} gave it
 * @param device MN of the device
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit
 * @param since when the silence began
 * @param endedAt when data came again, or when the device was taken out of service
 * @param heard whether data came again
 */
public record DeviceSilenceEnded(
        String silence, String device, String unit, String outlet, Instant since, Instant endedAt, boolean heard)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
