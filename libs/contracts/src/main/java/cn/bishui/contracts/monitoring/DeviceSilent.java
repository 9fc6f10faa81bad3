package cn.bishui.contracts.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing came from a device in service for twice its interval and three answers' time, though the platform was listening.
 * Told once for each silence; {@link DeviceSilenceEnded} follows.
 *
 * @param silence id of this silence
 * @param device MN of the device
 * @param unit unified social credit code of the unit (GB 32100-2015); null where the device is at a site of the network
 * @param unitName null where there is no unit
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017); null where there is no unit
 * @param outletName null where there is no unit
 * @param since when its last data came, or when it was put in service
 * @param foundAt when the silence was found
 * @param site code of the section, source, well or station at which the device is; null where it is at an outlet
 * @param siteName Chinese name of the site; null where the device is at an outlet
 */
public record DeviceSilent(
        String silence,
        String device,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String outlet,
        @Nullable String outletName,
        Instant since,
        Instant foundAt,
        @Nullable String site,
        @Nullable String siteName)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit == null ? "site/" + site : unit + "/" + outlet;
    }
}
