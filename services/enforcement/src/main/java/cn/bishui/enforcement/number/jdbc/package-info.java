/** Numbers in PostgreSQL. */
@NullMarked
package cn.bishui.enforcement.number.jdbc;

import org.jspecify.annotations.NullMarked;
