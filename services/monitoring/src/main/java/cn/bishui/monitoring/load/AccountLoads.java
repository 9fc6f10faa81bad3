package cn.bishui.monitoring.load;

import cn.bishui.alarms.Alarms;
import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.LoadAccounted;
import cn.bishui.hj212.Cn;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.device.DevicePlace;
import cn.bishui.monitoring.device.Spans;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.monitoring.reading.ReadingWatch;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import cn.bishui.standards.load.HourlyDischarge;
import cn.bishui.standards.load.Load;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts for what an outlet discharged on a day when its hours have come, anew where one comes late or is corrected; for a
 * month and a year when they are over, anew where one of their days is.
 */
@Service
public class AccountLoads implements ReadingWatch {

    /** Kind of the alarm. */
    public static final String ALARM = "load";

    /** Hours that come one after the other are accounted for once. */
    private static final Duration TOGETHER = Duration.ofSeconds(20);

    /** A day's last hour comes after midnight. */
    private static final Duration AFTER_DAY = Duration.ofMinutes(30);

    /** Gaps are asked for and filled by then. */
    private static final Duration AFTER_MONTH = Duration.ofDays(2);

    private static final int MOST_DAYS_BACK = 400;
    private static final int HOUR_RECORDS = Integer.parseInt(Cn.HOUR);
    private static final Actor MONITORING = Actor.system("monitoring");

    private final Accounts accounts;
    private final SubstitutedHours substituted;
    private final KeptRecords records;
    private final Spans spans;
    private final Permits permits;
    private final Alarms alarms;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules rules;

    AccountLoads(
            Accounts accounts,
            SubstitutedHours substituted,
            KeptRecords records,
            Spans spans,
            Permits permits,
            Alarms alarms,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            Rules rules) {
        this.accounts = accounts;
        this.substituted = substituted;
        this.records = records;
        this.spans = spans;
        this.permits = permits;
        this.alarms = alarms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
    }

    /** What is to be accounted for. */
    private record Due(DischargePoint point, Period period) {

        /** {@code load/unit/outlet/2026-11-24}. */
        String subject() {
            return point.subject() + "/" + period.text();
        }

        static Due of(String subject) {
            String[] parts = subject.split("/", -1);
            return new Due(new DischargePoint(parts[1], parts[2]), Period.parse(parts[3]));
        }
    }

    @Override
    @Transactional
    public void kept(List<Fresh> readings) {
        Map<String, Instant> moments = new TreeMap<>();
        for (Fresh each : readings) {
            LocalDate day = each.reading().dataTime().toLocalDate();
            if (each.reading().cn() == HOUR_RECORDS && each.device().isAtOutlet() && isLikely(day)) {
                DevicePlace.AtOutlet at = each.device().outlet();
                Due due = new Due(new DischargePoint(at.unit(), at.outlet()), new Period.Day(day));
                moments.computeIfAbsent(due.subject(), _ -> moment(due.period(), AFTER_DAY));
            }
        }
        alarms.set(moments, ALARM);
    }

    /** Whether a day is not the fancy of a device's clock. */
    private boolean isLikely(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return !day.isAfter(today) && day.isAfter(today.minusDays(MOST_DAYS_BACK));
    }

    /** Whether a pollutant has a load: whether it is a mass in water. */
    public static boolean accountsFor(String pollutant) {
        return HoursOfDay.isCarried(pollutant);
    }

    /** Has a day accounted for anew: something was put in the place of its hours. */
    @Transactional
    public void substituted(DischargePoint point, LocalDate day) {
        wake(new Due(point, new Period.Day(day)));
    }

    private void wake(Due due) {
        alarms.set(due.subject(), moment(due.period(), AFTER_DAY), ALARM);
    }

    /** Soon, and not before the period is over. */
    private Instant moment(Period period, Duration grace) {
        Instant soon = clock.instant().plus(TOGETHER);
        Instant over = end(period, grace);
        return soon.isAfter(over) ? soon : over;
    }

    private Instant end(Period period, Duration grace) {
        return period.last()
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .plus(grace);
    }

    /** Accounts for what an alarm that rings is about. */
    @Transactional
    public void account(String subject) {
        Due due = Due.of(subject);
        accounts.hold(due.point());
        switch (due.period()) {
            case Period.Day(LocalDate day) -> accountDay(due.point(), day);
            case Period.Month month ->
                accounts.pollutants(due.point(), month.first(), month.last())
                        .forEach(each -> accountTogether(due.point(), each, month));
            case Period.WholeYear year ->
                accounts.pollutants(due.point(), year.first(), year.last())
                        .forEach(each -> accountTogether(due.point(), each, year));
        }
    }

    private void accountDay(DischargePoint point, LocalDate day) {
        HoursOfDay hours = new HoursOfDay(day, rules);
        LocalDateTime midnight = day.atStartOfDay();
        accounts.devices(point)
                .forEach(device -> hours.add(
                        records.between(device, HOUR_RECORDS, midnight, midnight.plusDays(1)),
                        code -> spans.of(device, code, day)));
        Map<String, Map<Integer, BigDecimal>> instead = substituted.of(point, day);
        Period period = new Period.Day(day);
        Map<String, Account> before = accounts.latest(point, period);
        Collection<String> all = new TreeSet<>(hours.pollutants());
        instead.keySet().stream().filter(HoursOfDay::isCarried).forEach(all::add);
        Map<Integer, BigDecimal> water = instead.getOrDefault(Pollutant.FLOW, Map.of());
        boolean changed = false;
        for (String pollutant : all) {
            List<HourlyDischarge> found = hours.of(pollutant, instead.getOrDefault(pollutant, Map.of()), water);
            if (before.containsKey(pollutant) || found.stream().anyMatch(each -> each.cubicMetres() != null)) {
                changed |= keep(point, pollutant, period, Load.day(day, found, rules), before.get(pollutant));
            }
        }
        if (changed) {
            wakeLater(point, new Period.Month(YearMonth.from(day)));
            wakeLater(point, new Period.WholeYear(Year.from(day)));
        }
    }

    private void wakeLater(DischargePoint point, Period period) {
        alarms.set(new Due(point, period).subject(), moment(period, AFTER_MONTH), ALARM);
    }

    private void accountTogether(DischargePoint point, String pollutant, Period period) {
        Load load = together(point, pollutant, period, period.last());
        keep(point, pollutant, period, load, accounts.latest(point, period).get(pollutant));
    }

    /**
     * The load of a period so far, by its days.
     *
     * @param until last day that ought to be there
     */
    public Load together(DischargePoint point, String pollutant, Period period, LocalDate until) {
        List<Account> days = accounts.days(point, pollutant, period.first(), period.last());
        LocalDate begun = accounts.firstDay(point, pollutant).orElse(period.first());
        LocalDate first = begun.isAfter(period.first()) ? begun : period.first();
        TreeSet<String> absent = new TreeSet<>();
        for (LocalDate day = first; !day.isAfter(until); day = day.plusDays(1)) {
            absent.add(day.toString());
        }
        days.forEach(each -> absent.remove(each.period().text()));
        return Load.together(period.text(), days.stream().map(Account::load).toList(), absent, period.last(), rules);
    }

    private boolean keep(DischargePoint point, String pollutant, Period period, Load load, @Nullable Account before) {
        if (before != null && before.sameAs(load)) {
            return false;
        }
        Account account = new Account(
                point, pollutant, period, before == null ? 1 : before.revision() + 1, load, clock.instant());
        accounts.add(account);
        outbox.append(fact(account));
        if (before != null) {
            audit.record(
                    MONITORING,
                    "load.corrected",
                    point.subject(),
                    Map.of(
                            "period", period.text(),
                            "pollutant", pollutant,
                            "before", before.load().working(),
                            "now", load.working()));
        }
        return true;
    }

    private LoadAccounted fact(Account account) {
        DischargePoint point = account.point();
        Optional<Permit> permit = accounts.permit(point).flatMap(permits::find);
        Load load = account.load();
        return new LoadAccounted(
                point.unit(),
                permit.map(Permit::unitName).orElse(point.unit()),
                point.outlet(),
                permit.flatMap(each -> each.outlet(point.outlet()))
                        .map(Permit.Outlet::name)
                        .orElse(point.outlet()),
                account.pollutant(),
                Pollutants.of(account.pollutant()).nameZh(),
                account.period().text(),
                account.revision(),
                load.kilograms(),
                load.substitutedKilograms(),
                load.cubicMetres(),
                load.cubicMetresWithout(),
                load.validPercent(),
                load.validity().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                account.accountedAt());
    }
}
