/** Supervision in PostgreSQL. */
@NullMarked
package cn.bishui.complaints.supervision.jdbc;

import org.jspecify.annotations.NullMarked;
