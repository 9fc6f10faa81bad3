package cn.bishui.monitoring.assessment.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages and programs are shown of assessments. */
@Component
class AssessmentTable {

    private static final String SELECT = """
            select a.*, s.name, s.level, d.state as decline,
                case a.missing when '' then 0 else cardinality(string_to_array(a.missing, '、')) end as lacking
            from assessment a
            join site s on s.code = a.site
            left join decline d on d.site = a.site and d.period = a.period and d.state <> 'lifted'
            where a.latest
              and (:span = 'all' or a.span = :span)
              and (:period = '' or a.period = :period)
              and (:q = '' or s.name ilike '%' || :q || '%' or s.code = :q)
              and (:target = '' or (:target = 'failed' and a.meets_target = false) or (:target = 'met' and a.meets_target))
              and (:declined = '' or (:declined = 'open' and d.state in ('flagged', 'explained')) or (:declined = 'all' and d.state is not null))
            """;

    private static final Map<String, String> SORTS =
            Map.of("period", "a.first_day", "site", "s.name", "class", "a.water_class", "target", "a.target_class");

    private final JdbcClient jdbc;
    private final Lists lists;

    AssessmentTable(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * What the reader looks for; empty texts for no matter.
     *
     * @param span {@code month}, {@code quarter}, {@code year}, or {@code all}
     */
    record Filter(String q, String span, String period, String target, String declined) {

        private static final int QUARTER = "2026-Q4".length();
        private static final int YEAR = "2026".length();

        /** Months where nothing is said; what a period is says its length. */
        static Filter of(
                @Nullable String q,
                @Nullable String span,
                @Nullable String period,
                @Nullable String target,
                @Nullable String declined) {
            String of = text(period);
            String wanted = text(span);
            if (!of.isEmpty()) {
                wanted =
                        of.length() == YEAR ? "year" : of.length() == QUARTER && of.contains("Q") ? "quarter" : "month";
            }
            return new Filter(text(q), wanted.isEmpty() ? "month" : wanted, of, text(target), text(declined));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /**
     * The latest assessment of a section's period.
     *
     * @param missing how many of the evaluated items have no value
     */
    record Row(
            String site,
            String name,
            String level,
            String span,
            String period,
            LocalDate firstDay,
            int revision,
            @Nullable Integer waterClass,
            @Nullable Integer targetClass,
            @Nullable Boolean meetsTarget,
            String mainPollutants,
            int evaluated,
            int missing,
            @Nullable String withoutValue,
            boolean provisional,
            @Nullable String decline,
            Instant assessedAt) {}

    /** A decline that waits for its cause or its measures. */
    record Open(String site, String name, String period, String state, String why) {}

    Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<Row> query(Filter filter) {
        return new ListQuery<>(
                SELECT,
                Map.of(
                        "q", filter.q(),
                        "span", filter.span(),
                        "period", filter.period(),
                        "target", filter.target(),
                        "declined", filter.declined()),
                SORTS,
                "a.first_day desc, s.name, a.site, a.period",
                AssessmentTable::row);
    }

    /** Declines that wait, the oldest first. */
    List<Open> open(int most) {
        return jdbc.sql("""
                        select d.site, s.name, d.period, d.state, d.why from decline d join site s on s.code = d.site
                        where d.state in ('flagged', 'explained') order by d.first_day, s.name, d.period limit :most""")
                .param("most", most)
                .query((row, _) -> new Open(
                        text(row, "site"),
                        text(row, "name"),
                        text(row, "period"),
                        text(row, "state"),
                        text(row, "why")))
                .list();
    }

    /** Sections: their names by their codes. */
    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        jdbc.sql("select code, name from site where kind = 'section' and valid_from is not null order by name, code")
                .query(row -> {
                    sections.put(row.getString("code"), row.getString("name"));
                });
        return sections;
    }

    /** The newest month with an assessment. */
    Optional<String> newestMonth() {
        return jdbc.sql("select max(period) from assessment where span = 'month'")
                .query(String.class)
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                text(row, "site"),
                text(row, "name"),
                text(row, "level"),
                text(row, "span"),
                text(row, "period"),
                day(row, "first_day"),
                row.getInt("revision"),
                row.getObject("water_class", Integer.class),
                row.getObject("target_class", Integer.class),
                row.getObject("meets_target", Boolean.class),
                text(row, "main_pollutants"),
                row.getInt("evaluated"),
                row.getInt("lacking"),
                row.getString("without_value"),
                row.getBoolean("provisional"),
                row.getString("decline"),
                instant(row, "assessed_at"));
    }
}
