/** Commands in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.command.jdbc;

import org.jspecify.annotations.NullMarked;
