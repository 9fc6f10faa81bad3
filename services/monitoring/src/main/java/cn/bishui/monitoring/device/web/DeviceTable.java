package cn.bishui.monitoring.device.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.hj212.Item;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PollutantData;
import cn.bishui.monitoring.device.Factor;
import cn.bishui.monitoring.reading.Content;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.Texts;
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
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages about devices show. */
@Component
class DeviceTable {

    private static final String FROM = """
            from device d
            join device_place p on p.device = d.id
            join device_health h on h.device = d.id
            left join device_traffic t on t.device = d.id
            """;

    private static final String WHERE = """
            where (:q = '' or d.mn ilike '%' || :q || '%' or p.place ilike '%' || :q || '%' or d.unit = :q
                or d.site = :q)
              and (:state = '' or d.state = :state)
              and (:health = '' or h.silent_from < :now)
            """;

    private static final String SELECT = """
            select d.mn, d.unit, p.unit_name, d.outlet, p.outlet_name, d.permit, d.site, p.site_name, p.place,
                   d.report_interval_seconds,
                   d.state, d.state_since, d.version, coalesce(t.packets, 0) as packets,
                   coalesce(t.repeats, 0) as repeats, coalesce(t.changes, 0) as changes, t.last_packet_at,
                   t.last_contact_at, case when h.silent_from < :now then h.quiet_since end as silent_since
            """;

    private static final Map<String, String> COLUMNS = Map.of(
            "mn", "d.mn", "unit", "p.place", "state", "d.state", "last", "t.last_packet_at", "packets", "packets");

    private static final int LATEST = 5;

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Clock clock;

    DeviceTable(JdbcClient jdbc, Lists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    /** What the reader looks for; empty texts for no matter. */
    record Filter(String q, String state, String health) {

        static Filter of(@Nullable String q, @Nullable String state, @Nullable String health) {
            return new Filter(text(q), text(state), text(health));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    Listing<DeviceRow> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<DeviceRow> reader) {
        lists.each(query(filter), order, reader);
    }

    private ListQuery<DeviceRow> query(Filter filter) {
        return new ListQuery<>(
                SELECT + FROM + WHERE,
                Map.of("q", filter.q(), "state", filter.state(), "health", filter.health(), "now", now()),
                COLUMNS,
                "p.place, d.mn",
                DeviceTable::row);
    }

    Optional<DeviceRow> find(String mn) {
        return jdbc.sql(SELECT + FROM + " where d.mn = :mn")
                .param("mn", mn)
                .param("now", now())
                .query((row, _) -> row(row))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** Outlets of permits in force, by {@code unit/permit/outlet}, and points of the network in use, by their code. */
    Map<String, String> sites() {
        Map<String, String> sites = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.unit, p.unit_name, p.number, o.code, o.name
                        from permit p join permit_outlet o on o.permit = p.number
                        where p.status = 'in-force' order by p.unit_name, o.code""").query(row -> {
            sites.put(
                    row.getString("unit") + "/" + row.getString("number") + "/" + row.getString("code"),
                    row.getString("unit_name") + " · " + row.getString("code") + " " + row.getString("name"));
        });
        jdbc.sql("""
                        select code, name from site
                        where state in ('active', 'moved') and kind not in ('water-body', 'reach') order by kind, code""").query(row -> {
            sites.put(row.getString("code"), row.getString("name") + " (" + row.getString("code") + ")");
        });
        return sites;
    }

    /** The latest packets of each kind; values outside the measuring range are marked. */
    List<PacketRow> latestPackets(String mn, List<Factor> factors, Texts texts) {
        Words words = new Words(
                factors.stream()
                        .collect(Collectors.toMap(each -> each.pollutant().code(), Function.identity())),
                texts);
        return jdbc.sql("""
                        select k.cn, latest.data_time, latest.received_at, latest.version, l.layout, latest.numbers
                        from device d
                        cross join (values (2011, 1), (2051, 2), (2061, 3), (2031, 4), (3015, 5), (2081, 6)) as k (cn, place)
                        cross join lateral (
                            select * from packet where device = d.id and cn = k.cn
                            order by data_time desc, part, version desc limit :latest) as latest
                        join packet_layout l on l.id = latest.layout
                        where d.mn = :mn
                        order by k.place, latest.data_time desc, latest.version desc""")
                .param("mn", mn)
                .param("latest", LATEST)
                .query((row, _) -> new PacketRow(
                        row.getString("cn"),
                        row.getObject("data_time", LocalDateTime.class),
                        instant(row, "received_at"),
                        row.getInt("version"),
                        words.of(new Content(row.getString("layout"), row.getString("numbers")))))
                .list();
    }

    /**
     * A packet in a few words.
     *
     * @param version over 1 where it corrects an earlier one
     */
    record PacketRow(String cn, LocalDateTime dataTime, Instant receivedAt, int version, String words) {}

    /** Says what a packet says. */
    private record Words(Map<String, Factor> factors, Texts texts) {

        String of(Content content) {
            Packet.Builder builder = Packet.builder("32", "2011", "0");
            content.items().forEach(builder::item);
            String pollutants =
                    builder.build().pollutants().values().stream().map(this::of).collect(Collectors.joining("；"));
            return pollutants.isEmpty()
                    ? content.items().stream().map(Item::toString).collect(Collectors.joining("；"))
                    : pollutants;
        }

        private String of(PollutantData sent) {
            Optional<Pollutant> pollutant = Pollutants.find(sent.code());
            BigDecimal value = sent.value(Measure.RTD)
                    .or(() -> sent.value(Measure.AVG))
                    .or(() -> sent.value(Measure.COU))
                    .orElse(null);
            String unit = pollutant
                    .map(Pollutant::unit)
                    .filter(each -> !each.equals("1"))
                    .orElse("");
            Factor factor = factors.get(pollutant.map(Pollutant::code).orElse(sent.code()));
            boolean outside = value != null && factor != null && factor.isOutside(value);
            return pollutant
                            .map(each -> texts.either(each.nameZh(), each.nameEn()))
                            .orElse(sent.code())
                    + " " + (value == null ? "–" : value.toPlainString()) + (unit.isEmpty() ? "" : " " + unit)
                    + (sent.normal() ? "" : " [" + (sent.flag() == null ? "?" : sent.flag()) + "]")
                    + (outside ? " [" + texts.of("packet.outside-range") + "]" : "");
        }
    }

    private static DeviceRow row(ResultSet row) throws SQLException {
        return new DeviceRow(
                row.getString("mn"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getString("outlet"),
                row.getString("outlet_name"),
                row.getString("permit"),
                row.getString("site"),
                row.getString("site_name"),
                row.getString("place"),
                row.getInt("report_interval_seconds"),
                row.getString("state"),
                instant(row, "state_since"),
                row.getLong("version"),
                row.getLong("packets"),
                row.getLong("repeats"),
                row.getLong("changes"),
                instantOrNull(row, "last_packet_at"),
                instantOrNull(row, "last_contact_at"),
                instantOrNull(row, "silent_since"));
    }
}
