package cn.bishui.monitoring.assessment.jdbc;

import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.Decline;
import cn.bishui.monitoring.assessment.Declines;
import cn.bishui.monitoring.assessment.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeclines implements Declines {

    private final JdbcClient jdbc;

    JdbcDeclines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Decline> find(String site, Period period) {
        return jdbc.sql("select * from decline where site = :site and period = :period")
                .param("site", site)
                .param("period", period.text())
                .query((row, _) -> decline(row))
                .optional();
    }

    @Override
    public List<Decline> of(Period period) {
        return jdbc.sql("select * from decline where period = :period order by site")
                .param("period", period.text())
                .query((row, _) -> decline(row))
                .list();
    }

    @Override
    public void add(Decline decline) {
        jdbc.sql("""
                        insert into decline (site, period, first_day, revision, state, why, cause, cause_by, cause_at, measures,
                            measures_by, measures_at, version)
                        values (:site, :period, :first, :revision, :state, :why, :cause, :cause_by, :cause_at, :measures,
                            :measures_by, :measures_at, :version)""").params(columns(decline)).update();
    }

    @Override
    public boolean update(Decline changed) {
        return jdbc.sql("""
                        update decline set revision = :revision, state = :state, why = :why, cause = :cause,
                            cause_by = :cause_by, cause_at = :cause_at, measures = :measures, measures_by = :measures_by,
                            measures_at = :measures_at, version = :version
                        where site = :site and period = :period and version = :version - 1""").params(columns(changed)).update() == 1;
    }

    private static Map<String, @Nullable Object> columns(Decline decline) {
        Decline.Step cause = decline.causeStep();
        Decline.Step measures = decline.measuresStep();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("site", decline.site());
        columns.put("period", decline.period().text());
        columns.put("first", decline.period().first());
        columns.put("revision", decline.revision());
        columns.put("state", decline.state().code());
        columns.put("why", decline.why());
        columns.put("cause", decline.cause());
        columns.put("cause_by", cause == null ? null : cause.by());
        columns.put("cause_at", cause == null ? null : timestamp(cause.at()));
        columns.put("measures", decline.measures());
        columns.put("measures_by", measures == null ? null : measures.by());
        columns.put("measures_at", measures == null ? null : timestamp(measures.at()));
        columns.put("version", decline.version());
        return columns;
    }

    private static Decline decline(ResultSet row) throws SQLException {
        return new Decline(
                text(row, "site"),
                Period.of(text(row, "period")),
                row.getInt("revision"),
                Decline.State.of(text(row, "state")),
                text(row, "why"),
                text(row, "cause"),
                step(row, "cause"),
                text(row, "measures"),
                step(row, "measures"),
                row.getLong("version"));
    }

    private static Decline.@Nullable Step step(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        Instant at = instantOrNull(row, what + "_at");
        return by == null || at == null ? null : new Decline.Step(by, at);
    }
}
