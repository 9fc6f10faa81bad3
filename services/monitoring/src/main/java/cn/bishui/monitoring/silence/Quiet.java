package cn.bishui.monitoring.silence;

import java.time.Instant;

/**
 * How long nothing has come from a device in service.
 *
 * @param since when its last data came, or when it was put in service
 * @param silentFrom when it counts as silent, if nothing comes before
 */
public record Quiet(int device, String mn, Watched watched, Instant since, Instant silentFrom) {}
