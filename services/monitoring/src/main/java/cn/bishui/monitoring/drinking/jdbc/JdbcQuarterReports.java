package cn.bishui.monitoring.drinking.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.PointResult;
import cn.bishui.monitoring.drinking.QuarterReport;
import cn.bishui.monitoring.drinking.QuarterReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcQuarterReports implements QuarterReports {

    private static final String SELECT = "select * from drinking_report ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    JdbcQuarterReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<QuarterReport> latest(Period quarter) {
        return jdbc.sql(SELECT + "where quarter = :quarter and latest")
                .param("quarter", quarter.text())
                .query((row, _) -> report(row))
                .optional();
    }

    @Override
    public List<QuarterReport> of(Period quarter) {
        return jdbc.sql(SELECT + "where quarter = :quarter order by revision desc")
                .param("quarter", quarter.text())
                .query((row, _) -> report(row))
                .list();
    }

    @Override
    public boolean add(QuarterReport report) {
        jdbc.sql(
                        "update drinking_report set latest = false where quarter = :quarter and latest and revision < :revision")
                .param("quarter", report.quarter().text())
                .param("revision", report.revision())
                .update();
        return jdbc.sql("""
                        insert into drinking_report (quarter, revision, latest, digest, points, incomplete_reason,
                            correction_reason, approved_by, approved_at)
                        values (:quarter, :revision, true, :digest, :points, :incomplete, :correction, :by, :at)
                        on conflict (quarter, revision) do nothing""")
                        .param("quarter", report.quarter().text())
                        .param("revision", report.revision())
                        .param("digest", report.digest())
                        .param("points", JSON.writeValueAsString(report.points()))
                        .param("incomplete", report.incompleteReason())
                        .param("correction", report.correctionReason())
                        .param("by", report.approvedBy())
                        .param("at", timestamp(report.approvedAt()))
                        .update()
                == 1;
    }

    private static QuarterReport report(ResultSet row) throws SQLException {
        return new QuarterReport(
                Period.of(text(row, "quarter")),
                row.getInt("revision"),
                text(row, "digest"),
                JSON.readValue(text(row, "points"), new TypeReference<List<PointResult>>() {}),
                text(row, "incomplete_reason"),
                text(row, "correction_reason"),
                text(row, "approved_by"),
                instant(row, "approved_at"));
    }
}
