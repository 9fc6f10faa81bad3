package cn.bishui.disclosure.drinking.jdbc;

import cn.bishui.disclosure.drinking.DrinkingReport;
import cn.bishui.disclosure.drinking.DrinkingReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quarters of drinking water in PostgreSQL. */
@Repository
class JdbcDrinkingReports implements DrinkingReports {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JdbcDrinkingReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(DrinkingReport report, Instant publishedAt) {
        jdbc.sql("""
                        insert into drinking_report (quarter, revision, points, incomplete_reason, correction_reason, approved_at,
                            published_at)
                        values (:quarter, :revision, :points, :incomplete, :correction, :approvedAt, :publishedAt)
                        on conflict do nothing""")
                .param("quarter", report.quarter())
                .param("revision", report.revision())
                .param("points", JSON.writeValueAsString(report.points()))
                .param("incomplete", report.incompleteReason())
                .param("correction", report.correctionReason())
                .param("approvedAt", Timestamp.from(report.approvedAt()))
                .param("publishedAt", Timestamp.from(publishedAt))
                .update();
    }

    @Override
    public List<String> quarters() {
        return jdbc.sql("select distinct quarter from drinking_report order by quarter desc")
                .query((row, _) -> row.getString("quarter"))
                .list();
    }

    @Override
    public List<DrinkingReport> of(String quarter) {
        return jdbc.sql("select * from drinking_report where quarter = :quarter order by revision desc")
                .param("quarter", quarter)
                .query(JdbcDrinkingReports::report)
                .list();
    }

    @Override
    public List<DrinkingReport> after(@Nullable String quarter, @Nullable Place place, int count) {
        return jdbc.sql("""
                        select * from drinking_report
                        where (cast(:quarter as text) is null or quarter = :quarter)
                          and (cast(:lastQuarter as text) is null or (quarter, revision) < (:lastQuarter, cast(:lastRevision as int)))
                        order by quarter desc, revision desc limit :count""")
                .param("quarter", quarter)
                .param("lastQuarter", place == null ? null : place.quarter())
                .param("lastRevision", place == null ? 0 : place.revision())
                .param("count", count)
                .query(JdbcDrinkingReports::report)
                .list();
    }

    private static DrinkingReport report(ResultSet row, int number) throws SQLException {
        return new DrinkingReport(
                row.getString("quarter"),
                row.getInt("revision"),
                JSON.readValue(row.getString("points"), new TypeReference<List<DrinkingReport.Point>>() {}),
                row.getString("incomplete_reason"),
                row.getString("correction_reason"),
                row.getTimestamp("approved_at").toInstant());
    }
}
