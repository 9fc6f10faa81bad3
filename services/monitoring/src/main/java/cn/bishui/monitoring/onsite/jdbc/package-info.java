/** Samples taken on site, in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.onsite.jdbc;

import org.jspecify.annotations.NullMarked;
