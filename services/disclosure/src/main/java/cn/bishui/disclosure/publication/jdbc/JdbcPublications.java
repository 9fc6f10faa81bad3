package cn.bishui.disclosure.publication.jdbc;

import cn.bishui.disclosure.publication.Edition;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Publication;
import cn.bishui.disclosure.publication.Publications;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record in PostgreSQL. */
@Repository
class JdbcPublications implements Publications {

    private static final String OF_KIND = " from publication where (cast(:kind as text) is null or kind = :kind)";

    private static final Map<String, String> COLUMNS = Map.of(
            "published",
            "published_at",
            "happened",
            "happened_at",
            "delay",
            "published_at - happened_at",
            "type",
            "type");

    private final JdbcClient jdbc;

    JdbcPublications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void beginEdition(Instant publishedAt) {
        jdbc.sql("update edition set number = number + 1, published_at = :at")
                .param("at", Timestamp.from(publishedAt))
                .update();
    }

    @Override
    public Edition edition() {
        return jdbc.sql("select number, published_at from edition")
                .query((row, _) -> new Edition(row.getLong("number"), instant(row.getTimestamp("published_at"))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    @Override
    public Optional<Instant> publishedAt(String eventId) {
        return jdbc.sql("select published_at from publication where event_id = :event")
                .param("event", eventId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public void add(Publication publication) {
        jdbc.sql("""
                        insert into publication (event_id, kind, type, about, unit, happened_at, told_at, published_at)
                        values (:event, :kind, :type, :about, :unit, :happened, :told, :published)""")
                .param("event", publication.source().eventId())
                .param("kind", publication.notice().kind().name())
                .param("type", publication.source().type())
                .param("about", publication.notice().about())
                .param("unit", publication.notice().unit())
                .param("happened", Timestamp.from(publication.notice().happenedAt()))
                .param("told", Timestamp.from(publication.source().toldAt()))
                .param("published", Timestamp.from(publication.publishedAt()))
                .update();
    }

    @Override
    public Listing<Publication> page(Notice.@Nullable Kind kind, ListRequest request) {
        List<Publication> rows = jdbc.sql("select *" + OF_KIND + " order by "
                        + request.orderBy(COLUMNS, "published_at desc, event_id") + " limit :size offset :offset")
                .param("kind", name(kind))
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcPublications::publication)
                .list();
        long total = jdbc.sql("select count(*)" + OF_KIND)
                .param("kind", name(kind))
                .query(Long.class)
                .single();
        return new Listing<>(rows, total, request);
    }

    @Override
    public List<Publication> before(Notice.@Nullable Kind kind, @Nullable Publication last, int count) {
        return jdbc.sql("select *" + OF_KIND + """
                         and (cast(:at as timestamptz) is null
                              or published_at < :at or (published_at = :at and event_id > :event))
                        order by published_at desc, event_id limit :count""")
                .param("kind", name(kind))
                .param("at", last == null ? null : Timestamp.from(last.publishedAt()))
                .param("event", last == null ? null : last.source().eventId())
                .param("count", count)
                .query(JdbcPublications::publication)
                .list();
    }

    private static @Nullable String name(Notice.@Nullable Kind kind) {
        return kind == null ? null : kind.name();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                new Source(
                        row.getString("event_id"),
                        row.getString("type"),
                        row.getTimestamp("told_at").toInstant()),
                new Notice(
                        Notice.Kind.valueOf(row.getString("kind")),
                        row.getString("about"),
                        row.getString("unit"),
                        row.getTimestamp("happened_at").toInstant()),
                row.getTimestamp("published_at").toInstant());
    }
}
