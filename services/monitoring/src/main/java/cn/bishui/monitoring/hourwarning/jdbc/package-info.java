/** Warnings in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.hourwarning.jdbc;

import org.jspecify.annotations.NullMarked;
