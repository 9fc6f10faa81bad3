package cn.bishui.monitoring.judgement;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DevicePlace;
import org.jspecify.annotations.Nullable;

/**
 * Where a day was measured.
 *
 * @param device id of the device; null for a sample that was taken on site
 * @param mn its number
 * @param unit unified social credit code
 * @param outlet code within the permit
 * @param permit number
 */
public record Place(@Nullable Integer device, @Nullable String mn, String unit, String outlet, String permit) {

    static Place of(Device device) {
        DevicePlace.AtOutlet at = device.outlet();
        return new Place(device.id(), device.mn(), at.unit(), at.outlet(), at.permit());
    }
}
