/** The network in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.network.jdbc;

import org.jspecify.annotations.NullMarked;
