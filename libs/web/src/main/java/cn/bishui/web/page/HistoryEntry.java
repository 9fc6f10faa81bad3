package cn.bishui.web.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a file: a row of its timeline.
 *
 * @param at when
 * @param who the person's post or account, or the service, as the reader should see it
 * @param what what happened, in the reader's language
 * @param detail what changed, the reason given; null where there is nothing more to say
 */
public record HistoryEntry(
        Instant at, String who, String what, @Nullable String detail) {}
