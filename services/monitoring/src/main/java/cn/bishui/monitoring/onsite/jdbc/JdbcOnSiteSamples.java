package cn.bishui.monitoring.onsite.jdbc;

import static cn.bishui.web.rows.Columns.decimal;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.onsite.OnSiteSample;
import cn.bishui.monitoring.onsite.OnSiteSample.Entry;
import cn.bishui.monitoring.onsite.OnSiteSample.State;
import cn.bishui.monitoring.onsite.OnSiteSample.Value;
import cn.bishui.monitoring.onsite.OnSiteSamples;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOnSiteSamples implements OnSiteSamples {

    private final JdbcClient jdbc;

    JdbcOnSiteSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> permit(String unit, String outlet, LocalDate day) {
        return jdbc.sql("""
                        select p.number from permit p join permit_outlet o on o.permit = p.number
                        where p.unit = :unit and o.code = :outlet and :day between p.valid_from and p.valid_to
                        order by p.status = 'in-force' desc, p.valid_from desc limit 1""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean hasReport(String unit, String outlet, String report) {
        return jdbc.sql("""
                        select exists (select from on_site_sample where unit = :unit and outlet = :outlet
                            and report = :report and state <> 'withdrawn')""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("report", report)
                .query(Boolean.class)
                .single();
    }

    @Override
    public long add(String unit, String outlet, String permit, Entry entry, String by, Instant at) {
        long id = jdbc.sql("""
                        insert into on_site_sample (unit, outlet, permit, sampled_at, report, officer, second, laboratory,
                            state, entered_by, entered_at, version)
                        values (:unit, :outlet, :permit, :sampledAt, :report, :officer, :second, :laboratory,
                            'entered', :by, :at, 0)
                        returning id""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("permit", permit)
                .param("sampledAt", Timestamp.from(entry.sampledAt()))
                .param("report", entry.report())
                .param("officer", entry.officer())
                .param("second", entry.second())
                .param("laboratory", entry.laboratory())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        entry.values()
                .forEach(value -> jdbc.sql("""
                                insert into on_site_value (sample, pollutant, reported, value)
                                values (:sample, :pollutant, :reported, :value)""")
                        .param("sample", id)
                        .param("pollutant", value.pollutant())
                        .param("reported", value.reported())
                        .param("value", value.value())
                        .update());
        return id;
    }

    @Override
    public Optional<OnSiteSample> find(long id) {
        return jdbc.sql("select * from on_site_sample where id = :id")
                .param("id", id)
                .query((row, _) -> sample(row))
                .optional();
    }

    @Override
    public boolean update(OnSiteSample changed) {
        return jdbc.sql("""
                        update on_site_sample set state = :state, confirmed_by = :by, confirmed_at = :at, reason = :reason,
                            version = :version
                        where id = :id and version = :before""")
                        .param("state", changed.state().code())
                        .param("by", changed.confirmedBy())
                        .param("at", timestamp(changed.confirmedAt()))
                        .param("reason", changed.reason())
                        .param("version", changed.version())
                        .param("id", changed.id())
                        .param("before", changed.version() - 1)
                        .update()
                == 1;
    }

    @Override
    public List<OnSiteSample> confirmed(String unit, String outlet, Instant from, Instant until) {
        return jdbc.sql("""
                        select * from on_site_sample where unit = :unit and outlet = :outlet and state = 'confirmed'
                          and sampled_at >= :from and sampled_at < :until order by sampled_at, id""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, _) -> sample(row))
                .list();
    }

    @Override
    public List<OnSiteSample> ofOutlet(String unit, String outlet, int most) {
        return jdbc.sql("""
                        select * from on_site_sample where unit = :unit and outlet = :outlet
                        order by sampled_at desc, id desc limit :most""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("most", most)
                .query((row, _) -> sample(row))
                .list();
    }

    @Override
    public List<OnSiteSample> waiting(int most) {
        return jdbc.sql("select * from on_site_sample where state = 'entered' order by entered_at, id limit :most")
                .param("most", most)
                .query((row, _) -> sample(row))
                .list();
    }

    private OnSiteSample sample(ResultSet row) throws SQLException {
        String state = text(row, "state");
        return new OnSiteSample(
                row.getLong("id"),
                text(row, "unit"),
                text(row, "outlet"),
                text(row, "permit"),
                new Entry(
                        instant(row, "sampled_at"),
                        text(row, "report"),
                        text(row, "officer"),
                        text(row, "second"),
                        text(row, "laboratory"),
                        values(row.getLong("id"))),
                Arrays.stream(State.values())
                        .filter(each -> each.code().equals(state))
                        .findFirst()
                        .orElseThrow(),
                text(row, "entered_by"),
                instant(row, "entered_at"),
                row.getString("confirmed_by"),
                instantOrNull(row, "confirmed_at"),
                row.getString("reason"),
                row.getLong("version"));
    }

    private List<Value> values(long sample) {
        return jdbc.sql(
                        "select pollutant, reported, value from on_site_value where sample = :sample order by pollutant")
                .param("sample", sample)
                .query((row, _) -> new Value(text(row, "pollutant"), text(row, "reported"), decimal(row, "value")))
                .list();
    }
}
