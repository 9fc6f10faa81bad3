/** Photos and videos in PostgreSQL, in pieces of one MiB. */
@NullMarked
package cn.bishui.complaints.evidence.jdbc;

import org.jspecify.annotations.NullMarked;
