/** Assessments in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.assessment.jdbc;

import org.jspecify.annotations.NullMarked;
