package cn.bishui.contracts.monitoring;

import java.time.Instant;

/**
 * Nothing came from a device in service for twice its interval and three answers' time, though the platform was listening.
 * Told once for each silence; {@link DeviceSilenceEnded} follows.
 *
 * @param silence id of this silence
 * @param device MN of the device
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param since when its last data came, or when it was put in service
 * @param foundAt when the silence was found
 */
public record DeviceSilent(
        String silence,
        String device,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        Instant since,
        Instant foundAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
