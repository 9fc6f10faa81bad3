package cn.bishui.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One change, as the log holds it.
 *
 * @param seq place in the chain, from 1
 * @param at when, to the microsecond
 * @param details what changed
 */
public record AuditEntry(
        long seq, Instant at, Actor actor, String action, String subject, Map<String, Object> details) {}
