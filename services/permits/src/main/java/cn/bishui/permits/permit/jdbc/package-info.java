/** Permits in PostgreSQL. */
@NullMarked
package cn.bishui.permits.permit.jdbc;

import org.jspecify.annotations.NullMarked;
