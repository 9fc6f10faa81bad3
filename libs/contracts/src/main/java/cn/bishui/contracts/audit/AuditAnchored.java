package cn.bishui.contracts.audit;

import java.time.Instant;

/**
 * The head of a service's audit chain at some moment. Once published, no earlier entry can be changed unseen, and no
 * later state can hide that entries were cut off.
 *
 * @param service the service whose chain it is
 * @param entries how many entries the chain has
 * @param hash SHA-256 of the last entry, in hexadecimal
 */
public record AuditAnchored(String service, long entries, String hash, Instant anchoredAt) implements AuditFact {

    @Override
    public String key() {
        return service;
    }
}
