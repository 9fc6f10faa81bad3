package cn.bishui.monitoring.hourwarning.jdbc;

import cn.bishui.monitoring.hourwarning.HourlyWarnings;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHourlyWarnings implements HourlyWarnings {

    private final JdbcClient jdbc;

    JdbcHourlyWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> add(Collection<Warning> warnings, Instant toldAt) {
        List<Warning> sorted = new ArrayList<>(warnings);
        sorted.sort(Comparator.comparing(Warning::id));
        return new HashSet<>(jdbc.sql("""
                        insert into hourly_warning (id, device, unit, outlet, pollutant, hour, value, lower, upper,
                            unit_of_measure, multiple, permit, limit_set, told_at)
                        select id, device, unit, outlet, pollutant, hour, value, lower, upper, unit_of_measure, multiple,
                            permit, limit_set, :at
                        from unnest(cast(:ids as text[]), cast(:devices as int[]), cast(:units as text[]),
                            cast(:outlets as text[]), cast(:pollutants as text[]), cast(:hours as timestamp[]),
                            cast(:values as numeric[]), cast(:lowers as numeric[]), cast(:uppers as numeric[]),
                            cast(:measures as text[]), cast(:multiples as numeric[]), cast(:permits as text[]),
                            cast(:sets as text[])) as found (id, device, unit, outlet, pollutant, hour, value, lower,
                                upper, unit_of_measure, multiple, permit, limit_set)
                        on conflict do nothing
                        returning id""")
                .param("at", Timestamp.from(toldAt))
                .param("ids", texts(sorted, Warning::id))
                .param(
                        "devices",
                        sorted.stream().map(each -> each.device().id()).toArray(Integer[]::new))
                .param("units", texts(sorted, each -> each.device().outlet().unit()))
                .param("outlets", texts(sorted, each -> each.device().outlet().outlet()))
                .param("pollutants", texts(sorted, each -> each.pollutant().code()))
                .param("hours", texts(sorted, each -> each.hour().toString()))
                .param("values", numbers(sorted, each -> each.judgement().value()))
                .param(
                        "lowers",
                        numbers(sorted, each -> each.judgement().limit().min()))
                .param(
                        "uppers",
                        numbers(sorted, each -> each.judgement().limit().max()))
                .param(
                        "measures",
                        texts(sorted, each -> each.judgement().limit().unit()))
                .param("multiples", numbers(sorted, each -> each.judgement().multiple()))
                .param("permits", texts(sorted, each -> each.permit().number()))
                .param("sets", texts(sorted, Warning::limitSet))
                .query(String.class)
                .list());
    }

    private static String[] texts(List<Warning> all, Function<Warning, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private static @Nullable BigDecimal[] numbers(List<Warning> all, Function<Warning, @Nullable BigDecimal> of) {
        @Nullable BigDecimal[] numbers = new BigDecimal[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = of.apply(all.get(i));
        }
        return numbers;
    }

    @Override
    public void keepsSample(int device, LocalDateTime hour, long command) {
        jdbc.sql("update hourly_warning set keep_sample = :command where device = :device and hour = :hour")
                .param("command", command)
                .param("device", device)
                .param("hour", hour)
                .update();
    }

    @Override
    public boolean sampleOrdered(int device, LocalDateTime hour) {
        return jdbc.sql("""
                        select exists (select from hourly_warning
                            where device = :device and hour = :hour and keep_sample is not null)""")
                .param("device", device)
                .param("hour", hour)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean acknowledge(String id, String by, Instant at) {
        return jdbc.sql("""
                        update hourly_warning set acknowledged_by = :by, acknowledged_at = :at
                        where id = :id and acknowledged_at is null""")
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean exists(String id) {
        return jdbc.sql("select exists (select from hourly_warning where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
