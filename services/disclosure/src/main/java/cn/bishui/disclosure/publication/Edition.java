package cn.bishui.disclosure.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the public sees between two changes.
 *
 * @param number rises with every change
 * @param publishedAt when the last change was published, null before the first
 */
public record Edition(long number, @Nullable Instant publishedAt) {}
