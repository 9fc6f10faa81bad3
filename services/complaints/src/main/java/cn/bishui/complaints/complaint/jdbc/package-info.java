/** Complaints in PostgreSQL. */
@NullMarked
package cn.bishui.complaints.complaint.jdbc;

import org.jspecify.annotations.NullMarked;
