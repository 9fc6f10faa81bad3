package cn.bishui.complaints.supervision.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.supervision.CallBack;
import cn.bishui.complaints.supervision.CallBacks;
import cn.bishui.complaints.supervision.CallOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per month of which a sample was drawn, one per reporter in it. */
@Repository
class JdbcCallBacks implements CallBacks {

    private final JdbcClient jdbc;

    JdbcCallBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Integer> draw(YearMonth month, int size, String by, Instant at) {
        boolean first = jdbc.sql("""
                        insert into call_back_month (month, size, drawn_by, drawn_at)
                        values (:month, :size, :by, :at) on conflict do nothing""")
                        .param("month", month.atDay(1))
                        .param("size", size)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
        if (!first) {
            return Optional.empty();
        }
        return Optional.of(jdbc.sql("""
                        insert into call_back (id, month, complaint, place)
                        select gen_random_uuid(), :month, id, row_number() over (order by lot, id) from (
                            select id, sha256(convert_to(:seed || '/' || id, 'UTF8')) as lot from complaint
                            where answered_at >= :from and answered_at < :to and reach in ('phone', 'sms')
                            order by lot, id limit :size
                        ) sample""")
                .param("month", month.atDay(1))
                .param("seed", month.toString())
                .param("from", Timestamp.from(start(month)))
                .param("to", Timestamp.from(start(month.plusMonths(1))))
                .param("size", size)
                .update());
    }

    @Override
    public Optional<CallBack> lock(UUID id) {
        return jdbc.sql("select * from call_back where id = :id for update")
                .param("id", id)
                .query((row, _) -> callBack(row))
                .optional();
    }

    @Override
    public void called(UUID id, CallBack.Call call) {
        jdbc.sql("""
                        update call_back set outcome = :outcome, words = :words, called_by = :by, called_at = :at
                        where id = :id""")
                .param("outcome", call.outcome().id())
                .param("words", call.words())
                .param("by", call.by())
                .param("at", Timestamp.from(call.at()))
                .param("id", id)
                .update();
    }

    @Override
    public List<CallBack> of(UUID complaint) {
        return jdbc.sql("select * from call_back where complaint = :complaint order by month desc")
                .param("complaint", complaint)
                .query((row, _) -> callBack(row))
                .list();
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(LegalClocks.ZONE).toInstant();
    }

    private static CallBack callBack(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new CallBack(
                uuid(row, "id"),
                YearMonth.from(day(row, "month")),
                uuid(row, "complaint"),
                outcome == null
                        ? null
                        : new CallBack.Call(
                                CallOutcome.of(outcome),
                                row.getString("words"),
                                text(row, "called_by"),
                                instant(row, "called_at")));
    }
}
