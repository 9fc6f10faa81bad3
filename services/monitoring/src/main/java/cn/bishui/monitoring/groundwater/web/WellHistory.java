package cn.bishui.monitoring.groundwater.web;

import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.FurtherItem;
import cn.bishui.standards.FurtherItems;
import cn.bishui.standards.Item;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** A well over the years: its level as a chart, its samples with levels and classes. */
@Controller
class WellHistory {

    private static final String PATH = "/monitoring/wells/{site}";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";

    /** So many years are shown where nobody says how many. */
    private static final int YEARS = 5;

    private final WellTable table;
    private final Sites sites;
    private final FurtherItems furtherItems;
    private final Clock clock;
    private final JsonMapper json;

    WellHistory(WellTable table, Sites sites, FurtherItems furtherItems, Clock clock, JsonMapper json) {
        this.table = table;
        this.sites = sites;
        this.furtherItems = furtherItems;
        this.clock = clock;
        this.json = json;
    }

    /** The days that are shown. */
    record Span(LocalDate from, LocalDate to) {

        static Span of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
            LocalDate last = to == null ? today : to;
            LocalDate first = from == null || from.isAfter(last) ? last.minusYears(YEARS) : from;
            return new Span(first, last);
        }
    }

    /** What a program gets; levels in metres, each by the name of its item. */
    record Page(String site, String name, List<WellTable.Row> items, long total) {}

    private Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Span.of(from, to, LocalDate.now(clock));
    }

    private Site well(String code) {
        return sites.find(code)
                .filter(each -> each.description().kind() == SiteKind.WELL)
                .orElseThrow(() -> new NotFound("site", code));
    }

    private static List<Item> levels(FurtherItems furtherItems, LocalDate day) {
        return furtherItems.of(Water.GROUNDWATER.code(), day).stream()
                .filter(each -> each.group() == FurtherItem.Group.LEVEL)
                .map(FurtherItem::item)
                .toList();
    }

    /** Keys of the levels that may be measured in a well. */
    static List<String> levelKeys(FurtherItems furtherItems, LocalDate day) {
        return levels(furtherItems, day).stream().map(Item::key).toList();
    }

    @GetMapping("/api/monitoring/v1/wells/{site}")
    @PreAuthorize(READ)
    @ResponseBody
    Page api(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            ListRequest request) {
        Site well = well(site);
        Span span = span(from, to);
        Listing<WellTable.Row> listing =
                table.page(site, span.from(), span.to(), levelKeys(furtherItems, span.to()), request);
        return new Page(site, well.description().name(), listing.rows(), listing.total());
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String show(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            ListRequest request,
            Texts texts,
            Model model) {
        Site well = well(site);
        Span span = span(from, to);
        List<Item> levels = levels(furtherItems, span.to());
        Map<String, List<WellTable.Level>> measured = new LinkedHashMap<>();
        levels.forEach(each -> measured.put(each.key(), table.levels(site, each.key(), span.from(), span.to())));
        Item shown = levels.stream()
                .filter(each -> each.key().equals(item))
                .findFirst()
                .or(() -> levels.stream()
                        .filter(each ->
                                !measured.getOrDefault(each.key(), List.of()).isEmpty())
                        .findFirst())
                .orElse(null);
        model.addAttribute("site", well);
        model.addAttribute("span", span);
        model.addAttribute("levels", levels);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "listing",
                table.page(
                        site,
                        span.from(),
                        span.to(),
                        levels.stream().map(Item::key).toList(),
                        request));
        if (shown != null && !measured.getOrDefault(shown.key(), List.of()).isEmpty()) {
            String name = name(shown, texts);
            model.addAttribute("shownName", name);
            model.addAttribute(
                    "chart",
                    json.writeValueAsString(LevelChart.of(shown, name, measured.getOrDefault(shown.key(), List.of()))));
        }
        return "groundwater/well";
    }

    @GetMapping(PATH + "/samples.csv")
    @PreAuthorize(READ)
    void csv(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        Site well = well(site);
        Span span = span(from, to);
        List<Item> levels = levels(furtherItems, span.to());
        List<String> heads = new ArrayList<>(List.of(texts.all("sample.taken-on", "sample.number")));
        levels.forEach(each -> heads.add(name(each, texts) + " (" + each.unit() + ")"));
        heads.addAll(List.of(texts.all("well.class", "well.decisive", "assessment.meets")));
        CsvDownload.send(
                response,
                well.description().name() + "-" + span.from() + "-" + span.to() + ".csv",
                heads.toArray(String[]::new),
                csv -> table.each(
                        site,
                        span.from(),
                        span.to(),
                        levels.stream().map(Item::key).toList(),
                        order,
                        row -> csv.row(line(row, levels, texts))));
    }

    private static Object[] line(WellTable.Row row, List<Item> levels, Texts texts) {
        List<Object> line = new ArrayList<>(List.of(row.takenOn(), row.number()));
        levels.forEach(each -> line.add(row.levels().getOrDefault(each.key(), "")));
        Integer of = row.waterClass();
        line.add(of == null ? texts.of("sample.condition." + row.without()) : texts.of("site.class." + of));
        line.add(String.join("、", row.decisive()));
        Boolean meets = row.meetsTarget();
        line.add(meets == null ? "" : texts.of("assessment.target." + (meets ? "met" : "failed")));
        return line.toArray();
    }

    private static String name(Item item, Texts texts) {
        return texts.either(item.zh(), item.en());
    }
}
