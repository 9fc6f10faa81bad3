/** Counting in PostgreSQL. */
@NullMarked
package cn.bishui.complaints.statistics.jdbc;

import org.jspecify.annotations.NullMarked;
