package cn.bishui.monitoring.load.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.load.AccountLoads;
import cn.bishui.monitoring.load.DischargePoint;
import cn.bishui.monitoring.load.Period;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.load.Load;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What an outlet discharged: a year by months, a month by days; for people and for programs. */
@Controller
class LoadPages {

    private static final String READ = "hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')";
    private static final String PATH = "/monitoring/outlets/{unit}/{outlet}/loads";

    /** COD, what is looked at first in wastewater. */
    private static final String FIRST = "w01018";

    private final LoadTable table;
    private final AccountLoads loads;
    private final Clock clock;

    LoadPages(LoadTable table, AccountLoads loads, Clock clock) {
        this.table = table;
        this.loads = loads;
        this.clock = clock;
    }

    /** The loads of a pollutant in a year, and the days of one of its months. */
    record Loads(String pollutant, LoadTable.Row year, List<LoadTable.Row> months, List<LoadTable.Row> days) {}

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String show(
            @PathVariable String unit,
            @PathVariable String outlet,
            @RequestParam(required = false) @Nullable String pollutant,
            @RequestParam(required = false) @Nullable String month,
            Texts texts,
            Model model) {
        LoadTable.Outlet place = find(unit, outlet);
        YearMonth shown = month(month);
        List<String> codes = table.pollutants(place);
        Map<String, String> choices = new LinkedHashMap<>();
        codes.forEach(each -> choices.put(
                each,
                texts.either(Pollutants.of(each).nameZh(), Pollutants.of(each).nameEn())));
        model.addAttribute("place", place);
        model.addAttribute("choices", choices);
        model.addAttribute("month", shown.toString());
        chosen(codes, pollutant).ifPresent(code -> model.addAttribute("loads", loads(place, code, shown)));
        return "load/show";
    }

    @GetMapping("/api/monitoring/v1/outlets/{unit}/{outlet}/loads")
    @PreAuthorize(READ)
    @ResponseBody
    Loads api(
            @PathVariable String unit,
            @PathVariable String outlet,
            @RequestParam(defaultValue = FIRST) String pollutant,
            @RequestParam(required = false) @Nullable String month) {
        LoadTable.Outlet place = find(unit, outlet);
        if (Pollutants.find(pollutant).isEmpty()) {
            throw new NotFound("pollutant", pollutant);
        }
        return loads(place, pollutant, month(month));
    }

    @GetMapping(PATH + "/loads.csv")
    @PreAuthorize(READ)
    void csv(
            @PathVariable String unit,
            @PathVariable String outlet,
            @RequestParam(defaultValue = FIRST) String pollutant,
            @RequestParam(required = false) @Nullable String month,
            Texts texts,
            HttpServletResponse response) {
        LoadTable.Outlet place = find(unit, outlet);
        YearMonth shown = month(month);
        CsvDownload.send(
                response,
                String.join("-", place.unitName(), outlet, pollutant, shown.toString()) + ".csv",
                texts.all(
                        "load.period",
                        "load.kilograms",
                        "load.substituted",
                        "load.water",
                        "load.water-without",
                        "load.counted",
                        "load.expected",
                        "load.valid-percent",
                        "load.validity",
                        "load.missing",
                        "load.revision"),
                csv -> table.rows(place, pollutant, "day", shown.atDay(1), shown.atEndOfMonth())
                        .forEach(row -> csv.row(
                                row.period(),
                                row.kilograms(),
                                row.substitutedKilograms(),
                                row.cubicMetres(),
                                row.cubicMetresWithout(),
                                row.counted(),
                                row.expected(),
                                row.validPercent(),
                                texts.of("load.validity." + row.validity()),
                                String.join(" ", row.missing()),
                                row.revision())));
    }

    private Loads loads(LoadTable.Outlet place, String pollutant, YearMonth shown) {
        Year year = Year.of(shown.getYear());
        LocalDate first = year.atDay(1);
        LocalDate last = year.atDay(year.length());
        List<LoadTable.Row> months = new ArrayList<>(table.rows(place, pollutant, "month", first, last));
        YearMonth open = months.isEmpty()
                ? YearMonth.from(first)
                : YearMonth.parse(months.getFirst().period()).plusMonths(1);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        for (YearMonth each = open;
                !each.atDay(1).isAfter(yesterday) && each.getYear() == year.getValue();
                each = each.plusMonths(1)) {
            LoadTable.Row row = soFar(place, pollutant, new Period.Month(each), yesterday);
            if (row.expected() > 0) {
                months.addFirst(row);
            }
        }
        LoadTable.Row whole = table.rows(place, pollutant, "year", first, first).stream()
                .findFirst()
                .orElseGet(() -> soFar(place, pollutant, new Period.WholeYear(year), yesterday));
        return new Loads(
                pollutant, whole, months, table.rows(place, pollutant, "day", shown.atDay(1), shown.atEndOfMonth()));
    }

    private LoadTable.Row soFar(LoadTable.Outlet place, String pollutant, Period period, LocalDate yesterday) {
        LocalDate until = period.last().isAfter(yesterday) ? yesterday : period.last();
        Load load = loads.together(new DischargePoint(place.unit(), place.outlet()), pollutant, period, until);
        return new LoadTable.Row(
                period.text(),
                true,
                0,
                load.kilograms(),
                load.substitutedKilograms(),
                load.cubicMetres(),
                load.cubicMetresWithout(),
                load.counted(),
                load.expected(),
                load.validPercent(),
                load.validity().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                load.missing(),
                null);
    }

    private LoadTable.Outlet find(String unit, String outlet) {
        return table.find(unit, outlet).orElseThrow(() -> new NotFound("outlet", unit + "/" + outlet));
    }

    /** The month that was asked for, or the one of yesterday. */
    private YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return YearMonth.from(LocalDate.now(clock).minusDays(1));
        }
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeException notAMonth) {
            throw RuleBroken.missing("plan.month");
        }
    }

    private static Optional<String> chosen(List<String> codes, @Nullable String asked) {
        return codes.stream()
                .filter(each -> each.equals(asked))
                .findFirst()
                .or(() -> codes.stream().filter(FIRST::equals).findFirst())
                .or(() -> codes.stream().findFirst());
    }
}
