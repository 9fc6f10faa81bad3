/** Silences in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.silence.jdbc;

import org.jspecify.annotations.NullMarked;
