package cn.bishui.monitoring.network.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages and programs are shown of the network. */
@Component
class SiteTable {

    private static final String SELECT = """
            select s.*, p.name as parent_name
            from site s
            left join site p on p.code = s.parent
            """;

    private static final String WHERE = """
            where (:q = '' or s.name ilike '%' || :q || '%' or s.code ilike '%' || :q || '%' or p.name ilike '%' || :q || '%')
              and (:kind = '' or s.kind = :kind)
              and (:state = '' or s.state = :state or (:state = 'in-use' and s.state in ('active', 'moved')))
              and (:level = '' or s.level = :level)
            """;

    private static final Map<String, String> SORTS = Map.of(
            "code", "s.code",
            "name", "s.name",
            "kind", "s.kind",
            "level", "s.level",
            "target", "s.target_class",
            "state", "s.state",
            "from", "s.valid_from");

    private static final int MOST_ON_MAP = 2000;

    private final JdbcClient jdbc;
    private final Lists lists;

    SiteTable(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** What the reader looks for; empty texts for no matter. */
    record Filter(String q, String kind, String state, String level) {

        static Filter of(@Nullable String q, @Nullable String kind, @Nullable String state, @Nullable String level) {
            return new Filter(text(q), text(kind), text(state), text(level));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /** One version of a site, for its history. */
    record Version(
            long version,
            String change,
            LocalDate effectiveFrom,
            Instant changedAt,
            String changedBy,
            String reason,
            String name,
            String level,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable Integer targetClass,
            String state) {}

    Listing<SiteRow> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<SiteRow> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<SiteRow> query(Filter filter) {
        return new ListQuery<>(SELECT + WHERE, parameters(filter), SORTS, "s.kind, s.code", SiteTable::row);
    }

    private static Map<String, String> parameters(Filter filter) {
        return Map.of("q", filter.q(), "kind", filter.kind(), "state", filter.state(), "level", filter.level());
    }

    Optional<SiteRow> find(String code) {
        return jdbc.sql(SELECT + "where s.code = :code")
                .param("code", code)
                .query((row, _) -> row(row))
                .optional();
    }

    /** What has a place on the map. */
    List<SiteRow> onMap(Filter filter) {
        return jdbc.sql(SELECT + WHERE + " and s.longitude is not null order by s.code limit :most")
                .params(parameters(filter))
                .param("most", MOST_ON_MAP)
                .query((row, _) -> row(row))
                .list();
    }

    /** What lies in it or stands at it. */
    List<SiteRow> within(String code) {
        return jdbc.sql(SELECT + "where s.parent = :code order by s.kind, s.code limit 200")
                .param("code", code)
                .query((row, _) -> row(row))
                .list();
    }

    /** Whether a device measures there, or did. */
    boolean isMeasured(String code) {
        return jdbc.sql("select exists (select from device where site = :code and state <> 'removed')")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Its versions, the newest first. */
    List<Version> versions(String code) {
        return jdbc.sql("""
                        select version, change, effective_from, changed_at, changed_by, reason, name, level, longitude,
                               latitude, target_class, state
                        from site_version where site = :code order by version desc limit 200""")
                .param("code", code)
                .query((row, _) -> new Version(
                        row.getLong("version"),
                        text(row, "change"),
                        day(row, "effective_from"),
                        instant(row, "changed_at"),
                        text(row, "changed_by"),
                        text(row, "reason"),
                        text(row, "name"),
                        text(row, "level"),
                        row.getBigDecimal("longitude"),
                        row.getBigDecimal("latitude"),
                        row.getObject("target_class", Integer.class),
                        text(row, "state")))
                .list();
    }

    /** Sites that others may belong to: their names by their codes. */
    Map<String, String> parents() {
        Map<String, String> parents = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, name from site
                        where kind in ('water-body', 'reach', 'section', 'source', 'well', 'works-outlet') and state <> 'ended'
                        order by kind, name, code limit 1000""").query(row -> {
            parents.put(row.getString("code"), row.getString("name") + " " + row.getString("code"));
        });
        return parents;
    }

    /** How many proposals wait, and those a person may approve. */
    List<SiteRow> proposed(String notBy, int most) {
        return jdbc.sql(SELECT + "where s.state = 'proposed' and s.proposed_by <> :by order by s.code limit :most")
                .param("by", notBy)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    /** What is approved and waits to be put in use. */
    List<SiteRow> approved(int most) {
        return jdbc.sql(SELECT + "where s.state = 'approved' order by s.code limit :most")
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    private static SiteRow row(ResultSet row) throws SQLException {
        return new SiteRow(
                text(row, "code"),
                text(row, "kind"),
                text(row, "name"),
                row.getString("parent"),
                row.getString("parent_name"),
                row.getString("water_type"),
                text(row, "level"),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                row.getObject("target_class", Integer.class),
                row.getString("source_kind"),
                row.getBigDecimal("supply_per_day"),
                row.getObject("population", Integer.class),
                row.getBigDecimal("well_depth"),
                row.getString("aquifer"),
                row.getString("supplier"),
                row.getString("disinfection"),
                text(row, "bureau"),
                text(row, "note"),
                text(row, "state"),
                text(row, "proposed_by"),
                dayOrNull(row, "valid_from"),
                dayOrNull(row, "valid_to"),
                row.getLong("version"));
    }
}
