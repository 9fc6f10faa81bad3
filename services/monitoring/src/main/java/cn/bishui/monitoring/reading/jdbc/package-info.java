/** Packets in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.reading.jdbc;

import org.jspecify.annotations.NullMarked;
