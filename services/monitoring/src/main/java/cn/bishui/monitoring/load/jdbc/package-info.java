/** Loads in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.load.jdbc;

import org.jspecify.annotations.NullMarked;
