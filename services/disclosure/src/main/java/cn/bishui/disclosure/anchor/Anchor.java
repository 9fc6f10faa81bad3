package cn.bishui.disclosure.anchor;

import java.time.Instant;

/**
 * The head of a service's audit chain at some moment. Once it is public, no earlier entry can be changed unseen.
 *
 * @param service the service whose chain it is
 * @param entries how many entries the chain had
 * @param hash SHA-256 of the last of them, in hexadecimal
 */
public record Anchor(String service, long entries, String hash, Instant anchoredAt) {}
