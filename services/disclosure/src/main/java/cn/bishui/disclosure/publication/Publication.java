package cn.bishui.disclosure.publication;

import java.time.Duration;
import java.time.Instant;

/** Something that became public because an event was heard. */
public record Publication(Source source, Notice notice, Instant publishedAt) {

    /** How long the public did not know what had happened. */
    public Duration delay() {
        return Duration.between(notice.happenedAt(), publishedAt);
    }
}
