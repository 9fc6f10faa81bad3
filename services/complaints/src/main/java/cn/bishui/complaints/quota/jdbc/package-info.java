/** Counts and used stamps in PostgreSQL, so that all replicas count together. */
@NullMarked
package cn.bishui.complaints.quota.jdbc;

import org.jspecify.annotations.NullMarked;
