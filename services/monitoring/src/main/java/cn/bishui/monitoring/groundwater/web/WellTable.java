package cn.bishui.monitoring.groundwater.web;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Released samples of wells with the levels that were measured. */
@Component
class WellTable {

    private static final String SELECT = """
            select s.number, s.taken_on, s.condition, a.sample is not null as classed, a.water_class, a.decisive,
                   a.meets_target, a.without_value,
                   array(select v.item from sample_value v
                         where v.sample = s.number and v.work = w.work and v.item = any (cast(:levels as text[]))
                         order by v.item) as items,
                   array(select v.found from sample_value v
                         where v.sample = s.number and v.work = w.work and v.item = any (cast(:levels as text[]))
                         order by v.item) as found
            from sample s
            join sample_work w on w.sample = s.number and w.stage = 'released'
            left join well_assessment a on a.sample = s.number and a.latest
            where s.site = :site and s.taken_on between :from and :to
            """;

    private static final Map<String, String> SORTS =
            Map.of("day", "s.taken_on", "number", "s.number", "class", "a.water_class");

    private final JdbcClient jdbc;
    private final Lists lists;

    WellTable(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * A sample.
     *
     * @param classed whether the standard says anything of it; levels alone have no class
     * @param withoutValue why it has no class; null where it has one, and where nobody said
     * @param levels as reported, by the key of their item
     */
    record Row(
            String number,
            LocalDate takenOn,
            String condition,
            boolean classed,
            @Nullable Integer waterClass,
            List<String> decisive,
            @Nullable Boolean meetsTarget,
            @Nullable String withoutValue,
            Map<String, String> levels) {

        /** Why it has no class, in a word; null where it has one. */
        public @Nullable String without() {
            if (waterClass != null) {
                return null;
            }
            if (!classed) {
                return NOT_CLASSED;
            }
            return withoutValue == null ? "undecided" : withoutValue;
        }
    }

    /** What a sample is called that has nothing by which a class is made. */
    static final String NOT_CLASSED = "not-classed";

    /** A level on a day. */
    record Level(LocalDate day, String found) {}

    /** The last sample of a well in a span; level and item are null where none was measured in any. */
    record Last(
            LocalDate day, @Nullable String item, @Nullable String found) {}

    Listing<Row> page(String site, LocalDate from, LocalDate to, List<String> levels, ListRequest request) {
        return lists.page(query(site, from, to, levels), request);
    }

    void each(
            String site, LocalDate from, LocalDate to, List<String> levels, ListRequest request, Consumer<Row> reader) {
        lists.each(query(site, from, to, levels), request, reader);
    }

    private static ListQuery<Row> query(String site, LocalDate from, LocalDate to, List<String> levels) {
        return new ListQuery<>(
                SELECT,
                Map.of("site", site, "from", from, "to", to, "levels", levels.toArray(String[]::new)),
                SORTS,
                "s.taken_on desc, s.number desc",
                WellTable::row);
    }

    /** A level over time, the earliest first: at most one a day. */
    List<Level> levels(String site, String item, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select s.taken_on, v.found from sample s
                        join sample_work w on w.sample = s.number and w.stage = 'released'
                        join sample_value v on v.sample = w.sample and v.work = w.work and v.item = :item
                        where s.site = :site and s.taken_on between :from and :to
                        order by s.taken_on""")
                .param("site", site)
                .param("item", item)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Level(day(row, "taken_on"), text(row, "found")))
                .list();
    }

    /** Of each well of which water was taken in a span: the last sample with a level, else the last one. */
    Map<String, Last> last(LocalDate from, LocalDate to, List<String> levels) {
        Map<String, Last> last = new HashMap<>();
        jdbc.sql("""
                        select distinct on (s.site) s.site, s.taken_on, v.item, v.found from sample s
                        join site t on t.code = s.site and t.kind = 'well'
                        join sample_work w on w.sample = s.number and w.stage = 'released'
                        left join sample_value v on v.sample = w.sample and v.work = w.work
                          and v.item = any (cast(:levels as text[]))
                        where s.condition = 'normal' and s.taken_on between :from and :to
                        order by s.site, v.item is null, s.taken_on desc,
                          array_position(cast(:levels as text[]), v.item)""")
                .param("levels", levels.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    last.put(
                            text(row, "site"),
                            new Last(day(row, "taken_on"), row.getString("item"), row.getString("found")));
                });
        return last;
    }

    private static Row row(ResultSet row) throws SQLException {
        List<String> items = texts(row, "items");
        List<String> found = texts(row, "found");
        Map<String, String> levels = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            levels.put(items.get(i), found.get(i));
        }
        String decisive = row.getString("decisive");
        return new Row(
                text(row, "number"),
                day(row, "taken_on"),
                text(row, "condition"),
                row.getBoolean("classed"),
                row.getObject("water_class", Integer.class),
                decisive == null || decisive.isEmpty() ? List.of() : List.of(decisive.split("、", -1)),
                row.getObject("meets_target", Boolean.class),
                row.getString("without_value"),
                levels);
    }
}
