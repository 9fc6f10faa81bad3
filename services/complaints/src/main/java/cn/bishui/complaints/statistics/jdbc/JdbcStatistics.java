package cn.bishui.complaints.statistics.jdbc;

import static java.util.Objects.requireNonNull;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.statistics.Counts;
import cn.bishui.complaints.statistics.Dimension;
import cn.bishui.complaints.statistics.Figure;
import cn.bishui.complaints.statistics.Line;
import cn.bishui.complaints.statistics.Statistics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One pass over the index {@code complaint_counted} for all dimensions. A street that the district's list does not have is
 * told as none: what somebody typed is no place.
 */
@Repository
class JdbcStatistics implements Statistics {

    private static final String SELECT = """
            select grouping(type, street, bureau, channel, month) as kind, type, street, bureau, channel, month,
                   count(*) as received,
                   count(*) filter (where state not in ('received', 'refused')) as accepted,
                   count(*) filter (where state = 'refused') as refused,
                   count(*) filter (where refusal = 'OTHER_DEPARTMENT') as other_department,
                   count(*) filter (where refusal = 'LEGAL_ROUTE') as legal_route,
                   count(*) filter (where refusal = 'REPEAT') as repeat,
                   count(*) filter (where refusal = 'UNSATISFIED') as unsatisfied,
                   count(finding) as answered,
                   count(*) filter (where in_time) as in_time,
                   count(*) filter (where finding in ('true', 'partly-true')) as true,
                   count(satisfaction) as rated,
                   count(*) filter (where satisfaction >= 4) as satisfied,
                   coalesce(sum(satisfaction), 0) as satisfaction,
                   count(*) filter (where refusal = 'REPEAT' or finding = 'repeat') as repeats
            from (
                select c.pollution_type as type, coalesce(s.name, '') as street, coalesce(c.bureau, '') as bureau, c.channel,
                       to_char(c.received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                       c.state, c.refusal, c.finding, c.in_time, c.satisfaction
                from %s left join street s on s.name = c.street
                where %s
            ) counted
            group by grouping sets ((), (type), (street), (bureau), (channel), (month))""";

    private static final String ALL = SELECT.formatted("complaint c", "c.received_at >= :from and c.received_at < :to");

    private static final String OF_BUREAU = SELECT.formatted(
            "party p join complaint c on c.id = p.complaint",
            "p.bureau = :bureau and p.received_at >= :from and p.received_at < :to");

    private final JdbcClient jdbc;

    JdbcStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line and what it is a line of; null for the total. */
    private record Of(@Nullable Dimension dimension, Line line) {}

    @Override
    public Counts count(LocalDate from, LocalDate to, Sight sight) {
        Map<String, Object> values = new HashMap<>();
        values.put("from", startOf(from));
        values.put("to", startOf(to.plusDays(1)));
        if (sight.bureau() != null) {
            values.put("bureau", sight.bureau());
        }
        List<Of> counted = jdbc.sql(sight.bureau() == null ? ALL : OF_BUREAU)
                .params(values)
                .query((row, _) -> line(row))
                .list();
        Map<Dimension, List<Line>> lines = new EnumMap<>(Dimension.class);
        Line total = null;
        for (Of each : counted) {
            if (each.dimension() == null) {
                total = each.line();
            } else {
                lines.computeIfAbsent(each.dimension(), _ -> new ArrayList<>()).add(each.line());
            }
        }
        lines.forEach((dimension, kinds) -> kinds.sort(order(dimension)));
        return new Counts(requireNonNull(total), lines);
    }

    private static Comparator<Line> order(Dimension dimension) {
        Comparator<Line> byKey = Comparator.comparing(Line::key);
        if (dimension == Dimension.MONTH) {
            return byKey;
        }
        return Comparator.comparing((Line line) -> line.key().isEmpty())
                .thenComparing(
                        (Line line) -> line.counts().getOrDefault(Figure.RECEIVED, 0L), Comparator.reverseOrder())
                .thenComparing(byKey);
    }

    @Override
    public Calls calls(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(*) as drawn, count(called_at) as called,
                               count(*) filter (where outcome = 'satisfied') as satisfied,
                               count(*) filter (where outcome = 'unsatisfied') as unsatisfied,
                               count(*) filter (where outcome = 'unreachable') as unreachable
                        from call_back where month between :from and :to""")
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Calls(
                        row.getLong("drawn"),
                        row.getLong("called"),
                        row.getLong("satisfied"),
                        row.getLong("unsatisfied"),
                        row.getLong("unreachable")))
                .single();
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(LegalClocks.ZONE).toInstant());
    }

    private static Of line(ResultSet row) throws SQLException {
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        counts.put(Figure.RECEIVED, row.getLong("received"));
        counts.put(Figure.ACCEPTED, row.getLong("accepted"));
        counts.put(Figure.REFUSED, row.getLong("refused"));
        counts.put(Figure.REFUSED_OTHER_DEPARTMENT, row.getLong("other_department"));
        counts.put(Figure.REFUSED_LEGAL_ROUTE, row.getLong("legal_route"));
        counts.put(Figure.REFUSED_REPEAT, row.getLong("repeat"));
        counts.put(Figure.REFUSED_UNSATISFIED, row.getLong("unsatisfied"));
        counts.put(Figure.ANSWERED, row.getLong("answered"));
        counts.put(Figure.IN_TIME, row.getLong("in_time"));
        counts.put(Figure.TRUE, row.getLong("true"));
        counts.put(Figure.RATED, row.getLong("rated"));
        counts.put(Figure.SATISFIED, row.getLong("satisfied"));
        counts.put(Figure.REPEATS, row.getLong("repeats"));
        Dimension dimension = dimension(row.getInt("kind"));
        String key = dimension == null ? "" : requireNonNull(row.getString(dimension.id()));
        return new Of(dimension, new Line(key, counts, row.getLong("satisfaction")));
    }

    /** A bit for each that a line is not grouped by, {@code type} the highest. */
    private static @Nullable Dimension dimension(int kind) {
        return switch (kind) {
            case 0b01111 -> Dimension.TYPE;
            case 0b10111 -> Dimension.STREET;
            case 0b11011 -> Dimension.BUREAU;
            case 0b11101 -> Dimension.CHANNEL;
            case 0b11110 -> Dimension.MONTH;
            default -> null;
        };
    }
}
