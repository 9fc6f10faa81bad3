/** Rounds and grades in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.blackodorous.jdbc;

import org.jspecify.annotations.NullMarked;
