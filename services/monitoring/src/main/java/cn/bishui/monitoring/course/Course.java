package cn.bishui.monitoring.course;

import java.time.Instant;

/**
 * Where a water body or a reach runs, as it was drawn.
 *
 * @param site its code
 * @param name its name now
 * @param version 1, and one more each time it is drawn anew
 * @param shape GeoJSON geometry: a line, lines, a polygon or polygons, WGS 84
 * @param reason where it was taken from, or why it was drawn anew
 * @param drawnBy account
 */
public record Course(
        String site, String name, int version, String shape, String reason, String drawnBy, Instant drawnAt) {}
