package cn.bishui.disclosure.anchor;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The anchors that are public. */
public interface Anchors {

    /** Keeps an anchor; the same one again changes nothing, another hash of the same length is kept beside the first. */
    void put(Anchor anchor, Instant publishedAt);

    /** One page, newest first; of one service, or of all where it is null. */
    Listing<Anchor> page(@Nullable String service, ListRequest request);

    /** The services that have anchors, in the order of their names. */
    List<String> services();

    /** Those before a place, newest first; from the newest on where it is null. */
    List<Anchor> before(@Nullable Place place, int count);

    /**
     * Where a reader stopped.
     *
     * @param anchoredAt of the last anchor that was read
     * @param service of the last anchor that was read
     */
    record Place(Instant anchoredAt, String service) {}
}
