/** Streets in PostgreSQL. */
@NullMarked
package cn.bishui.complaints.street.jdbc;

import org.jspecify.annotations.NullMarked;
