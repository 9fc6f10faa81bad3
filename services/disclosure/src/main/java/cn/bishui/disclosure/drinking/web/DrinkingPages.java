package cn.bishui.disclosure.drinking.web;

import cn.bishui.disclosure.drinking.DrinkingReport;
import cn.bishui.disclosure.drinking.DrinkingReports;
import cn.bishui.web.NotFound;
import cn.bishui.web.Public;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drinking water from the source to the tap, the newest quarter first; earlier revisions stay readable. */
@Controller
@Public
class DrinkingPages {

    private final DrinkingReports reports;

    DrinkingPages(DrinkingReports reports) {
        this.reports = reports;
    }

    @GetMapping("/drinking-water")
    String show(
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable Integer revision,
            Model model) {
        List<String> quarters = reports.quarters();
        model.addAttribute("quarters", quarters);
        if (quarters.isEmpty() && quarter == null) {
            return "drinking/show";
        }
        List<DrinkingReport> revisions = revisions(quarter == null ? quarters.getFirst() : quarter);
        model.addAttribute("report", revision == null ? revisions.getFirst() : revision(revisions, revision));
        model.addAttribute("revisions", revisions);
        return "drinking/show";
    }

    private List<DrinkingReport> revisions(String quarter) {
        List<DrinkingReport> revisions = reports.of(quarter);
        if (revisions.isEmpty()) {
            throw new NotFound("quarter", quarter);
        }
        return revisions;
    }

    private static DrinkingReport revision(List<DrinkingReport> revisions, int revision) {
        return revisions.stream()
                .filter(each -> each.revision() == revision)
                .findFirst()
                .orElseThrow(() -> new NotFound("revision", Integer.toString(revision)));
    }

    @GetMapping("/drinking-water.csv")
    void download(
            @RequestParam String quarter,
            @RequestParam(required = false) @Nullable Integer revision,
            Texts texts,
            HttpServletResponse response) {
        List<DrinkingReport> revisions = revisions(quarter);
        DrinkingReport report = revision == null ? revisions.getFirst() : revision(revisions, revision);
        CsvDownload.send(
                response,
                texts.of("drinking.title") + "-" + report.quarter() + ".csv",
                texts.all(
                        "drinking.quarter",
                        "drinking.revision",
                        "drinking.point",
                        "drinking.kind",
                        "drinking.bureau",
                        "drinking.samples",
                        "drinking.last",
                        "drinking.items",
                        "drinking.exceeded",
                        "drinking.rate",
                        "drinking.verdict",
                        "drinking.missing-months",
                        "drinking.standard"),
                csv -> report.points()
                        .forEach(each -> csv.row(
                                report.quarter(),
                                report.revision(),
                                each.name(),
                                texts.of("drinking.kind." + each.kind()),
                                texts.orWord("drinking.bureau.", each.bureau()),
                                each.samples(),
                                each.lastSampledOn(),
                                each.items(),
                                each.exceeded().stream()
                                        .map(DrinkingReport.Exceeded::text)
                                        .collect(Collectors.joining("；")),
                                each.qualifiedRate(),
                                texts.orWord("drinking.verdict.", each.verdict()),
                                String.join("、", each.missingMonths()),
                                each.standard())));
    }
}
