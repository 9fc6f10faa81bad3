package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.Formats;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The days that a site's devices measured, item by item: chart with class bands, table, download. Not what sections are assessed by. */
@Controller
class StationPages {

    private static final String PATH = "/monitoring/stations/{site}";
    private static final String AMMONIA = "w21003";
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 400;

    private final Sites sites;
    private final Devices devices;
    private final StationDays days;
    private final Rules rules;
    private final Clock clock;
    private final JsonMapper json;

    StationPages(Sites sites, Devices devices, StationDays days, Rules rules, Clock clock, JsonMapper json) {
        this.sites = sites;
        this.devices = devices;
        this.days = days;
        this.rules = rules;
        this.clock = clock;
        this.json = json;
    }

    /** The days that are shown. */
    record Span(LocalDate from, LocalDate to) {

        static Span of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
            LocalDate last = to == null ? today : to;
            LocalDate first = from == null || from.isAfter(last) ? last.minusDays(DEFAULT_DAYS) : from;
            return new Span(ChronoUnit.DAYS.between(first, last) > MOST_DAYS ? last.minusDays(MOST_DAYS) : first, last);
        }
    }

    /**
     * A day in the table.
     *
     * @param hours of which it is the mean; 0 where the device told it
     */
    record Row(LocalDate day, String found, @Nullable Integer itemClass, int hours) {}

    @GetMapping(PATH)
    @PreAuthorize(AssessmentPages.READ)
    String show(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Texts texts,
            Model model) {
        Site station = station(site);
        Span span = Span.of(from, to, LocalDate.now(clock));
        SurfaceWater water = SurfaceWater.on(span.to(), rules);
        SortedMap<LocalDate, Map<String, StationDays.Mean>> found = days.of(site, span.from(), span.to());
        List<SurfaceItem> measured = measured(water, station, found);
        SurfaceItem shown = measured.stream()
                .filter(each -> each.item().key().equals(item == null || item.isBlank() ? AMMONIA : item))
                .findFirst()
                .or(() -> measured.stream().findFirst())
                .orElse(null);
        model.addAttribute("site", station);
        model.addAttribute("devices", devices.at(site).stream().map(Device::mn).toList());
        model.addAttribute("span", span);
        model.addAttribute("shown", shown);
        if (shown != null) {
            Map<String, String> items = new LinkedHashMap<>();
            measured.forEach(each -> items.put(each.item().key(), name(each, texts)));
            model.addAttribute("items", items);
            model.addAttribute("shownName", name(shown, texts));
            show(station, water, shown, found, texts, model);
        }
        return "assessment/station";
    }

    private void show(
            Site station,
            SurfaceWater water,
            SurfaceItem shown,
            SortedMap<LocalDate, Map<String, StationDays.Mean>> found,
            Texts texts,
            Model model) {
        String code = shown.item().key();
        List<Row> rows = new ArrayList<>();
        List<SectionChart.Point> points = new ArrayList<>();
        found.forEach((day, means) -> {
            StationDays.Mean mean = means.get(code);
            if (mean != null) {
                Measured measured = StationDays.in(shown.item().unit(), code, mean.value());
                ItemClass classed = water.classify(type(station), code, measured);
                WaterClass of = classed.waterClass();
                String unit = shown.item().unit().equals("1")
                        ? ""
                        : " " + Formats.unit(shown.item().unit(), texts.locale());
                rows.addFirst(new Row(day, measured.text() + unit, of == null ? null : of.code(), mean.hours()));
                points.add(new SectionChart.Point(day.toString(), classed.compared(), true));
            }
        });
        model.addAttribute("rows", rows);
        model.addAttribute(
                "chart",
                json.writeValueAsString(SectionChart.of(
                        shown, name(shown, texts), station.description().targetClass(), points, texts)));
    }

    /** The items of the standard that were measured, in its order. */
    private static List<SurfaceItem> measured(
            SurfaceWater water, Site station, Map<LocalDate, Map<String, StationDays.Mean>> found) {
        return water.items(type(station)).stream()
                .filter(each -> found.values().stream()
                        .anyMatch(means -> means.containsKey(each.item().key())))
                .toList();
    }

    @GetMapping(PATH + "/days.csv")
    @PreAuthorize(AssessmentPages.READ)
    void csv(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Texts texts,
            HttpServletResponse response) {
        Site station = station(site);
        Span span = Span.of(from, to, LocalDate.now(clock));
        SortedMap<LocalDate, Map<String, StationDays.Mean>> found = days.of(site, span.from(), span.to());
        List<SurfaceItem> items = measured(SurfaceWater.on(span.to(), rules), station, found);
        List<String> heads = new ArrayList<>(List.of(texts.of("day.day")));
        items.forEach(each -> heads.add(name(each, texts)
                + (each.item().unit().equals("1") ? "" : " (" + each.item().unit() + ")")));
        CsvDownload.send(
                response,
                station.description().name() + "-" + span.from() + "-" + span.to() + ".csv",
                heads.toArray(String[]::new),
                csv -> found.forEach((day, means) -> csv.row(line(day, means, items))));
    }

    private static Object[] line(LocalDate day, Map<String, StationDays.Mean> means, List<SurfaceItem> items) {
        List<Object> line = new ArrayList<>(List.of(day));
        for (SurfaceItem each : items) {
            StationDays.Mean mean = means.get(each.item().key());
            line.add(
                    mean == null
                            ? ""
                            : StationDays.in(each.item().unit(), each.item().key(), mean.value())
                                    .text());
        }
        return line.toArray();
    }

    private Site station(String code) {
        return sites.find(code).orElseThrow(() -> new NotFound("site", code));
    }

    private static WaterType type(Site station) {
        WaterType declared = station.description().waterType();
        return declared == null ? WaterType.RIVER : declared;
    }

    private static String name(SurfaceItem item, Texts texts) {
        return texts.either(item.item().zh(), item.item().en());
    }
}
