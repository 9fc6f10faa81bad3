package cn.bishui.monitoring.sign.jdbc;

import static cn.bishui.web.rows.Columns.decimal;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Field;
import cn.bishui.hj212.Item;
import cn.bishui.monitoring.reading.Content;
import cn.bishui.monitoring.sign.Evidence;
import cn.bishui.monitoring.sign.Observation;
import cn.bishui.monitoring.sign.SignSources;
import cn.bishui.monitoring.sign.Window;
import cn.bishui.monitoring.sign.Window.Calibration;
import cn.bishui.monitoring.sign.Window.FlagCount;
import cn.bishui.monitoring.sign.Window.Outage;
import cn.bishui.monitoring.sign.Window.Said;
import cn.bishui.monitoring.sign.Window.Sampled;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks at packets beside their values. */
@Repository
class JdbcSignSources implements SignSources {

    private static final String ABOUT = "PolId";
    private static final Set<String> KINDS = Set.of("Info", "SN");
    private static final String FLAG = "-Flag=";
    private static final Set<String> SERVICED = Set.of("C", "M");

    /** More is said about nobody in earnest. */
    private static final int MOST_SAID = 2000;

    /** A week of real-time data at the shortest interval is less. */
    private static final int MOST_FROZEN = 25_000;

    private final JdbcClient jdbc;

    JdbcSignSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Said> said(int device, int cn, LocalDateTime from, LocalDateTime until) {
        List<List<Said>> packets = jdbc.sql("""
                        select * from (
                            select p.data_time, p.received_at, p.version, l.layout, p.numbers
                            from packet p join packet_layout l on l.id = p.layout
                            where p.device = :device and p.cn = :cn and p.data_time >= :from and p.data_time < :until
                            order by p.data_time desc, p.version desc limit :most) as latest
                        order by data_time, version""")
                .param("device", device)
                .param("cn", cn)
                .param("from", from)
                .param("until", until)
                .param("most", MOST_SAID)
                .query((row, _) -> said(row))
                .list();
        return packets.stream().flatMap(List::stream).toList();
    }

    /** What one packet says, apart for each instrument it names. */
    private static List<Said> said(ResultSet row) throws SQLException {
        LocalDateTime at = time(row, "data_time");
        Instant receivedAt = instant(row, "received_at");
        List<Said> said = new ArrayList<>();
        String about = null;
        Map<String, String> values = new LinkedHashMap<>();
        for (Item item : new Content(text(row, "layout"), text(row, "numbers")).items()) {
            for (Field field : item.fields()) {
                int hyphen = field.name().lastIndexOf('-');
                if (field.name().equals(ABOUT)) {
                    if (!values.isEmpty()) {
                        said.add(new Said(at, receivedAt, about, values));
                        values = new LinkedHashMap<>();
                    }
                    about = field.value();
                } else if (hyphen > 0 && KINDS.contains(field.name().substring(hyphen + 1))) {
                    values.put(field.name().substring(0, hyphen), field.value());
                }
            }
        }
        said.add(new Said(at, receivedAt, about, values));
        return said;
    }

    @Override
    public List<Outage> outages(int device, LocalDateTime from, ZoneId zone) {
        return jdbc.sql("""
                        select s.since, (
                            select count(*) from device_silence o
                            where o.device <> s.device
                              and o.since between s.since - interval '5 minutes' and s.since + interval '5 minutes')
                            as others
                        from device_silence s where s.device = :device and s.since >= :from order by s.since""")
                .param("device", device)
                .param("from", Timestamp.from(from.atZone(zone).toInstant()))
                .query((row, _) ->
                        new Outage(LocalDateTime.ofInstant(instant(row, "since"), zone), row.getInt("others")))
                .list();
    }

    @Override
    public Map<String, FlagCount> flags(int device, LocalDateTime from, LocalDateTime until) {
        Map<String, FlagCount> counts = new HashMap<>();
        jdbc.sql("""
                        select l.layout, counted.packets
                        from (select layout, count(*) as packets from packet
                              where device = :device and cn = :cn and data_time >= :from and data_time < :until
                              group by layout) as counted
                        join packet_layout l on l.id = counted.layout""")
                .param("device", device)
                .param("cn", Window.REALTIME)
                .param("from", from)
                .param("until", until)
                .query(row -> {
                    count(text(row, "layout"), row.getLong("packets"), counts);
                });
        return counts;
    }

    @Override
    public List<Calibration> calibrations(int device, LocalDateTime from, LocalDateTime until) {
        List<Calibration> found = new ArrayList<>();
        jdbc.sql("""
                        select p.cn, p.data_time, l.layout from packet p join packet_layout l on l.id = p.layout
                        where p.device = :device and p.cn in (:hour, :minutes, :realtime)
                          and p.data_time > :before and p.data_time <= :until and l.layout like '%-Flag=C%'
                        order by p.data_time limit :most""")
                .param("device", device)
                .param("hour", Window.HOUR)
                .param("minutes", Window.MINUTES)
                .param("realtime", Window.REALTIME)
                .param("before", from.minusHours(1))
                .param("until", until)
                .param("most", MOST_SAID)
                .query(row -> {
                    LocalDateTime at = time(row, "data_time");
                    LocalDateTime end = at.plus(period(row.getInt("cn")));
                    if (!end.isBefore(from)) {
                        calibrated(text(row, "layout")).forEach(code -> found.add(new Calibration(at, end, code)));
                    }
                });
        return found;
    }

    private static Duration period(int cn) {
        return switch (cn) {
            case Window.HOUR -> Duration.ofHours(1);
            case Window.MINUTES -> Duration.ofMinutes(10);
            default -> Duration.ZERO;
        };
    }

    private static List<String> calibrated(String layout) {
        return Arrays.stream(layout.split("[;,]", -1))
                .filter(part -> part.endsWith(FLAG + DataFlag.CALIBRATION.code()))
                .map(part -> part.substring(0, part.indexOf(FLAG)))
                .toList();
    }

    /** The flags stand in the layout, one to each pollutant. */
    private static void count(String layout, long packets, Map<String, FlagCount> counts) {
        for (String part : layout.split("[;,]", -1)) {
            int at = part.indexOf(FLAG);
            if (at > 0) {
                String sent = part.substring(0, at);
                String code = Pollutants.find(sent).map(Pollutant::code).orElse(sent);
                long flagged = SERVICED.contains(part.substring(at + FLAG.length())) ? packets : 0;
                counts.merge(
                        code,
                        new FlagCount(packets, flagged),
                        (one, other) -> new FlagCount(one.values() + other.values(), one.flagged() + other.flagged()));
            }
        }
    }

    @Override
    public List<Sampled> samples(String unit, String outlet, LocalDateTime from, LocalDateTime until, ZoneId zone) {
        return jdbc.sql("""
                        select s.id, s.report, s.sampled_at, s.confirmed_at, v.pollutant, v.reported, v.value
                        from on_site_sample s join on_site_value v on v.sample = s.id
                        where s.unit = :unit and s.outlet = :outlet and s.state = 'confirmed'
                          and s.sampled_at >= :from and s.sampled_at < :until
                        order by s.sampled_at, s.id, v.pollutant limit :most""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("from", Timestamp.from(from.atZone(zone).toInstant()))
                .param("until", Timestamp.from(until.atZone(zone).toInstant()))
                .param("most", MOST_SAID)
                .query((row, _) -> new Sampled(
                        row.getLong("id"),
                        text(row, "report"),
                        LocalDateTime.ofInstant(instant(row, "sampled_at"), zone),
                        LocalDateTime.ofInstant(instant(row, "confirmed_at"), zone),
                        text(row, "pollutant"),
                        text(row, "reported"),
                        decimal(row, "value")))
                .list();
    }

    @Override
    public Frozen evidence(int device, Set<Integer> cns, LocalDateTime from, LocalDateTime until, ZoneId zone) {
        List<Evidence.Row> rows = new ArrayList<>();
        long leftOut = 0;
        for (int cn : new TreeSet<>(cns)) {
            List<Evidence.Row> found =
                    cn == Observation.SILENCES ? silences(device, from, until, zone) : packets(device, cn, from, until);
            rows.addAll(found);
            leftOut += found.size() == MOST_FROZEN ? count(device, cn, from, until) - MOST_FROZEN : 0;
        }
        return new Frozen(new Evidence(rows), leftOut);
    }

    private List<Evidence.Row> packets(int device, int cn, LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select p.data_time, p.received_at, p.part, p.version, l.layout, p.numbers
                        from packet p join packet_layout l on l.id = p.layout
                        where p.device = :device and p.cn = :cn and p.data_time >= :from and p.data_time < :until
                        order by p.data_time, p.part, p.version limit :most""")
                .param("device", device)
                .param("cn", cn)
                .param("from", from)
                .param("until", until)
                .param("most", MOST_FROZEN)
                .query((row, _) -> new Evidence.Row(
                        cn,
                        time(row, "data_time"),
                        instant(row, "received_at"),
                        row.getInt("part"),
                        row.getInt("version"),
                        text(row, "layout"),
                        text(row, "numbers")))
                .list();
    }

    private long count(int device, int cn, LocalDateTime from, LocalDateTime until) {
        return jdbc.sql("""
                        select count(*) from packet
                        where device = :device and cn = :cn and data_time >= :from and data_time < :until""")
                .param("device", device)
                .param("cn", cn)
                .param("from", from)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    private List<Evidence.Row> silences(int device, LocalDateTime from, LocalDateTime until, ZoneId zone) {
        return jdbc.sql("""
                        select since, found_at, ended_at, heard from device_silence
                        where device = :device and since >= :from and since < :until order by since""")
                .param("device", device)
                .param("from", Timestamp.from(from.atZone(zone).toInstant()))
                .param("until", Timestamp.from(until.atZone(zone).toInstant()))
                .query((row, _) -> new Evidence.Row(
                        Observation.SILENCES,
                        LocalDateTime.ofInstant(instant(row, "since"), zone),
                        instant(row, "found_at"),
                        0,
                        1,
                        "since,found,ended,heard",
                        String.join(
                                ",",
                                instant(row, "since").toString(),
                                instant(row, "found_at").toString(),
                                shown(instantOrNull(row, "ended_at")),
                                shown(row.getObject("heard")))))
                .list();
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static LocalDateTime time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column);
    }
}
