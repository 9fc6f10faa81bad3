/** Gaps in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.gap.jdbc;

import org.jspecify.annotations.NullMarked;
