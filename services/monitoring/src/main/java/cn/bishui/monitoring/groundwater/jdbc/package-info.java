/** Classes of wells in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.groundwater.jdbc;

import org.jspecify.annotations.NullMarked;
