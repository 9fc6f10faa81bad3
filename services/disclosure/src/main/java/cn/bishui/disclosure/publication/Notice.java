package cn.bishui.disclosure.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is made public.
 *
 * @param about in words, for the record
 * @param unit unified social credit code of the unit it is about, null where it is about none
 * @param happenedAt when it happened, which the delay of its publication is counted from
 */
public record Notice(Kind kind, String about, @Nullable String unit, Instant happenedAt) {

    /** What kinds of things are made public. */
    public enum Kind {
        EXCEEDANCE,
        CLUE,
        CARD,
        PERMIT,
        DRINKING_WATER,
        ANCHOR;

        /** Whether the publication goes into the audit chain; an anchor would have the chain grow by being anchored. */
        boolean audited() {
            return this != ANCHOR;
        }
    }
}
