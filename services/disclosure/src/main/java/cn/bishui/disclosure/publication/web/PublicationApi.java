package cn.bishui.disclosure.publication.web;

import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Publication;
import cn.bishui.disclosure.publication.Publications;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of publications, for programs. */
@RestController
class PublicationApi {

    private final Publications publications;

    PublicationApi(Publications publications) {
        this.publications = publications;
    }

    /** A publication on the wire; the delay in seconds. */
    record View(
            String event,
            String type,
            String kind,
            String about,
            @Nullable String unit,
            Instant happenedAt,
            Instant toldAt,
            Instant publishedAt,
            double delay) {

        static View of(Publication publication) {
            return new View(
                    publication.source().eventId(),
                    publication.source().type(),
                    publication.notice().kind().name(),
                    publication.notice().about(),
                    publication.notice().unit(),
                    publication.notice().happenedAt(),
                    publication.source().toldAt(),
                    publication.publishedAt(),
                    publication.delay().toMillis() / 1000.0);
        }
    }

    /** A page of the record. */
    record Views(List<View> items, long total, int page, int size) {}

    @GetMapping("/api/disclosure/v1/publications")
    @PreAuthorize("hasRole('disclosure.editor')")
    Views list(@RequestParam(required = false) Notice.@Nullable Kind kind, ListRequest request) {
        Listing<Publication> listing = publications.page(kind, request);
        return new Views(
                listing.rows().stream().map(View::of).toList(), listing.total(), request.page(), request.size());
    }
}
