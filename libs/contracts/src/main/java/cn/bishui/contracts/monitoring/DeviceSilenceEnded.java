package cn.bishui.contracts.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A silence that was told is over.
 *
 * @param silence id that {@link DeviceSilent} gave it
 * @param device MN of the device
 * @param unit unified social credit code of the unit (GB 32100-2015); null where the device is at a site of the network
 * @param outlet code of the outlet within the unit; null where there is no unit
 * @param since when the silence began
 * @param endedAt when data came again, or when the device was taken out of service
 * @param heard whether data came again
 * @param site code of the section, source, well or station at which the device is; null where it is at an outlet
 */
public record DeviceSilenceEnded(
        String silence,
        String device,
        @Nullable String unit,
        @Nullable String outlet,
        Instant since,
        Instant endedAt,
        boolean heard,
        @Nullable String site)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit == null ? "site/" + site : unit + "/" + outlet;
    }
}
