package cn.bishui.disclosure.complaint;

import org.jspecify.annotations.Nullable;

/**
 * A count as the public is told it.
 *
 * @param count null where it is not told, of one of its months at least
 * @param atLeast what the months come to of which it is told
 */
public record Told(@Nullable Integer count, int atLeast) {

    static Told all(int count) {
        return new Told(count, count);
    }

    static Told some(int atLeast) {
        return new Told(null, atLeast);
    }

    /** Whether it is not told as a whole. */
    public boolean suppressed() {
        return count == null;
    }
}
