package cn.bishui.monitoring.judgement.jdbc;

import static cn.bishui.web.rows.Columns.day;

import cn.bishui.monitoring.judgement.DayJudgement;
import cn.bishui.monitoring.judgement.DayValue;
import cn.bishui.monitoring.judgement.Exceedances;
import cn.bishui.monitoring.judgement.Finding;
import cn.bishui.monitoring.judgement.Judgements;
import cn.bishui.monitoring.judgement.Place;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJudgements implements Judgements, Exceedances {

    private final JdbcClient jdbc;

    JdbcJudgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Latest> latest(int device, LocalDate day) {
        Map<String, Latest> latest = new HashMap<>();
        jdbc.sql("""
                        select pollutant, revision, sent, flag, reason from judgement
                        where device = :device and day = :day and latest""").param("device", device).param("day", day).query(row -> {
            latest.put(
                    row.getString("pollutant"),
                    new Latest(
                            row.getInt("revision"),
                            row.getBigDecimal("sent"),
                            row.getString("flag"),
                            row.getString("reason")));
        });
        return latest;
    }

    @Override
    public List<Waiting> withoutLimit(String permit) {
        return jdbc.sql("""
                        select d.id, d.mn, d.unit, d.outlet, d.permit, j.day, j.pollutant, j.revision, j.sent, j.flag
                        from judgement j join device d on d.id = j.device
                        where d.permit = :permit and j.latest and j.reason = 'no-limit'
                        order by d.unit, d.outlet, j.day, j.pollutant""")
                .param("permit", permit)
                .query((row, _) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new Place(
                        row.getInt("id"),
                        row.getString("mn"),
                        row.getString("unit"),
                        row.getString("outlet"),
                        row.getString("permit")),
                day(row, "day"),
                new DayValue(row.getString("pollutant"), row.getBigDecimal("sent"), row.getString("flag")),
                row.getInt("revision"));
    }

    @Override
    public void add(DayJudgement judged) {
        jdbc.sql("""
                        update judgement set latest = false
                        where device = :device and day = :day and pollutant = :pollutant and latest""")
                .param("device", judged.place().device())
                .param("day", judged.day())
                .param("pollutant", judged.value().pollutant())
                .update();
        Finding.Judged found = judged.finding() instanceof Finding.Judged it ? it : null;
        Judgement judgement = found == null ? null : found.judgement();
        jdbc.sql("""
                        insert into judgement (device, day, pollutant, revision, latest, sent, sent_unit, flag, outcome,
                            reason, value, rounded, lower, upper, unit_of_measure, multiple, permit, permit_version,
                            limit_set, judged_at)
                        values (:device, :day, :pollutant, :revision, true, :sent, :sentUnit, :flag, :outcome,
                            :reason, :value, :rounded, :lower, :upper, :unit, :multiple, :permit, :permitVersion,
                            :limitSet, :at)""")
                .param("device", judged.place().device())
                .param("day", judged.day())
                .param("pollutant", judged.value().pollutant())
                .param("revision", judged.revision())
                .param("sent", judged.value().mean())
                .param("sentUnit", sentUnit(judged.value().pollutant()))
                .param("flag", judged.value().flag())
                .param("outcome", outcome(judgement))
                .param(
                        "reason",
                        judged.finding() instanceof Finding.NotJudged not
                                ? not.reason().code()
                                : null)
                .param("value", judgement == null ? null : judgement.value())
                .param("rounded", judgement == null ? null : judgement.rounded())
                .param("lower", judgement == null ? null : judgement.limit().min())
                .param("upper", judgement == null ? null : judgement.limit().max())
                .param("unit", judgement == null ? null : judgement.limit().unit())
                .param("multiple", judgement == null ? null : judgement.multiple())
                .param("permit", found == null ? null : judged.place().permit())
                .param("permitVersion", found == null ? null : found.permitVersion())
                .param("limitSet", found == null ? null : found.limitSet())
                .param("at", Timestamp.from(judged.judgedAt()))
                .update();
    }

    @Override
    public boolean add(String id, DayJudgement judged) {
        return jdbc.sql("""
                        insert into exceedance (id, unit, outlet, pollutant, day, device, revision, found_at)
                        values (:id, :unit, :outlet, :pollutant, :day, :device, :revision, :at)
                        on conflict (id) do nothing""")
                        .param("id", id)
                        .param("unit", judged.place().unit())
                        .param("outlet", judged.place().outlet())
                        .param("pollutant", judged.value().pollutant())
                        .param("day", judged.day())
                        .param("device", judged.place().device())
                        .param("revision", judged.revision())
                        .param("at", Timestamp.from(judged.judgedAt()))
                        .update()
                == 1;
    }

    private static String sentUnit(String pollutant) {
        return Pollutants.find(pollutant).map(Pollutant::unit).orElse("");
    }

    private static String outcome(@Nullable Judgement judgement) {
        if (judgement == null) {
            return "not-judged";
        }
        return switch (judgement.outcome()) {
            case MEETS -> "meets";
            case TOO_LOW -> "too-low";
            case TOO_HIGH -> "too-high";
        };
    }
}
