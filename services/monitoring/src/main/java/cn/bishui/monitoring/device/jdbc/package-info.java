/** Devices in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.device.jdbc;

import org.jspecify.annotations.NullMarked;
