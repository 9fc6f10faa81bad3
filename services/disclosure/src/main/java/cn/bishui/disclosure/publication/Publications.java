package cn.bishui.disclosure.publication;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record of what became public. */
public interface Publications {

    /**
     * Begins a new edition and holds its row until the caller's transaction ends, so that editions follow each other as
     * they are committed.
     */
    void beginEdition(Instant publishedAt);

    /** What the public sees now. */
    Edition edition();

    /** When an event was published, empty where it was not. */
    Optional<Instant> publishedAt(String eventId);

    void add(Publication publication);

    /** One page of the record, newest first unless asked otherwise; of one kind, or of all where it is null. */
    Listing<Publication> page(Notice.@Nullable Kind kind, ListRequest request);

    /** The record before a publication, newest first; from the newest on where it is null. */
    List<Publication> before(Notice.@Nullable Kind kind, @Nullable Publication last, int count);
}
