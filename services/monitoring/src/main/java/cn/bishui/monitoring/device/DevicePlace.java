package cn.bishui.monitoring.device;

/** Where a device measures: what a unit discharges, or the water itself. */
public sealed interface DevicePlace {

    /**
     * At an outlet, whose permit sets the limits.
     *
     * @param unit unified social credit code
     * @param outlet code within the permit
     * @param permit number of the permit whose limits hold at the outlet
     */
    record AtOutlet(String unit, String outlet, String permit) implements DevicePlace {}

    /**
     * At a section, source, well or station of the network; no permit judges it.
     *
     * @param site code of the site
     */
    record AtSite(String site) implements DevicePlace {}
}
