package cn.bishui.monitoring.duty.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How every device does at the moment. */
@Component
class HealthTable {

    private static final int MOST_ON_MAP = 2000;

    private static final String SELECT = """
            select d.mn, p.place, d.state, d.state_since, t.last_packet_at, p.longitude, p.latitude,
                   case when h.silent_from < :now then h.quiet_since end as silent_since,
                   case when t.day = :today then t.day_packets else 0 end as packets,
                   case when t.day = :today then t.day_repeats else 0 end as repeats,
                   (select count(distinct k.data_time)
                    from packet k join packet_layout l on l.id = k.layout
                    where k.device = d.id and k.cn = 2061 and k.data_time >= cast(:yesterday as timestamp)
                      and k.data_time < cast(:today as timestamp) and l.layout !~ '-Flag=[^N]') as valid_hours,
                   (select count(*) from record_gap g where g.device = d.id and g.state = 'open') as gaps
            from device d
            join device_place p on p.device = d.id
            join device_health h on h.device = d.id
            left join device_traffic t on t.device = d.id
            """;

    private static final String WHERE = """
            where d.state <> 'removed'
              and (:q = '' or d.mn ilike '%' || :q || '%' or p.place ilike '%' || :q || '%')
              and (:health = '' or (:health = 'silent' and h.silent_from < :now)
                or (:health = 'fine' and h.silent_from >= :now)
                or (:health = 'out' and d.state <> 'in-service'))
            """;

    private static final Map<String, String> SORTS = Map.of(
            "place", "place",
            "mn", "mn",
            "state", "state",
            "last", "last_packet_at",
            "silent", "silent_since",
            "packets", "packets",
            "repeats", "repeats",
            "valid", "valid_hours",
            "gaps", "gaps");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Clock clock;

    HealthTable(JdbcClient jdbc, Lists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * What the reader looks for; empty texts for no matter.
     *
     * @param health {@code silent}, {@code fine} or {@code out}
     */
    record Filter(String q, String health) {

        static Filter of(@Nullable String q, @Nullable String health) {
            return new Filter(q == null ? "" : q.strip(), health == null ? "" : health.strip());
        }
    }

    /**
     * A device.
     *
     * @param packets that came today, each once
     * @param repeats of them, sent again and equal
     * @param validHours hour records of yesterday whose flags are all N, of 24
     * @param gaps that the device is asked for at the moment
     */
    record HealthRow(
            String mn,
            String place,
            String state,
            Instant stateSince,
            @Nullable Instant lastPacketAt,
            @Nullable Instant silentSince,
            long packets,
            long repeats,
            long validHours,
            long gaps,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude) {

        /** {@code fine}, {@code silent} or {@code out}. */
        public String health() {
            if (!state.equals("in-service")) {
                return "out";
            }
            return silentSince == null ? "fine" : "silent";
        }
    }

    Listing<HealthRow> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<HealthRow> reader) {
        lists.each(query(filter), order, reader);
    }

    /** What has a place on the map. */
    List<HealthRow> onMap(Filter filter) {
        return jdbc.sql(SELECT + WHERE + " and p.longitude is not null order by d.mn limit :most")
                .params(parameters(filter))
                .param("most", MOST_ON_MAP)
                .query((row, _) -> row(row))
                .list();
    }

    private ListQuery<HealthRow> query(Filter filter) {
        return new ListQuery<>(
                SELECT + WHERE, parameters(filter), SORTS, "silent_since nulls last, place, mn", HealthTable::row);
    }

    private Map<String, Object> parameters(Filter filter) {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "q", filter.q(),
                "health", filter.health(),
                "now", Timestamp.from(clock.instant()),
                "today", today,
                "yesterday", today.minusDays(1));
    }

    private static HealthRow row(ResultSet row) throws SQLException {
        return new HealthRow(
                text(row, "mn"),
                text(row, "place"),
                text(row, "state"),
                instant(row, "state_since"),
                instantOrNull(row, "last_packet_at"),
                instantOrNull(row, "silent_since"),
                row.getLong("packets"),
                row.getLong("repeats"),
                row.getLong("valid_hours"),
                row.getLong("gaps"),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"));
    }
}
