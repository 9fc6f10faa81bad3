/** Quarters of drinking water in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.drinking.jdbc;

import org.jspecify.annotations.NullMarked;
