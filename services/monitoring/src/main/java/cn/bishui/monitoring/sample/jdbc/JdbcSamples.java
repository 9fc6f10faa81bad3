package cn.bishui.monitoring.sample.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.Finding;
import cn.bishui.monitoring.sample.Sample;
import cn.bishui.monitoring.sample.Samples;
import cn.bishui.monitoring.sample.Stage;
import cn.bishui.monitoring.sample.Work;
import cn.bishui.monitoring.sample.Work.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSamples implements Samples {

    private static final String SAMPLE =
            "select number, site, taken_on, taken_by, condition, note, work, version from sample";

    private static final List<Stage> STEPS =
            List.of(Stage.SUBMITTED, Stage.CHECKED, Stage.REVIEWED, Stage.SIGNED, Stage.RELEASED);

    private final JdbcClient jdbc;

    JdbcSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of samples, with the number of the version that is wanted. */
    private record Head(Sample sample, int work) {}

    @Override
    public Optional<Sample> find(String number) {
        return jdbc.sql(SAMPLE + " where number = :number")
                .param("number", number)
                .query((row, _) -> head(row))
                .optional()
                .map(this::whole);
    }

    @Override
    public Optional<Sample> of(String site, LocalDate takenOn) {
        return jdbc.sql(SAMPLE + " where site = :site and taken_on = :day and not discarded")
                .param("site", site)
                .param("day", takenOn)
                .query((row, _) -> head(row))
                .optional()
                .map(this::whole);
    }

    @Override
    public String nextNumber(int year) {
        long next =
                jdbc.sql("select nextval('sample_number')").query(Long.class).single();
        return "SY-%d-%06d".formatted(year, next);
    }

    @Override
    public boolean add(Sample sample) {
        boolean added = jdbc.sql("""
                        insert into sample (number, site, taken_on, taken_by, condition, note, work, version)
                        values (:number, :site, :day, :by, :condition, :note, :work, :version)
                        on conflict (site, taken_on) where not discarded do nothing""")
                        .param("number", sample.number())
                        .param("site", sample.site())
                        .param("day", sample.takenOn())
                        .param("by", sample.takenBy())
                        .param("condition", sample.condition().code())
                        .param("note", sample.note())
                        .param("work", sample.work().number())
                        .param("version", sample.version())
                        .update()
                == 1;
        if (added) {
            keep(sample);
        }
        return added;
    }

    @Override
    public boolean update(Sample changed) {
        boolean updated = jdbc.sql("""
                        update sample set work = :work, version = :version, discarded = :discarded
                        where number = :number and version = :version - 1""")
                        .param("number", changed.number())
                        .param("discarded", changed.work().stage() == Stage.DISCARDED)
                        .param("work", changed.work().number())
                        .param("version", changed.version())
                        .update()
                == 1;
        if (updated) {
            keep(changed);
        }
        return updated;
    }

    private void keep(Sample sample) {
        Work work = sample.work();
        if (work.stage() == Stage.RELEASED) {
            jdbc.sql("""
                            update sample_work set stage = 'superseded'
                            where sample = :sample and work < :work and stage = 'released'""")
                    .param("sample", sample.number())
                    .param("work", work.number())
                    .update();
        }
        var statement = jdbc.sql("""
                        insert into sample_work (sample, work, stage, reason, remark, submitted_by, submitted_at, checked_by, checked_at,
                            reviewed_by, reviewed_at, signed_by, signed_at, released_by, released_at)
                        values (:sample, :work, :stage, :reason, :remark, :submitted_by, :submitted_at, :checked_by, :checked_at,
                            :reviewed_by, :reviewed_at, :signed_by, :signed_at, :released_by, :released_at)
                        on conflict (sample, work) do update set stage = excluded.stage, remark = excluded.remark,
                            submitted_by = excluded.submitted_by, submitted_at = excluded.submitted_at,
                            checked_by = excluded.checked_by, checked_at = excluded.checked_at,
                            reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at,
                            signed_by = excluded.signed_by, signed_at = excluded.signed_at,
                            released_by = excluded.released_by, released_at = excluded.released_at""")
                .param("sample", sample.number())
                .param("work", work.number())
                .param("stage", work.stage().code())
                .param("reason", work.reason())
                .param("remark", work.remark());
        for (Stage each : STEPS) {
            Step step = work.steps().get(each);
            statement = statement
                    .param(each.code() + "_by", step == null ? null : step.by())
                    .param(each.code() + "_at", step == null ? null : timestamp(step.at()));
        }
        statement.update();
        if (work.stage() == Stage.DRAFT) {
            jdbc.sql("delete from sample_value where sample = :sample and work = :work")
                    .param("sample", sample.number())
                    .param("work", work.number())
                    .update();
            for (Finding each : work.findings()) {
                jdbc.sql("""
                                insert into sample_value (sample, work, item, found, method, analyst, analysed_on)
                                values (:sample, :work, :item, :found, :method, :analyst, :day)""")
                        .param("sample", sample.number())
                        .param("work", work.number())
                        .param("item", each.item())
                        .param("found", each.found())
                        .param("method", each.method())
                        .param("analyst", each.analyst())
                        .param("day", each.analysedOn())
                        .update();
            }
        }
    }

    @Override
    public List<Work> works(String number) {
        return jdbc
                .sql("select * from sample_work where sample = :sample order by work desc")
                .param("sample", number)
                .query((row, _) -> work(row))
                .list()
                .stream()
                .map(each -> withFindings(number, each))
                .toList();
    }

    @Override
    public List<Sample> released(String site, YearMonth month) {
        return jdbc
                .sql("""
                        select s.number, s.site, s.taken_on, s.taken_by, s.condition, s.note, w.work, s.version
                        from sample s
                        join sample_work w on w.sample = s.number and w.stage = 'released'
                        where s.site = :site and s.taken_on between :first and :last
                        order by s.taken_on""")
                .param("site", site)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query((row, _) -> head(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    private Sample whole(Head head) {
        Sample sample = head.sample();
        Work work = jdbc.sql("select * from sample_work where sample = :sample and work = :work")
                .param("sample", sample.number())
                .param("work", head.work())
                .query((row, _) -> work(row))
                .single();
        return new Sample(
                sample.number(),
                sample.site(),
                sample.takenOn(),
                sample.takenBy(),
                sample.condition(),
                sample.note(),
                withFindings(sample.number(), work),
                sample.version());
    }

    private Work withFindings(String number, Work work) {
        List<Finding> findings = jdbc.sql("""
                        select item, found, method, analyst, analysed_on from sample_value
                        where sample = :sample and work = :work order by item""")
                .param("sample", number)
                .param("work", work.number())
                .query((row, _) -> new Finding(
                        text(row, "item"),
                        text(row, "found"),
                        text(row, "method"),
                        text(row, "analyst"),
                        day(row, "analysed_on")))
                .list();
        return new Work(work.number(), work.stage(), work.reason(), work.remark(), findings, work.steps());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                new Sample(
                        text(row, "number"),
                        text(row, "site"),
                        day(row, "taken_on"),
                        text(row, "taken_by"),
                        Condition.of(text(row, "condition")),
                        text(row, "note"),
                        Work.first(),
                        row.getLong("version")),
                row.getInt("work"));
    }

    private static Work work(ResultSet row) throws SQLException {
        Map<Stage, Step> steps = new EnumMap<>(Stage.class);
        for (Stage each : STEPS) {
            String by = row.getString(each.code() + "_by");
            Instant at = instantOrNull(row, each.code() + "_at");
            if (by != null && at != null) {
                steps.put(each, new Step(by, at));
            }
        }
        return new Work(
                row.getInt("work"),
                Stage.of(text(row, "stage")),
                text(row, "reason"),
                text(row, "remark"),
                List.of(),
                steps);
    }
}
