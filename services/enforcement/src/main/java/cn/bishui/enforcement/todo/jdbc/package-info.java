/** What waits, read from PostgreSQL. */
@NullMarked
package cn.bishui.enforcement.todo.jdbc;

import org.jspecify.annotations.NullMarked;
