package cn.bishui.monitoring.hourwarning.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.hourwarning.HourlyWarnings;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHourlyWarnings implements HourlyWarnings {

    private static final String TOLD = """
            select w.id, w.device, d.mn, w.unit, w.outlet, w.pollutant, w.hour, w.permit, w.revision, w.stands, w.value, w.lower,
                   w.upper, w.multiple, w.limit_set, w.record_version
            from hourly_warning w join device d on d.id = w.device
            """;

    private final JdbcClient jdbc;

    JdbcHourlyWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> add(Collection<Warning> warnings, Instant toldAt) {
        List<Warning> sorted = new ArrayList<>(warnings);
        sorted.sort(Comparator.comparing(Warning::id));
        return new HashSet<>(jdbc.sql("""
                        with fresh as (insert into hourly_warning (id, device, unit, outlet, pollutant, hour, value, lower,
                            upper, unit_of_measure, multiple, permit, limit_set, told_at, record_version)
                        select id, device, unit, outlet, pollutant, hour, value, lower, upper, unit_of_measure, multiple,
                            permit, limit_set, :at, (select max(version) from packet_kept p
                                where p.device = found.device and p.cn = 2061 and p.data_time = found.hour)
                        from unnest(cast(:ids as text[]), cast(:devices as int[]), cast(:units as text[]),
                            cast(:outlets as text[]), cast(:pollutants as text[]), cast(:hours as timestamp[]),
                            cast(:values as numeric[]), cast(:lowers as numeric[]), cast(:uppers as numeric[]),
                            cast(:measures as text[]), cast(:multiples as numeric[]), cast(:permits as text[]),
                            cast(:sets as text[])) as found (id, device, unit, outlet, pollutant, hour, value, lower,
                                upper, unit_of_measure, multiple, permit, limit_set)
                        on conflict do nothing
                        returning *)
                        insert into hourly_warning_revision (warning, revision, stands, value, lower, upper, multiple,
                            limit_set, record_version, reason, at)
                        select id, 0, true, value, lower, upper, multiple, limit_set, record_version, 'first', :at
                        from fresh
                        returning warning""")
                .param("at", Timestamp.from(toldAt))
                .param("ids", texts(sorted, Warning::id))
                .param(
                        "devices",
                        sorted.stream().map(each -> each.device().id()).toArray(Integer[]::new))
                .param("units", texts(sorted, each -> each.device().outlet().unit()))
                .param("outlets", texts(sorted, each -> each.device().outlet().outlet()))
                .param("pollutants", texts(sorted, each -> each.pollutant().code()))
                .param("hours", texts(sorted, each -> each.hour().toString()))
                .param("values", numbers(sorted, each -> each.judgement().value()))
                .param(
                        "lowers",
                        numbers(sorted, each -> each.judgement().limit().min()))
                .param(
                        "uppers",
                        numbers(sorted, each -> each.judgement().limit().max()))
                .param(
                        "measures",
                        texts(sorted, each -> each.judgement().limit().unit()))
                .param("multiples", numbers(sorted, each -> each.judgement().multiple()))
                .param("permits", texts(sorted, each -> each.permit().number()))
                .param("sets", texts(sorted, Warning::limitSet))
                .query(String.class)
                .list());
    }

    private static String[] texts(List<Warning> all, Function<Warning, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private static @Nullable BigDecimal[] numbers(List<Warning> all, Function<Warning, @Nullable BigDecimal> of) {
        @Nullable BigDecimal[] numbers = new BigDecimal[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of.apply(all.get(i));
        }
        return numbers;
    }

    @Override
    public List<Told> of(Collection<Hour> hours) {
        List<Hour> each = List.copyOf(hours);
        return jdbc.sql(TOLD + """
                        join unnest(cast(:devices as int[]), cast(:hours as timestamp[])) as asked (device, hour)
                            on asked.device = w.device and asked.hour = w.hour
                        order by w.id for update of w""")
                .param("devices", each.stream().map(Hour::device).toArray(Integer[]::new))
                .param(
                        "hours",
                        each.stream().map(hour -> hour.hour().toString()).toArray(String[]::new))
                .query((row, _) -> told(row))
                .list();
    }

    @Override
    public List<Told> ofPermit(String permit) {
        return jdbc.sql(TOLD + "where w.permit = :permit order by w.id for update of w")
                .param("permit", permit)
                .query((row, _) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                text(row, "id"),
                row.getInt("device"),
                text(row, "mn"),
                text(row, "unit"),
                text(row, "outlet"),
                text(row, "pollutant"),
                Objects.requireNonNull(row.getObject("hour", LocalDateTime.class)),
                text(row, "permit"),
                row.getInt("revision"),
                row.getBoolean("stands"),
                row.getBigDecimal("value"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                row.getBigDecimal("multiple"),
                row.getString("limit_set"),
                row.getInt("record_version"));
    }

    @Override
    public void keep(Told found, Reason reason, boolean seenAgain, Instant at) {
        jdbc.sql("""
                        with kept as (
                            update hourly_warning set revision = :revision, stands = :stands, value = :value, lower = :lower,
                                upper = :upper, multiple = :multiple, limit_set = :set, record_version = :version,
                                looked_at = case when revision = :revision then looked_at else :at end,
                                acknowledged_at = case when :again then null else acknowledged_at end,
                                acknowledged_by = case when :again then null else acknowledged_by end
                            where id = :id)
                        insert into hourly_warning_revision (warning, revision, stands, value, lower, upper, multiple,
                            limit_set, record_version, reason, at)
                        select :id, :revision, :stands, :value, :lower, :upper, :multiple, :set, :version, :reason, :at
                        on conflict do nothing""")
                .param("id", found.id())
                .param("revision", found.revision())
                .param("stands", found.stands())
                .param("value", found.value(), Types.NUMERIC)
                .param("lower", found.lower(), Types.NUMERIC)
                .param("upper", found.upper(), Types.NUMERIC)
                .param("multiple", found.multiple(), Types.NUMERIC)
                .param("set", found.limitSet(), Types.VARCHAR)
                .param("version", found.recordVersion())
                .param("reason", reason.code())
                .param("again", seenAgain)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void keepsSample(int device, LocalDateTime hour, long command) {
        jdbc.sql("update hourly_warning set keep_sample = :command where device = :device and hour = :hour")
                .param("command", command)
                .param("device", device)
                .param("hour", hour)
                .update();
    }

    @Override
    public boolean sampleOrdered(int device, LocalDateTime hour) {
        return jdbc.sql("""
                        select exists (select from hourly_warning
                            where device = :device and hour = :hour and keep_sample is not null)""")
                .param("device", device)
                .param("hour", hour)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean acknowledge(String id, String by, Instant at) {
        return jdbc.sql("""
                        update hourly_warning set acknowledged_by = :by, acknowledged_at = :at
                        where id = :id and acknowledged_at is null and stands""")
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public @Nullable Boolean stands(String id) {
        return jdbc.sql("select stands from hourly_warning where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(null);
    }
}
