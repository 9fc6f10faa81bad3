/** Refusals and rejected frames in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.intake.jdbc;

import org.jspecify.annotations.NullMarked;
