package cn.bishui.permits.unit;

import org.jspecify.annotations.Nullable;

/**
 * A place where a unit discharges (排放口).
 *
 * @param receiving where the water goes, in Chinese
 * @param position null where not surveyed
 */
public record Outlet(
        OutletCode code,
        String name,
        String receiving,
        @Nullable Position position) {}
