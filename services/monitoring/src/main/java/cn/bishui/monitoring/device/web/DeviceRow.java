package cn.bishui.monitoring.device.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device with its health, as pages and programs see it.
 *
 * @param packets kept, each once
 * @param repeats sent again and equal
 * @param changes sent again and different
 * @param lastPacketAt when data last came
 * @param lastContactAt when a heartbeat or request last came
 * @param silentSince since when nothing came that should have; null while it is as it should be
 */
record DeviceRow(
        String mn,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String permit,
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
