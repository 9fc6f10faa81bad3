package cn.bishui.monitoring.judgement.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;

import cn.bishui.monitoring.judgement.DueDays;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that wait, in PostgreSQL. */
@Repository
class JdbcDueDays implements DueDays {

    private final JdbcClient jdbc;

    JdbcDueDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<DeviceDay> withHours(Collection<DeviceDay> days) {
        List<DeviceDay> all = List.copyOf(days);
        return new HashSet<>(jdbc.sql("""
                        select asked.device, asked.day
                        from unnest(cast(:devices as int[]), cast(:days as date[])) as asked (device, day)
                        where exists (select from packet p where p.device = asked.device and p.cn = 2061
                            and p.data_time >= asked.day and p.data_time < asked.day + 1)""")
                .param("devices", all.stream().map(DeviceDay::device).toArray(Integer[]::new))
                .param("days", texts(all, each -> each.day().toString()))
                .query((row, _) -> new DeviceDay(row.getInt("device"), day(row, "day")))
                .list());
    }

    /** In one order, so that two batches do not wait for each other. */
    @Override
    public void note(Collection<Mark> marks) {
        List<Mark> sorted = marks.stream()
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .toList();
        jdbc.sql("""
                        insert into day_due (device, day, due_at, changed_at)
                        select device, day, due_at, changed_at
                        from unnest(cast(:devices as int[]), cast(:days as date[]), cast(:due as timestamptz[]),
                            cast(:at as timestamptz[])) as came (device, day, due_at, changed_at)
                        order by device, day
                        on conflict (device, day) do update set due_at = least(day_due.due_at, excluded.due_at),
                            changed_at = greatest(day_due.changed_at, excluded.changed_at), version = day_due.version + 1""")
                .param(
                        "devices",
                        sorted.stream().map(each -> each.day().device()).toArray(Integer[]::new))
                .param("days", texts(sorted, each -> each.day().day().toString()))
                .param("due", texts(sorted, each -> each.dueAt().toString()))
                .param("at", texts(sorted, each -> each.at().toString()))
                .update();
    }

    private static <T> String[] texts(List<T> all, Function<T, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    @Override
    public List<DeviceDay> due(Instant now, int most) {
        return jdbc.sql("select device, day from day_due where due_at <= :now order by due_at limit :most")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> new DeviceDay(row.getInt("device"), day(row, "day")))
                .list();
    }

    @Override
    public Optional<Due> find(DeviceDay waiting) {
        return jdbc.sql("select changed_at, version from day_due where device = :device and day = :day")
                .param("device", waiting.device())
                .param("day", waiting.day())
                .query((row, _) -> new Due(waiting, instant(row, "changed_at"), row.getLong("version")))
                .optional();
    }

    @Override
    public void done(Due judged) {
        jdbc.sql("delete from day_due where device = :device and day = :day and version = :version")
                .param("device", judged.day().device())
                .param("day", judged.day().day())
                .param("version", judged.version())
                .update();
    }

    @Override
    public void postpone(Due waiting, Instant until) {
        jdbc.sql("""
                        update day_due set due_at = :until
                        where device = :device and day = :day and version = :version""")
                .param("until", Timestamp.from(until))
                .param("device", waiting.day().device())
                .param("day", waiting.day().day())
                .param("version", waiting.version())
                .update();
    }

    @Override
    public boolean askedInVain(DeviceDay waiting) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'given-up') > 0 and count(*) filter (where state = 'open') = 0
                        from record_gap
                        where device = :device and kind = 'hour-records'
                          and last_record >= :day and first_record < cast(:day as date) + 1""")
                .param("device", waiting.device())
                .param("day", waiting.day())
                .query(Boolean.class)
                .single();
    }
}
