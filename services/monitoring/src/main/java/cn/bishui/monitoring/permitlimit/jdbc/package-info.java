/** Permits in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.permitlimit.jdbc;

import org.jspecify.annotations.NullMarked;
