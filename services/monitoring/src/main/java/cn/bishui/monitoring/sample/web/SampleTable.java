package cn.bishui.monitoring.sample.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.texts;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages about samples show. */
@Component
class SampleTable {

    private static final String SELECT = """
            select s.number, s.site, t.name, t.kind, t.bureau, s.taken_on, s.taken_by, s.condition, s.work, w.stage, w.remark,
                   (select count(*) from sample_value v where v.sample = s.number and v.work = s.work) as found
            from sample s
            join site t on t.code = s.site
            join sample_work w on w.sample = s.number and w.work = s.work
            """;

    private static final String WHERE = """
            where (:q = '' or s.number ilike '%' || :q || '%' or t.name ilike '%' || :q || '%' or s.site = :q)
              and (w.stage = :stage or (:stage = '' and w.stage <> 'discarded'))
              and (:month = '' or to_char(s.taken_on, 'YYYY-MM') = :month)
            """;

    private static final Map<String, String> SORTS =
            Map.of("number", "s.number", "site", "t.name", "day", "s.taken_on", "stage", "w.stage");

    private final JdbcClient jdbc;
    private final Lists lists;

    SampleTable(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** What the reader looks for; empty texts for no matter. */
    record Filter(String q, String stage, String month) {

        static Filter of(@Nullable String q, @Nullable String stage, @Nullable String month) {
            return new Filter(text(q), text(stage), text(month));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /** A sample in a list. */
    record Row(
            String number,
            String site,
            String name,
            String kind,
            LocalDate takenOn,
            String takenBy,
            String condition,
            int work,
            String stage,
            String remark,
            int found,
            String bureau) {

        /** As {@link cn.bishui.monitoring.sample.Work#progress}. */
        public String progress() {
            return isReturned() ? "returned" : stage;
        }

        private boolean isReturned() {
            return stage.equals("draft") && !remark.isEmpty();
        }
    }

    /** A planned site with the sample that was taken, if one was. */
    record Planned(
            String site,
            String name,
            LocalDate due,
            String note,
            @Nullable String number,
            @Nullable String stage) {}

    /** A certificate in a list. */
    record Certified(String number, String person, List<String> items, LocalDate validFrom, LocalDate validTo) {}

    Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<Row> query(Filter filter) {
        return new ListQuery<>(
                SELECT + WHERE,
                Map.of("q", filter.q(), "stage", filter.stage(), "month", filter.month()),
                SORTS,
                "s.taken_on desc, s.number desc",
                SampleTable::row);
    }

    /**
     * The oldest of the samples that wait, and how many do.
     *
     * @param total those too that are not among the rows
     */
    record Waiting(List<Row> rows, long total) {}

    /** Samples of a bureau at a stage, the oldest first. */
    Waiting at(String stage, String bureau, int most) {
        return waiting(stage, bureau, "", most, Map.of());
    }

    /**
     * Samples at a stage whose next review a person may do, as {@link cn.bishui.monitoring.sample.Work#mayBeReviewedBy} has it:
     * who took, analysed, handed in or reviewed one before is not among them.
     */
    Waiting reviewableBy(String person, String stage, String bureau, int most) {
        return waiting(stage, bureau, """
                  and s.taken_by <> :person
                  and :person not in (coalesce(w.submitted_by, ''), coalesce(w.checked_by, ''), coalesce(w.reviewed_by, ''),
                      coalesce(w.signed_by, ''))
                  and not exists (select 1 from sample_value v
                      where v.sample = s.number and v.work = s.work and v.analyst = :person)""", most, Map.of("person", person));
    }

    private Waiting waiting(String stage, String bureau, String only, int most, Map<String, ?> more) {
        AtomicLong total = new AtomicLong();
        List<Row> rows = jdbc.sql("select listed.*, count(*) over () as total from (" + SELECT
                        + "where w.stage = :stage and t.bureau = :bureau " + only
                        + ") as listed order by taken_on, number limit :most")
                .param("stage", stage)
                .param("bureau", bureau)
                .params(more)
                .param("most", most)
                .query((row, _) -> {
                    total.set(row.getLong("total"));
                    return row(row);
                })
                .list();
        return new Waiting(rows, total.get());
    }

    /** What is planned for a month. */
    List<Planned> planned(YearMonth month) {
        return jdbc.sql("""
                        select p.site, t.name, p.due, p.note, s.number, w.stage
                        from sampling_plan p
                        join site t on t.code = p.site
                        left join lateral (select * from sample s where s.site = p.site and not s.discarded
                            and s.taken_on >= p.month and s.taken_on < p.month + interval '1 month'
                            order by s.taken_on limit 1) s on true
                        left join sample_work w on w.sample = s.number and w.work = s.work
                        where p.month = :month
                        order by p.due, t.name limit 1000""")
                .param("month", month.atDay(1))
                .query((row, _) -> new Planned(
                        text(row, "site"),
                        text(row, "name"),
                        day(row, "due"),
                        text(row, "note"),
                        row.getString("number"),
                        row.getString("stage")))
                .list();
    }

    /** Planned of a bureau's sites for a month at the latest and not sampled in its month. */
    List<Planned> due(LocalDate today, String bureau, int most) {
        return jdbc.sql("""
                        select p.site, t.name, p.due, p.note, null as number, null as stage
                        from sampling_plan p
                        join site t on t.code = p.site
                        where t.bureau = :bureau and p.month <= :today and p.month > :today - interval '3 months'
                          and not exists (select 1 from sample s where s.site = p.site and not s.discarded
                            and s.taken_on >= p.month and s.taken_on < p.month + interval '1 month')
                        order by p.due limit :most""")
                .param("today", today)
                .param("bureau", bureau)
                .param("most", most)
                .query((row, _) -> new Planned(
                        text(row, "site"), text(row, "name"), day(row, "due"), text(row, "note"), null, null))
                .list();
    }

    /** Sites that people of a bureau sample by hand: their names by their codes. */
    Map<String, String> sites(String bureau) {
        Map<String, String> sites = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, name from site
                        where kind in ('section', 'source', 'well', 'works-outlet', 'tap') and state in ('active', 'moved')
                          and bureau = :bureau
                        order by name, code""").param("bureau", bureau).query(row -> {
            sites.put(row.getString("code"), row.getString("name") + " " + row.getString("code"));
        });
        return sites;
    }

    List<Certified> certificates() {
        return jdbc.sql("""
                        select number, person, items, valid_from, valid_to from analyst_certificate
                        order by person, valid_to desc limit 1000""")
                .query((row, _) -> new Certified(
                        text(row, "number"),
                        text(row, "person"),
                        texts(row, "items"),
                        day(row, "valid_from"),
                        day(row, "valid_to")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                text(row, "number"),
                text(row, "site"),
                text(row, "name"),
                text(row, "kind"),
                day(row, "taken_on"),
                text(row, "taken_by"),
                text(row, "condition"),
                row.getInt("work"),
                text(row, "stage"),
                text(row, "remark"),
                row.getInt("found"),
                text(row, "bureau"));
    }
}
