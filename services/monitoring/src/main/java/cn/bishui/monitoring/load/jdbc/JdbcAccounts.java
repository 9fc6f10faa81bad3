package cn.bishui.monitoring.load.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.load.Account;
import cn.bishui.monitoring.load.Accounts;
import cn.bishui.monitoring.load.DischargePoint;
import cn.bishui.monitoring.load.Period;
import cn.bishui.standards.Rules;
import cn.bishui.standards.load.Load;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    private static final String OF_POINT =
            "select * from load_account where unit = :unit and outlet = :outlet and latest ";

    private final JdbcClient jdbc;
    private final Rules rules;

    JdbcAccounts(JdbcClient jdbc, Rules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    @Override
    public void hold(DischargePoint point) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('load/' || :unit || '/' || :outlet, 0))")
                .params(place(point))
                .query(row -> {});
    }

    private static Map<String, Object> place(DischargePoint point) {
        return Map.of("unit", point.unit(), "outlet", point.outlet());
    }

    @Override
    public Map<String, Account> latest(DischargePoint point, Period period) {
        Map<String, Account> found = new TreeMap<>();
        jdbc.sql(OF_POINT + "and kind = :kind and first_day = :first")
                .params(place(point))
                .param("kind", period.kind())
                .param("first", period.first())
                .query((row, _) -> account(row))
                .list()
                .forEach(each -> found.put(each.pollutant(), each));
        return found;
    }

    @Override
    public List<Account> days(DischargePoint point, String pollutant, LocalDate first, LocalDate last) {
        return jdbc.sql(OF_POINT + """
                        and kind = 'day' and first_day between :first and :last and pollutant = :pollutant
                        order by first_day""")
                .params(place(point))
                .param("first", first)
                .param("last", last)
                .param("pollutant", pollutant)
                .query((row, _) -> account(row))
                .list();
    }

    @Override
    public Optional<LocalDate> firstDay(DischargePoint point, String pollutant) {
        return jdbc.sql("""
                        select min(first_day) as first_day from load_account
                        where unit = :unit and outlet = :outlet and kind = 'day' and latest and pollutant = :pollutant
                        having count(*) > 0""")
                .params(place(point))
                .param("pollutant", pollutant)
                .query((row, _) -> day(row, "first_day"))
                .optional();
    }

    @Override
    public List<String> pollutants(DischargePoint point, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select distinct pollutant from load_account
                        where unit = :unit and outlet = :outlet and kind = 'day' and latest
                          and first_day between :first and :last
                        order by pollutant""")
                .params(place(point))
                .param("first", first)
                .param("last", last)
                .query((row, _) -> text(row, "pollutant"))
                .list();
    }

    @Override
    public void add(Account account) {
        Load load = account.load();
        Map<String, Object> key = Map.of(
                "unit", account.point().unit(),
                "outlet", account.point().outlet(),
                "pollutant", account.pollutant(),
                "kind", account.period().kind(),
                "first", account.period().first());
        jdbc.sql("""
                        update load_account set latest = false
                        where unit = :unit and outlet = :outlet and pollutant = :pollutant and kind = :kind
                          and first_day = :first and latest""").params(key).update();
        jdbc.sql("""
                        insert into load_account (unit, outlet, pollutant, kind, first_day, revision, latest, kilograms,
                            substituted_kg, cubic_metres, cubic_metres_without, counted, expected, validity, missing,
                            rule_basis, accounted_at)
                        values (:unit, :outlet, :pollutant, :kind, :first, :revision, true, :kilograms, :substituted, :water,
                            :without, :counted, :expected, :validity, :missing, :rule, :at)""")
                .params(key)
                .param("revision", account.revision())
                .param("kilograms", load.kilograms())
                .param("substituted", load.substitutedKilograms())
                .param("water", load.cubicMetres())
                .param("without", load.cubicMetresWithout())
                .param("counted", load.counted())
                .param("expected", load.expected())
                .param("validity", code(load.validity()))
                .param("missing", String.join(",", load.missing()))
                .param("rule", load.rule().basis().source())
                .param("at", Timestamp.from(account.accountedAt()))
                .update();
    }

    @Override
    public List<Integer> devices(DischargePoint point) {
        return jdbc.sql("select id from device where unit = :unit and outlet = :outlet order by mn")
                .params(place(point))
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    @Override
    public Optional<String> permit(DischargePoint point) {
        return jdbc.sql("""
                        select permit from device where unit = :unit and outlet = :outlet order by registered_at desc, id desc
                        limit 1""").params(place(point)).query(String.class).optional();
    }

    private Account account(ResultSet row) throws SQLException {
        Period period = period(text(row, "kind"), day(row, "first_day"));
        String ruleId = period instanceof Period.Day ? "load.valid.day" : "load.valid.month";
        return new Account(
                new DischargePoint(text(row, "unit"), text(row, "outlet")),
                text(row, "pollutant"),
                period,
                row.getInt("revision"),
                new Load(
                        period.text(),
                        Objects.requireNonNull(row.getBigDecimal("kilograms")),
                        Objects.requireNonNull(row.getBigDecimal("substituted_kg")),
                        Objects.requireNonNull(row.getBigDecimal("cubic_metres")),
                        Objects.requireNonNull(row.getBigDecimal("cubic_metres_without")),
                        row.getInt("counted"),
                        row.getInt("expected"),
                        validity(text(row, "validity")),
                        Arrays.stream(text(row, "missing").split(",", -1))
                                .filter(each -> !each.isEmpty())
                                .toList(),
                        rules.rule(ruleId, period.last())),
                instant(row, "accounted_at"));
    }

    private static Period period(String kind, LocalDate first) {
        return switch (kind) {
            case "day" -> new Period.Day(first);
            case "month" -> new Period.Month(YearMonth.from(first));
            default -> new Period.WholeYear(Year.from(first));
        };
    }

    private static String code(Load.Validity validity) {
        return validity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Load.Validity validity(String code) {
        return Arrays.stream(Load.Validity.values())
                .filter(each -> code(each).equals(code))
                .findFirst()
                .orElseThrow();
    }
}
