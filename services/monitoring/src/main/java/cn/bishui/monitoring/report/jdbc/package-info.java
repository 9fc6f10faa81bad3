/** What a report looks up besides assessments, in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.report.jdbc;

import org.jspecify.annotations.NullMarked;
