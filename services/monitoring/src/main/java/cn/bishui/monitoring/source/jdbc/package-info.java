/** Assessments of sources in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.source.jdbc;

import org.jspecify.annotations.NullMarked;
