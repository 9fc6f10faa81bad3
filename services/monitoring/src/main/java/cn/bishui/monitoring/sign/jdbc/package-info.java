/** Suspicions, and what signs are looked for in, in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.sign.jdbc;

import org.jspecify.annotations.NullMarked;
