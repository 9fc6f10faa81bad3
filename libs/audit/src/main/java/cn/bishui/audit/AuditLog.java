package cn.bishui.audit;

import java.util.Map;

/** The service's own log of who changed what, kept in the same transaction as the change. */
public interface AuditLog {

    /**
     * Notes a change. Must be called inside a transaction; the entry is written just before that commits, so that the
     * chain's lock is held for as short as possible.
     *
     * @param action what was done, as {@code permit.granted}
     * @param subject what it was done to, as {@code permit/91220201MA0Y4X0Q1X001P}
     * @param details what changed: old and new values, reasons; never anything secret
     * @throws IllegalStateException outside a transaction
     */
    void record(Actor actor, String action, String subject, Map<String, ?> details);
}
