package cn.bishui.monitoring.device.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device with its health, as pages and programs see it.
 *
 * @param unit with its outlet and permit; null where the device is at a site of the network
 * @param site code of the site of the network; null where the device is at an outlet
 * @param place what the outlet or site is called
 * @param packets kept, each once
 * @param repeats sent again and equal
 * @param changes sent again and different
 * @param lastPacketAt when data last came
 * @param lastContactAt when a heartbeat or request last came
 * @param silentSince since when nothing came that should have; null while it is as it should be
 */
record DeviceRow(
        String mn,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String outlet,
        @Nullable String outletName,
        @Nullable String permit,
        @Nullable String site,
        @Nullable String siteName,
        String place,
        int reportIntervalSeconds,
        String state,
        Instant stateSince,
        long version,
        long packets,
        long repeats,
        long changes,
        @Nullable Instant lastPacketAt,
        @Nullable Instant lastContactAt,
        @Nullable Instant silentSince) {}
