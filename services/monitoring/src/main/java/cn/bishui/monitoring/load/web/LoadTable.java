package cn.bishui.monitoring.load.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pages and programs are shown of loads. */
@Component
class LoadTable {

    private static final String LATEST = """
            select * from load_account
            where unit = :unit and outlet = :outlet and latest and pollutant = :pollutant
              and kind = :kind and first_day between :from and :to
            order by first_day desc
            """;

    private final JdbcClient jdbc;

    LoadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An outlet, as its newest permit names it. */
    record Outlet(String unit, String unitName, String outlet, String outletName) {}

    /**
     * The load of a period.
     *
     * @param period {@code 2026-11-24}, {@code 2026-11} or {@code 2026}
     * @param open whether the period is not over: the load so far
     * @param missing hours of a day, days of a month or year
     */
    record Row(
            String period,
            boolean open,
            int revision,
            BigDecimal kilograms,
            BigDecimal substitutedKilograms,
            BigDecimal cubicMetres,
            BigDecimal cubicMetresWithout,
            int counted,
            int expected,
            BigDecimal validPercent,
            String validity,
            List<String> missing,
            @Nullable Instant accountedAt) {

        /** For the eye: three decimals. */
        public BigDecimal kilogramsShown() {
            return kilograms.setScale(3, RoundingMode.HALF_EVEN);
        }

        /** For the eye: one decimal. */
        public BigDecimal waterShown() {
            return cubicMetres.add(cubicMetresWithout).setScale(1, RoundingMode.HALF_EVEN);
        }
    }

    Optional<Outlet> find(String unit, String outlet) {
        return jdbc.sql("""
                        select p.unit_name, o.name as outlet_name
                        from device d
                        join permit p on p.number = d.permit
                        join permit_outlet o on o.permit = d.permit and o.code = d.outlet
                        where d.unit = :unit and d.outlet = :outlet
                        order by p.valid_from desc limit 1""")
                .param("unit", unit)
                .param("outlet", outlet)
                .query((row, _) -> new Outlet(unit, text(row, "unit_name"), outlet, text(row, "outlet_name")))
                .optional();
    }

    /** The pollutants that were ever accounted for, by code. */
    List<String> pollutants(Outlet place) {
        return jdbc.sql("""
                        select distinct pollutant from load_account
                        where unit = :unit and outlet = :outlet and kind = 'day' and latest order by pollutant""")
                .param("unit", place.unit())
                .param("outlet", place.outlet())
                .query((row, _) -> text(row, "pollutant"))
                .list();
    }

    /** The latest accounts of a kind of period, the newest first. */
    List<Row> rows(Outlet place, String pollutant, String kind, LocalDate from, LocalDate to) {
        return jdbc.sql(LATEST)
                .param("unit", place.unit())
                .param("outlet", place.outlet())
                .param("pollutant", pollutant)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        int counted = row.getInt("counted");
        int expected = row.getInt("expected");
        String first = day(row, "first_day").toString();
        String period = switch (text(row, "kind")) {
            case "day" -> first;
            case "month" -> first.substring(0, "2026-11".length());
            default -> first.substring(0, "2026".length());
        };
        return new Row(
                period,
                false,
                row.getInt("revision"),
                row.getBigDecimal("kilograms"),
                row.getBigDecimal("substituted_kg"),
                row.getBigDecimal("cubic_metres"),
                row.getBigDecimal("cubic_metres_without"),
                counted,
                expected,
                percent(counted, expected),
                text(row, "validity"),
                List.of(
                        text(row, "missing").isEmpty()
                                ? new String[0]
                                : text(row, "missing").split(",", -1)),
                instant(row, "accounted_at"));
    }

    private static BigDecimal percent(int counted, int expected) {
        return expected == 0
                ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(counted * 100L).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_EVEN);
    }
}
