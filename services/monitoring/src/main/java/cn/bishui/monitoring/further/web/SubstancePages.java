package cn.bishui.monitoring.further.web;

import cn.bishui.standards.FurtherItem;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Chemicals that were found in waters, which no standard limits there: looked up, downloaded, judged by nobody. */
@Controller
class SubstancePages {

    private static final String PATH = "/monitoring/substances";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final SubstanceTable table;

    SubstancePages(SubstanceTable table) {
        this.table = table;
    }

    /** What a program gets. */
    record Page(List<SubstanceTable.Row> items, long total) {}

    /** By key, CAS number or any name; a substance that is unknown matches nothing. */
    private SubstanceTable.Filter filter(@Nullable String substance, @Nullable String q, @Nullable String year) {
        String asked = stripped(substance);
        String key = table.substances().values().stream()
                .filter(each -> !asked.isEmpty() && each.item().isCalled(asked))
                .map(each -> each.item().key())
                .findFirst()
                .orElse(asked);
        String typed = stripped(year);
        return new SubstanceTable.Filter(key, stripped(q), YEAR.matcher(typed).matches() ? Integer.parseInt(typed) : 0);
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @GetMapping("/api/monitoring/v1/substances")
    @PreAuthorize(READ)
    @ResponseBody
    Page api(
            @RequestParam(required = false) @Nullable String substance,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String year,
            ListRequest request) {
        Listing<SubstanceTable.Row> listing = table.page(filter(substance, q, year), request);
        return new Page(listing.rows(), listing.total());
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(
            @RequestParam(required = false) @Nullable String substance,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String year,
            ListRequest request,
            Texts texts,
            Model model) {
        SubstanceTable.Filter filter = filter(substance, q, year);
        Map<String, String> substances = new LinkedHashMap<>();
        table.substances().forEach((key, each) -> substances.put(key, name(each, texts)));
        model.addAttribute("listing", table.page(filter, request));
        model.addAttribute("substances", substances);
        model.addAttribute("chosen", filter.substance());
        return "further/list";
    }

    private static String name(FurtherItem substance, Texts texts) {
        return texts.either(substance.item().zh(), substance.item().en()) + " " + substance.cas();
    }

    @GetMapping(PATH + "/substances.csv")
    @PreAuthorize(READ)
    void csv(
            @RequestParam(required = false) @Nullable String substance,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String year,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("substance.title") + ".csv",
                texts.all(
                        "substance.name",
                        "substance.cas",
                        "sample.site",
                        "site.code",
                        "sample.taken-on",
                        "judge.value",
                        "substance.unit",
                        "sample.method",
                        "sample.number"),
                csv -> table.each(
                        filter(substance, q, year),
                        order,
                        row -> csv.row(
                                texts.either(row.name(), row.nameEn()),
                                row.cas(),
                                row.siteName(),
                                row.site(),
                                row.takenOn(),
                                row.value(),
                                row.unit(),
                                row.method(),
                                row.number())));
    }
}
