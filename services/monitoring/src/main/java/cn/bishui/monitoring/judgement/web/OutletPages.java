package cn.bishui.monitoring.judgement.web;

import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Outlets and their days for people. */
@Controller
class OutletPages {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 400;

    private final OutletTable table;
    private final OutletFile file;
    private final Clock clock;
    private final JsonMapper json;

    OutletPages(OutletTable table, OutletFile file, Clock clock, JsonMapper json) {
        this.table = table;
        this.file = file;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/monitoring/outlets")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String list(@RequestParam(defaultValue = "") String q, ListRequest request, Model model) {
        model.addAttribute("listing", table.page(q.strip(), request));
        return "judgement/outlets";
    }

    @GetMapping("/monitoring/outlets/{unit}/{outlet}")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String show(
            @PathVariable String unit,
            @PathVariable String outlet,
            @RequestParam(required = false) @Nullable String pollutant,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Texts texts,
            Model model) {
        OutletTable.Outlet place = find(unit, outlet);
        Span span = Span.of(from, to, LocalDate.now(clock));
        List<Pollutant> pollutants = table.pollutants(place);
        Map<String, String> choices = new LinkedHashMap<>();
        pollutants.forEach(each -> choices.put(each.code(), name(each, texts)));
        model.addAttribute("place", place);
        model.addAttribute("span", span);
        model.addAttribute("choices", choices);
        Optional<Pollutant> shown =
                Optional.ofNullable(pollutant).flatMap(Pollutants::find).or(() -> preferred(pollutants));
        if (shown.isPresent()) {
            List<OutletTable.DayRow> days = table.days(place, shown.get().code(), span.from(), span.to());
            model.addAttribute("shown", shown.get());
            model.addAttribute("shownName", name(shown.get(), texts));
            model.addAttribute("days", days);
            model.addAttribute(
                    "chart",
                    json.writeValueAsString(DayChart.of(
                            shown.get(),
                            days,
                            span.from(),
                            span.to(),
                            texts.of("day.limit"),
                            texts.of("day.basis.on-site-sample"))));
        }
        model.addAttribute("warnings", file.warnings(unit, outlet));
        model.addAttribute("samples", file.samples(unit, outlet));
        model.addAttribute("substitutes", file.substitutes(unit, outlet));
        return "judgement/outlet";
    }

    /** COD where there is any: what is looked at first in wastewater. */
    private static Optional<Pollutant> preferred(List<Pollutant> pollutants) {
        return pollutants.stream()
                .filter(each -> each.code().equals("w01018"))
                .findFirst()
                .or(() -> pollutants.stream().findFirst());
    }

    @GetMapping("/monitoring/outlets/{unit}/{outlet}/days.csv")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @PathVariable String unit,
            @PathVariable String outlet,
            @RequestParam(defaultValue = "w01018") String pollutant,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Texts texts,
            HttpServletResponse response) {
        OutletTable.Outlet place = find(unit, outlet);
        Span span = Span.of(from, to, LocalDate.now(clock));
        CsvDownload.send(
                response,
                String.join(
                                "-",
                                place.unitName(),
                                outlet,
                                pollutant,
                                span.from().toString(),
                                span.to().toString()) + ".csv",
                texts.all(
                        "day.day",
                        "device.mn",
                        "day.sent",
                        "day.sent-unit",
                        "day.flag",
                        "day.value",
                        "day.lower",
                        "day.upper",
                        "day.unit",
                        "day.outcome",
                        "day.multiple",
                        "day.reason",
                        "device.permit",
                        "day.limit-set",
                        "day.revision",
                        "day.basis",
                        "day.mean",
                        "day.expected",
                        "day.valid",
                        "day.share",
                        "day.suspected"),
                csv -> table.each(
                        place,
                        pollutant,
                        span.from(),
                        span.to(),
                        day -> csv.row(
                                day.day(),
                                day.mn(),
                                day.sent(),
                                day.sentUnit(),
                                day.flag(),
                                day.value(),
                                day.lower(),
                                day.upper(),
                                day.unitOfMeasure(),
                                texts.of("day.outcome." + day.outcome()),
                                day.multiple(),
                                day.reason() == null ? null : texts.of("day.reason." + day.reason()),
                                day.permit(),
                                day.limitSet(),
                                day.revision(),
                                texts.of("day.basis." + day.basis()),
                                day.mean(),
                                day.expected(),
                                day.valid(),
                                day.validPercent(),
                                day.suspected() ? texts.of("day.yes") : null)));
    }

    private OutletTable.Outlet find(String unit, String outlet) {
        return table.find(unit, outlet).orElseThrow(() -> new NotFound("outlet", unit + "/" + outlet));
    }

    private static String name(Pollutant pollutant, Texts texts) {
        return texts.either(pollutant.nameZh(), pollutant.nameEn());
    }

    /** The days that are shown, 30 where the address says nothing, at most 400. */
    record Span(LocalDate from, LocalDate to) {

        static Span of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
            LocalDate last = to == null ? today : to;
            LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS) : from;
            if (first.isAfter(last)) {
                first = last;
            }
            return new Span(ChronoUnit.DAYS.between(first, last) > MOST_DAYS ? last.minusDays(MOST_DAYS) : first, last);
        }
    }
}
