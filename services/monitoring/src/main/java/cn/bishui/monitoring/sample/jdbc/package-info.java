/** Samples in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.sample.jdbc;

import org.jspecify.annotations.NullMarked;
