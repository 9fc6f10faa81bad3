package cn.bishui.monitoring.gap.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.command.Records;
import cn.bishui.monitoring.gap.RecordGap;
import cn.bishui.monitoring.gap.RecordGaps;
import cn.bishui.monitoring.gap.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecordGaps implements RecordGaps {

    private final JdbcClient jdbc;

    JdbcRecordGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean sends(int device, Records records) {
        return jdbc.sql("select exists (select from packet where device = :device and cn = :cn)")
                .param("device", device)
                .param("cn", records.cn())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<LocalDateTime> missing(int device, Records records, LocalDateTime from, LocalDateTime to) {
        return jdbc.sql("""
                        select expected.at
                        from generate_series(cast(:from as timestamp), cast(:to as timestamp),
                            make_interval(hours => :hours)) as expected (at)
                        where expected.at not in (
                            select data_time from packet
                            where device = :device and cn = :cn and data_time between :from and :to)
                        order by expected.at""")
                .param("from", from)
                .param("to", to)
                .param("hours", Math.toIntExact(records.period().toHours()))
                .param("device", device)
                .param("cn", records.cn())
                .query((row, _) -> local(row, "at"))
                .list();
    }

    @Override
    public List<RecordGap> known(int device, Records records, LocalDateTime from) {
        return jdbc.sql("""
                        select * from record_gap
                        where device = :device and kind = :kind and (state = 'open' or (state = 'given-up' and last_record >= :from))
                        order by id for update""")
                .param("device", device)
                .param("kind", records.kind())
                .param("from", from)
                .query((row, _) -> gap(row))
                .list();
    }

    @Override
    public void add(int device, Records records, Span span, Instant foundAt, long command) {
        jdbc.sql("""
                        insert into record_gap (device, kind, first_record, last_record, found_at, asks, command, state)
                        values (:device, :kind, :first, :last, :found, 1, :command, 'open')""")
                .param("device", device)
                .param("kind", records.kind())
                .param("first", span.first())
                .param("last", span.last())
                .param("found", Timestamp.from(foundAt))
                .param("command", command)
                .update();
    }

    @Override
    public void save(RecordGap changed) {
        jdbc.sql("""
                        update record_gap set asks = :asks, command = :command, state = :state, ended_at = :ended
                        where id = :id""")
                .param("asks", changed.asks())
                .param("command", changed.command())
                .param("state", changed.state().code())
                .param("ended", timestamp(changed.endedAt()))
                .param("id", changed.id())
                .update();
    }

    @Override
    public List<RecordGap> latest(String mn, int most) {
        return jdbc.sql("""
                        select g.* from record_gap g join device d on d.id = g.device
                        where d.mn = :mn order by g.id desc limit :most""")
                .param("mn", mn)
                .param("most", most)
                .query((row, _) -> gap(row))
                .list();
    }

    private static RecordGap gap(ResultSet row) throws SQLException {
        String kind = text(row, "kind");
        String state = text(row, "state");
        return new RecordGap(
                row.getLong("id"),
                row.getInt("device"),
                Arrays.stream(Records.values())
                        .filter(each -> each.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(),
                new Span(local(row, "first_record"), local(row, "last_record")),
                instant(row, "found_at"),
                row.getInt("asks"),
                row.getLong("command"),
                Arrays.stream(RecordGap.State.values())
                        .filter(each -> each.code().equals(state))
                        .findFirst()
                        .orElseThrow(),
                instantOrNull(row, "ended_at"));
    }

    private static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column);
    }
}
