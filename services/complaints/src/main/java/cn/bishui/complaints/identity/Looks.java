package cn.bishui.complaints.identity;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every look at an identity; there is no way to change or delete one. */
public interface Looks {

    /** Notes one. */
    void add(Look look);

    /** One page of those that fit, newest first. */
    Listing<Look> page(Filter filter, ListRequest request);

    /** All that fit, newest first. */
    void each(Filter filter, Consumer<Look> consumer);

    /**
     * Which looks are wanted.
     *
     * @param text in username, bureau or reason; blank for all
     * @param complaint of which complaint, null for all
     * @param from null for no limit
     * @param before null for no limit
     */
    record Filter(
            String text,
            @Nullable UUID complaint,
            @Nullable Instant from,
            @Nullable Instant before) {}
}
