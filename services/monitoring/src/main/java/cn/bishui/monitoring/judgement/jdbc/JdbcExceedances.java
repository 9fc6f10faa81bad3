package cn.bishui.monitoring.judgement.jdbc;

import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.judgement.Cause;
import cn.bishui.monitoring.judgement.Exceedances;
import cn.bishui.monitoring.judgement.Judgements;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told of exceedances, in PostgreSQL. */
@Repository
class JdbcExceedances implements Exceedances {

    private final JdbcClient jdbc;

    JdbcExceedances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Told> find(String id) {
        return jdbc.sql("select id, device, corrections, stands, value, lower, upper from exceedance where id = :id")
                .param("id", id)
                .query((row, _) -> new Told(
                        text(row, "id"),
                        (Integer) row.getObject("device"),
                        row.getInt("corrections"),
                        row.getBoolean("stands"),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("lower"),
                        row.getBigDecimal("upper")))
                .optional();
    }

    @Override
    public void add(String id, Judgements.Latest found, Instant at) {
        jdbc.sql("""
                        insert into exceedance (id, unit, outlet, pollutant, day, device, revision, found_at, value, lower,
                            upper, unit_of_measure, multiple, permit, limit_set)
                        values (:id, :unit, :outlet, :pollutant, :day, :device, :revision, :at, :value, :lower,
                            :upper, :unitOfMeasure, :multiple, :permit, :limitSet)""")
                .param("id", id)
                .param("unit", found.place().unit())
                .param("outlet", found.place().outlet())
                .param("pollutant", found.mean().pollutant())
                .param("day", found.day())
                .param("device", found.place().device())
                .param("revision", found.revision())
                .param("at", Timestamp.from(at))
                .param("value", found.value())
                .param("lower", found.lower())
                .param("upper", found.upper())
                .param("unitOfMeasure", found.unitOfMeasure())
                .param("multiple", found.multiple())
                .param("permit", found.place().permit())
                .param("limitSet", found.limitSet())
                .update();
    }

    @Override
    public void correct(Told corrected, Judgements.Latest by, Cause cause, Instant at) {
        jdbc.sql("""
                        update exceedance set stands = :stands, corrections = :corrections, corrected_at = :at, cause = :cause,
                            device = :device, revision = :revision, value = :value, lower = :lower, upper = :upper,
                            unit_of_measure = coalesce(cast(:unitOfMeasure as text), unit_of_measure),
                            multiple = :multiple, permit = :permit, limit_set = :limitSet
                        where id = :id""")
                .param("stands", corrected.stands())
                .param("corrections", corrected.corrections())
                .param("at", Timestamp.from(at))
                .param("cause", cause.code())
                .param("device", by.place().device())
                .param("revision", by.revision())
                .param("value", by.value())
                .param("lower", by.lower())
                .param("upper", by.upper())
                .param("unitOfMeasure", by.unitOfMeasure())
                .param("multiple", by.multiple())
                .param("permit", by.place().permit())
                .param("limitSet", by.limitSet())
                .param("id", corrected.id())
                .update();
    }
}
