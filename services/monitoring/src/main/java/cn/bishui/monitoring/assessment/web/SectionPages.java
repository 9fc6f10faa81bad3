package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Assessments;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.Trend;
import cn.bishui.monitoring.assessment.WaterWords;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
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
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** A section's months, item by item: chart with class bands, table, download. */
@Controller
class SectionPages {

    private static final String AMMONIA = "w21003";
    private static final int DEFAULT_MONTHS = 24;
    private static final int MOST_MONTHS = 240;

    private final Assessments assessments;
    private final Sites sites;
    private final Clock clock;
    private final JsonMapper json;
    private final Rules rules;

    SectionPages(Assessments assessments, Sites sites, Clock clock, JsonMapper json, Rules rules) {
        this.assessments = assessments;
        this.sites = sites;
        this.clock = clock;
        this.json = json;
        this.rules = rules;
    }

    /** The months that are shown. */
    record Span(YearMonth from, YearMonth to) {

        static Span of(@Nullable String from, @Nullable String to, YearMonth now) {
            YearMonth last = month(to, now);
            YearMonth first = month(from, last.minusMonths(DEFAULT_MONTHS - 1));
            if (first.isAfter(last)) {
                first = last;
            }
            YearMonth earliest = last.minusMonths(MOST_MONTHS - 1);
            return new Span(first.isBefore(earliest) ? earliest : first, last);
        }

        private static YearMonth month(@Nullable String typed, YearMonth otherwise) {
            try {
                return typed == null || typed.isBlank() ? otherwise : YearMonth.parse(typed.strip());
            } catch (DateTimeParseException notAMonth) {
                return otherwise;
            }
        }

        List<YearMonth> months() {
            return Stream.iterate(from, each -> !each.isAfter(to), each -> each.plusMonths(1))
                    .toList();
        }
    }

    /**
     * A month in the table.
     *
     * @param found as printed; null where there is none
     * @param itemClass of the item; null where it is not settled
     * @param missing how many of the evaluated items have no value
     * @param withoutValue why the month has none; null where it has one, and where nobody said
     */
    record Row(
            String month,
            boolean assessed,
            @Nullable String found,
            @Nullable Integer itemClass,
            @Nullable Integer waterClass,
            @Nullable Integer targetClass,
            @Nullable Boolean meetsTarget,
            int missing,
            @Nullable String withoutValue) {}

    @GetMapping(AssessmentPages.PATH + "/{site}")
    @PreAuthorize(AssessmentPages.READ)
    String show(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Texts texts,
            Model model) {
        Site section = section(site);
        Span span = begun(site, Span.of(from, to, YearMonth.now(clock)), from);
        SurfaceWater water = SurfaceWater.on(span.to().atEndOfMonth(), rules);
        WaterType type = type(section);
        SurfaceItem shown = water.item(type, item == null || item.isBlank() ? AMMONIA : item)
                .or(() -> water.item(type, AMMONIA))
                .orElseThrow();
        Map<YearMonth, Assessment> found = found(site, span);
        List<Row> rows = new ArrayList<>();
        List<SectionChart.Point> points = new ArrayList<>();
        for (YearMonth month : span.months()) {
            Assessment of = found.get(month);
            ItemClass classed = of == null ? null : classed(water, type, shown, of);
            rows.addFirst(row(month, shown, of, classed, texts));
            points.add(point(month, classed));
        }
        Map<String, String> items = new LinkedHashMap<>();
        water.items(type).forEach(each -> items.put(each.item().key(), name(each, texts)));
        model.addAttribute("site", section);
        model.addAttribute("span", span);
        model.addAttribute("items", items);
        model.addAttribute("shown", shown);
        model.addAttribute("shownName", name(shown, texts));
        model.addAttribute("rows", rows);
        model.addAttribute("any", !found.isEmpty());
        Map<Boolean, List<Trends>> trends = trends(site, type, span, found).stream()
                .collect(Collectors.partitioningBy(each -> each.isToBeSeen(shown)));
        model.addAttribute("trends", trends.get(true));
        model.addAttribute("otherTrends", trends.get(false));
        model.addAttribute("words", new WaterWords(texts));
        model.addAttribute(
                "chart",
                json.writeValueAsString(SectionChart.of(
                        shown, name(shown, texts), section.description().targetClass(), points, texts)));
        return "assessment/section";
    }

    /** How an item developed over all years, and over the months that are shown. */
    record Trends(
            SurfaceItem item,
            @Nullable Trend years,
            @Nullable Trend months) {

        /** Whether it has changed significantly, or is the item that somebody looks at. */
        boolean isToBeSeen(SurfaceItem shown) {
            return item.equals(shown)
                    || (years != null && years.isSignificant())
                    || (months != null && months.isSignificant());
        }
    }

    private List<Trends> trends(String site, WaterType type, Span span, Map<YearMonth, Assessment> found) {
        LocalDate day = span.to().atEndOfMonth();
        List<Assessment> years = assessments.of(site).stream()
                .filter(each -> each.period().span() == Period.Span.YEAR
                        && !each.period().first().isAfter(day))
                .toList();
        Map<SurfaceItem, Trend> ofYears = byItem(Trend.ofYears(type, years, day, rules));
        Map<SurfaceItem, Trend> ofMonths = byItem(Trend.ofMonths(
                type,
                span.months().stream()
                        .map(found::get)
                        .filter(Assessment.class::isInstance)
                        .toList(),
                day,
                rules));
        return SurfaceWater.on(day, rules).items(type).stream()
                .filter(each -> ofYears.containsKey(each) || ofMonths.containsKey(each))
                .map(each -> new Trends(each, ofYears.get(each), ofMonths.get(each)))
                .toList();
    }

    private static Map<SurfaceItem, Trend> byItem(List<Trend> trends) {
        return trends.stream().collect(Collectors.toMap(Trend::item, Function.identity()));
    }

    /** Where nobody says from when, from the first month that has anything. */
    private Span begun(String site, Span span, @Nullable String from) {
        return from != null && !from.isBlank()
                ? span
                : found(site, span).keySet().stream()
                        .min(Comparator.naturalOrder())
                        .map(first -> new Span(first, span.to()))
                        .orElse(span);
    }

    private Map<YearMonth, Assessment> found(String site, Span span) {
        return assessments.months(site, span.from().atDay(1), span.to().atEndOfMonth()).stream()
                .collect(Collectors.toMap(each -> YearMonth.from(each.period().first()), Function.identity()));
    }

    private static @Nullable ItemClass classed(SurfaceWater water, WaterType type, SurfaceItem item, Assessment of) {
        String printed = of.found().get(item.item().key());
        return printed == null ? null : water.classify(type, item.item().key(), Measured.parse(printed));
    }

    private static SectionChart.Point point(YearMonth month, @Nullable ItemClass classed) {
        return new SectionChart.Point(
                month.atDay(1).toString(),
                classed == null ? null : classed.compared(),
                classed == null || !(classed.measured() instanceof Measured.Below));
    }

    private static Row row(
            YearMonth month, SurfaceItem item, @Nullable Assessment of, @Nullable ItemClass classed, Texts texts) {
        if (of == null) {
            return new Row(month.toString(), false, null, null, null, null, null, 0, null);
        }
        WaterClass itemClass = classed == null ? null : classed.waterClass();
        return new Row(
                month.toString(),
                true,
                classed == null ? null : printed(item, classed, texts),
                itemClass == null ? null : itemClass.code(),
                of.waterClass(),
                of.targetClass(),
                of.meetsTarget(),
                of.missing().size(),
                of.withoutValue());
    }

    /** What was compared, with the unit; below detection as it was reported. */
    private static String printed(SurfaceItem item, ItemClass classed, Texts texts) {
        String unit = item.item().unit().equals("1")
                ? ""
                : " " + Formats.unit(item.item().unit(), texts.locale());
        return (classed.measured() instanceof Measured.Value && classed.compared() != null
                        ? classed.compared().toPlainString()
                        : classed.measured().text())
                + unit;
    }

    @GetMapping(AssessmentPages.PATH + "/{site}/months.csv")
    @PreAuthorize(AssessmentPages.READ)
    void csv(
            @PathVariable String site,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Texts texts,
            HttpServletResponse response) {
        Site section = section(site);
        Span span = Span.of(from, to, YearMonth.now(clock));
        SurfaceWater water = SurfaceWater.on(span.to().atEndOfMonth(), rules);
        List<SurfaceItem> items = water.items(type(section));
        Map<YearMonth, Assessment> found = found(site, span);
        List<String> heads = new ArrayList<>(List.of(texts.all("sample.month", "assessment.class", "site.target")));
        items.forEach(each -> heads.add(name(each, texts)
                + (each.item().unit().equals("1") ? "" : " (" + each.item().unit() + ")")));
        CsvDownload.send(
                response,
                section.description().name() + "-" + span.from() + "-" + span.to() + ".csv",
                heads.toArray(String[]::new),
                csv -> span.months().forEach(month -> csv.row(line(month, found.get(month), items, texts))));
    }

    private static Object[] line(YearMonth month, @Nullable Assessment of, List<SurfaceItem> items, Texts texts) {
        List<Object> line = new ArrayList<>();
        line.add(month.toString());
        if (of == null) {
            line.add("");
            line.add("");
            items.forEach(each -> line.add(""));
            return line.toArray();
        }
        line.add(
                of.waterClass() == null
                        ? AssessmentPages.without(of.withoutValue(), texts)
                        : texts.of("site.class." + of.waterClass()));
        line.add(of.targetClass() == null ? "" : texts.of("site.class." + of.targetClass()));
        items.forEach(each -> line.add(of.found().getOrDefault(each.item().key(), "")));
        return line.toArray();
    }

    private Site section(String code) {
        return sites.find(code)
                .filter(each -> each.description().kind() == SiteKind.SECTION)
                .orElseThrow(() -> new NotFound("site", code));
    }

    private static WaterType type(Site section) {
        WaterType declared = section.description().waterType();
        return declared == null ? WaterType.RIVER : declared;
    }

    private static String name(SurfaceItem item, Texts texts) {
        return texts.either(item.item().zh(), item.item().en());
    }
}
