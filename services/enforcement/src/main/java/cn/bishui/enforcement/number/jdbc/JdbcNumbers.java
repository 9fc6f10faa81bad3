package cn.bishui.enforcement.number.jdbc;

import cn.bishui.enforcement.number.Numbers;
import cn.bishui.enforcement.number.Series;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in a row per series and year, which is locked until the transaction ends. */
@Repository
class JdbcNumbers implements Numbers {

    private final JdbcClient jdbc;

    JdbcNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String next(Series series, int year) {
        int place = jdbc.sql("""
                        insert into number_series (series, year, last) values (:series, :year, 1)
                        on conflict (series, year) do update set last = number_series.last + 1
                        returning last""")
                .param("series", series.name().toLowerCase(Locale.ROOT))
                .param("year", year)
                .query(Integer.class)
                .single();
        return series.number(year, place);
    }
}
