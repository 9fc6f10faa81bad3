package cn.bishui.disclosure.complaint.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.disclosure.complaint.Breakdown;
import cn.bishui.disclosure.complaint.ComplaintStep;
import cn.bishui.disclosure.complaint.Complaints;
import cn.bishui.disclosure.complaint.Figure;
import cn.bishui.disclosure.complaint.MonthCount;
import cn.bishui.disclosure.complaint.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row per complaint; a step writes its own columns, and the first of its kind only. */
@Repository
class JdbcComplaints implements Complaints {

    /** What {@code grouping(type, street, bureau)} says of a row: a bit for each that it is not grouped by. */
    private static final Map<Integer, Breakdown> GROUPED =
            Map.of(0b011, Breakdown.TYPE, 0b101, Breakdown.STREET, 0b110, Breakdown.BUREAU);

    private final JdbcClient jdbc;

    JdbcComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(ComplaintStep step) {
        return switch (step) {
            case ComplaintStep.Received received ->
                write(
                        received,
                        """
                        insert into complaint (id, received_on, type, subtype, street, channel)
                        values (:id, :on, :type, :subtype, :street, :channel)
                        on conflict (id) do update set received_on = excluded.received_on, type = excluded.type,
                            subtype = excluded.subtype, street = excluded.street, channel = excluded.channel
                        where complaint.received_on is null""",
                        statement -> matter(statement, received.about()).param("channel", received.channel()));
            case ComplaintStep.Corrected corrected ->
                write(corrected, """
                        update complaint set type = :type, subtype = :subtype, street = :street
                        where id = :id""", statement -> matter(statement, corrected.about()));
            case ComplaintStep.Accepted accepted -> write(accepted, """
                        insert into complaint (id, accepted_on) values (:id, :on)
                        on conflict (id) do update set accepted_on = excluded.accepted_on
                        where complaint.accepted_on is null""", statement -> statement);
            case ComplaintStep.Refused refused ->
                write(refused, """
                        insert into complaint (id, refused_on, repeat) values (:id, :on, :repeat)
                        on conflict (id) do update set refused_on = excluded.refused_on, repeat = excluded.repeat
                        where complaint.refused_on is null""", statement -> statement.param("repeat", refused.repeat()));
            case ComplaintStep.Assigned assigned ->
                write(assigned, """
                        insert into complaint (id, assigned_on, assigned_to) values (:id, :on, :bureau)
                        on conflict (id) do update set assigned_on = excluded.assigned_on,
                            assigned_to = excluded.assigned_to
                        where complaint.assigned_on is null""", statement -> statement.param("bureau", assigned.bureau()));
            case ComplaintStep.Answered answered ->
                write(
                        answered,
                        """
                        insert into complaint (id, answered_on, answered_by, in_time, confirmed)
                        values (:id, :on, :bureau, :inTime, :confirmed)
                        on conflict (id) do update set answered_on = excluded.answered_on,
                            answered_by = excluded.answered_by, in_time = excluded.in_time,
                            confirmed = excluded.confirmed
                        where complaint.answered_on is null""",
                        statement -> statement
                                .param("bureau", answered.bureau())
                                .param("inTime", answered.inTime())
                                .param("confirmed", answered.confirmed()));
            case ComplaintStep.Rated rated ->
                write(
                        rated,
                        """
                        insert into complaint (id, rated_on, rated_of, satisfaction) values (:id, :on, :bureau, :satisfaction)
                        on conflict (id) do update set rated_on = excluded.rated_on, rated_of = excluded.rated_of,
                            satisfaction = excluded.satisfaction
                        where complaint.rated_on is null""",
                        statement ->
                                statement.param("bureau", rated.bureau()).param("satisfaction", rated.satisfaction()));
        };
    }

    private boolean write(ComplaintStep step, String sql, UnaryOperator<JdbcClient.StatementSpec> rest) {
        return rest.apply(jdbc.sql(sql).param("id", step.complaint()).param("on", step.on()))
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec matter(JdbcClient.StatementSpec statement, ComplaintStep.Matter matter) {
        return statement
                .param("type", matter.type())
                .param("subtype", matter.subtype())
                .param("street", matter.street());
    }

    @Override
    public LocalDate receivedOn(String complaint) {
        return jdbc.sql("select received_on from complaint where id = :id and received_on is not null")
                .param("id", complaint)
                .query((row, _) -> day(row, "received_on"))
                .optional()
                .orElse(LocalDate.MIN);
    }

    @Override
    public int receivedSince(LocalDate day) {
        return jdbc.sql("select count(*) from complaint where received_on >= :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<MonthCount> counts(Period period) {
        List<MonthCount> counts = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            Counted of = counted(figure);
            jdbc
                    .sql("""
                            select month, grouping(type, street, bureau) as grouped,
                                coalesce(type, street, bureau, '') as row, count(*) as count,
                                coalesce(sum(first), 0) as first, coalesce(sum(second), 0) as second
                            from (
                                select date_trunc('month', %1$s::timestamp)::date as month, coalesce(type, '') as type,
                                    coalesce(street, '') as street, coalesce(%2$s, '') as bureau,
                                    %3$s as first, %4$s as second
                                from complaint where %1$s >= :from and %1$s < :until and %5$s
                            ) happened
                            group by grouping sets ((month), (month, type), (month, street), (month, bureau))
                            """.formatted(of.day, of.bureau, of.first, of.second, of.which))
                    .param("from", period.from().atDay(1))
                    .param("until", period.to().plusMonths(1).atDay(1))
                    .query((row, _) -> count(row, figure))
                    .list()
                    .stream()
                    .filter(count -> count.by() != Breakdown.BUREAU || figure.ofBureaus())
                    .forEach(counts::add);
        }
        return counts;
    }

    private static MonthCount count(ResultSet row, Figure figure) throws SQLException {
        @Nullable Breakdown by = GROUPED.get(row.getInt("grouped"));
        return new MonthCount(
                YearMonth.from(day(row, "month")),
                figure,
                by,
                text(row, "row"),
                row.getInt("count"),
                row.getInt("first"),
                row.getInt("second"));
    }

    /** The columns of a figure: its day, its bureau, what else is summed up, and which rows count. */
    private record Counted(String day, String bureau, String first, String second, String which) {}

    private static Counted counted(Figure figure) {
        return switch (figure) {
            case RECEIVED -> new Counted("received_on", "null::text", "0", "0", "true");
            case ACCEPTED -> new Counted("accepted_on", "null::text", "0", "0", "true");
            case REFUSED -> new Counted("refused_on", "null::text", "0", "0", "true");
            case REPEATS -> new Counted("refused_on", "null::text", "0", "0", "repeat");
            case ASSIGNED -> new Counted("assigned_on", "assigned_to", "0", "0", "true");
            case ANSWERED -> new Counted("answered_on", "answered_by", "in_time::int", "confirmed::int", "true");
            case RATED -> new Counted("rated_on", "rated_of", "satisfaction", "0", "true");
        };
    }
}
