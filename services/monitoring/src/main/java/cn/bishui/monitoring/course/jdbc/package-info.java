/** Courses in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.course.jdbc;

import org.jspecify.annotations.NullMarked;
