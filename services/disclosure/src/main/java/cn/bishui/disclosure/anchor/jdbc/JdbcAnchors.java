package cn.bishui.disclosure.anchor.jdbc;

import cn.bishui.disclosure.anchor.Anchor;
import cn.bishui.disclosure.anchor.Anchors;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Anchors in PostgreSQL. */
@Repository
class JdbcAnchors implements Anchors {

    private static final String OF_SERVICE =
            " from anchor where (cast(:service as text) is null or service = :service)";

    private final JdbcClient jdbc;

    JdbcAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Anchor anchor, Instant publishedAt) {
        jdbc.sql("""
                        insert into anchor (service, entries, hash, anchored_at, published_at)
                        values (:service, :entries, :hash, :anchoredAt, :publishedAt) on conflict do nothing""")
                .param("service", anchor.service())
                .param("entries", anchor.entries())
                .param("hash", anchor.hash())
                .param("anchoredAt", Timestamp.from(anchor.anchoredAt()))
                .param("publishedAt", Timestamp.from(publishedAt))
                .update();
    }

    @Override
    public Listing<Anchor> page(@Nullable String service, ListRequest request) {
        long total = jdbc.sql("select count(*)" + OF_SERVICE)
                .param("service", service)
                .query(Long.class)
                .single();
        List<Anchor> rows = jdbc.sql(
                        "select *" + OF_SERVICE + " order by anchored_at desc, service desc limit :size offset :offset")
                .param("service", service)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcAnchors::anchor)
                .list();
        return new Listing<>(rows, total, request);
    }

    @Override
    public List<String> services() {
        return jdbc.sql("select distinct service from anchor order by service")
                .query((row, _) -> row.getString("service"))
                .list();
    }

    @Override
    public List<Anchor> before(@Nullable Place place, int count) {
        return jdbc.sql("""
                        select * from anchor
                        where cast(:at as timestamptz) is null or (anchored_at, service) < (:at, :service)
                        order by anchored_at desc, service desc limit :count""")
                .param("at", place == null ? null : Timestamp.from(place.anchoredAt()))
                .param("service", place == null ? null : place.service())
                .param("count", count)
                .query(JdbcAnchors::anchor)
                .list();
    }

    private static Anchor anchor(ResultSet row, int number) throws SQLException {
        return new Anchor(
                row.getString("service"),
                row.getLong("entries"),
                row.getString("hash"),
                row.getTimestamp("anchored_at").toInstant());
    }
}
