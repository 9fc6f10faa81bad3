/** Units in PostgreSQL. */
@NullMarked
package cn.bishui.permits.unit.jdbc;

import org.jspecify.annotations.NullMarked;
