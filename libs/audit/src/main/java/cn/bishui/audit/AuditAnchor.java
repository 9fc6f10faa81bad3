package cn.bishui.audit;

import java.time.Instant;

/**
 * The head of the chain at some moment, told to others so that nothing before it can be changed unseen.
 *
 * @param entries how many entries the chain had
 * @param hash hash of the last of them
 */
public record AuditAnchor(long entries, String hash, Instant anchoredAt) {}
