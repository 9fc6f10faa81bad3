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
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages and programs are shown of assessments. */
@Component
class AssessmentTable {

    private static final String SELECT = """
            select a.*, s.name, s.level
            from assessment a
            join site s on s.code = a.site
            where a.latest
              and (:month = '' or to_char(a.month, 'YYYY-MM') = :month)
              and (:q = '' or s.name ilike '%' || :q || '%' or s.code = :q)
              and (:target = '' or (:target = 'failed' and a.meets_target = false) or (:target = 'met' and a.meets_target))
            """;

    private static final Map<String, String> SORTS =
            Map.of("month", "a.month", "site", "s.name", "class", "a.water_class", "target", "a.target_class");

    private final Lists lists;

    AssessmentTable(Lists lists) {
        this.lists = lists;
    }

    /** What the reader looks for; empty texts for no matter. */
    record Filter(String q, String month, String target) {

        static Filter of(@Nullable String q, @Nullable String month, @Nullable String target) {
            return new Filter(text(q), text(month), text(target));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /** The latest assessment of a section's month. */
    record Row(
            String site,
            String name,
            String level,
            LocalDate month,
            int revision,
            @Nullable Integer waterClass,
            @Nullable Integer targetClass,
            @Nullable Boolean meetsTarget,
            String mainPollutants,
            int evaluated,
            @Nullable String withoutValue,
            Instant assessedAt) {

        /** {@code 2026-11}. */
        public String monthText() {
            return month.toString().substring(0, "2026-11".length());
        }
    }

    Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<Row> query(Filter filter) {
        return new ListQuery<>(
                SELECT,
                Map.of("q", filter.q(), "month", filter.month(), "target", filter.target()),
                SORTS,
                "a.month desc, s.name, a.site",
                AssessmentTable::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                text(row, "site"),
                text(row, "name"),
                text(row, "level"),
                day(row, "month"),
                row.getInt("revision"),
                row.getObject("water_class", Integer.class),
                row.getObject("target_class", Integer.class),
                row.getObject("meets_target", Boolean.class),
                text(row, "main_pollutants"),
                row.getInt("evaluated"),
                row.getString("without_value"),
                instant(row, "assessed_at"));
    }
}
