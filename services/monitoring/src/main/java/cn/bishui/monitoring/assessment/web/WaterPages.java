package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.assessment.CompareWaters;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.WaterAssessment;
import cn.bishui.monitoring.assessment.WaterAssessments;
import cn.bishui.monitoring.assessment.WaterChange;
import cn.bishui.monitoring.assessment.WaterComparison;
import cn.bishui.monitoring.assessment.WaterWords;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Assessments of water bodies, basins and the district. */
@Controller
class WaterPages {

    private static final String PATH = AssessmentPages.PATH + "/waters";

    private final WaterAssessments waters;
    private final CompareWaters compare;
    private final AssessmentTable table;
    private final Clock clock;

    WaterPages(WaterAssessments waters, CompareWaters compare, AssessmentTable table, Clock clock) {
        this.waters = waters;
        this.compare = compare;
        this.table = table;
        this.clock = clock;
    }

    private Period period(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? Period.of(
                        table.newestMonth().orElseGet(() -> YearMonth.now(clock).toString()))
                : Period.of(typed.strip());
    }

    @GetMapping(PATH)
    @PreAuthorize(AssessmentPages.READ)
    String list(@RequestParam(required = false) @Nullable String period, Texts texts, Model model) {
        Period of = period(period);
        model.addAttribute("period", of.text());
        model.addAttribute("waters", compare.of(of));
        model.addAttribute("words", new WaterWords(texts));
        return "assessment/waters";
    }

    /** All waters of a period. */
    record Page(String period, List<WaterJson> items) {}

    @GetMapping("/api/monitoring/v1/assessments/waters")
    @PreAuthorize(AssessmentPages.READ)
    @ResponseBody
    Page api(@RequestParam(required = false) @Nullable String period) {
        Period of = period(period);
        return new Page(of.text(), compare.of(of).stream().map(WaterJson::of).toList());
    }

    @GetMapping(PATH + "/waters.csv")
    @PreAuthorize(AssessmentPages.READ)
    void csv(@RequestParam(required = false) @Nullable String period, Texts texts, HttpServletResponse response) {
        Period of = period(period);
        CsvDownload.send(
                response,
                texts.of("water.title") + "-" + of.text() + ".csv",
                texts.all(
                        "assessment.period",
                        "water.name",
                        "water.scope",
                        "water.method",
                        "water.level",
                        "assessment.class",
                        "water.sections",
                        "water.good",
                        "water.middling",
                        "water.worst",
                        "water.main",
                        "water.without",
                        "site.target",
                        "assessment.meets",
                        "water.meeting",
                        "compare.last-period",
                        "compare.same-period-last-year",
                        "compare.base-year",
                        "trophic.title"),
                csv -> compare.of(of).forEach(each -> csv.row(line(each, texts))));
    }

    private static Object[] line(WaterComparison of, Texts texts) {
        WaterAssessment now = of.now();
        WaterWords words = new WaterWords(texts);
        Boolean meets = of.target().meets();
        List<Object> line = new ArrayList<>();
        line.add(now.period().text());
        line.add(name(now, texts));
        line.add(texts.of("water.scope." + now.scope()));
        line.add(now.method() == null ? "" : texts.of("water.method." + now.method()));
        line.add(level(now.qualityLevel(), texts));
        line.add(words.waterClass(now.waterClass()));
        line.add(now.total());
        line.add(now.percent(now.good()));
        line.add(now.percent(now.middling()));
        line.add(now.percent(now.worst()));
        line.add(String.join("、", now.mainPollutants()));
        line.add(String.join("、", now.withoutValue()));
        line.add(words.waterClass(of.target().targetClass()));
        line.add(meets == null ? "" : texts.of("assessment.target." + (meets ? "met" : "failed")));
        line.add(words.meeting(of.target()));
        of.changes().forEach(each -> line.add(words.change(each)));
        line.add(of.trophic() == null ? "" : words.trophic(of.trophic()));
        return line.toArray();
    }

    private static String name(WaterAssessment of, Texts texts) {
        return of.scope().equals(WaterAssessment.DISTRICT) ? texts.of("water.scope.district") : of.name();
    }

    private static String level(@Nullable String zh, Texts texts) {
        return zh == null ? "" : texts.of("quality." + zh);
    }

    @GetMapping(PATH + "/{water}/{period}")
    @PreAuthorize(AssessmentPages.READ)
    String show(@PathVariable String water, @PathVariable String period, Texts texts, Model model) {
        List<WaterAssessment> revisions = waters.of(water, Period.of(period));
        if (revisions.isEmpty()) {
            throw new NotFound("assessment", water + "/" + period);
        }
        WaterComparison compared = compare.of(revisions.getFirst());
        Map<WaterChange, List<Compared.Item>> items = new HashMap<>();
        for (WaterChange each : compared.changes()) {
            items.put(
                    each,
                    each.outcome() instanceof WaterChange.ByMean(SectionChange change)
                            ? Compared.items(change, texts)
                            : List.of());
        }
        model.addAttribute("name", name(revisions.getFirst(), texts));
        model.addAttribute("revisions", revisions);
        model.addAttribute("compared", compared);
        model.addAttribute("items", items);
        model.addAttribute("words", new WaterWords(texts));
        return "assessment/water";
    }
}
