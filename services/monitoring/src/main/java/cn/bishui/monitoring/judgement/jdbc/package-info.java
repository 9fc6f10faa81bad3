/** Judgements in PostgreSQL. */
@NullMarked
package cn.bishui.monitoring.judgement.jdbc;

import org.jspecify.annotations.NullMarked;
