package cn.bishui.monitoring.silence;

import org.jspecify.annotations.Nullable;

/**
 * What a device watches: an outlet of a unit, or a site of the network; the other's fields are null.
 *
 * @param unit unified social credit code
 * @param outlet code within the permit
 * @param site code of the site
 */
public record Watched(
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String outlet,
        @Nullable String outletName,
        @Nullable String site,
        @Nullable String siteName) {}
