package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.WaterAssessment;
import cn.bishui.monitoring.assessment.WaterAssessments;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Assessments of water bodies, basins and the district. */
@Controller
class WaterPages {

    private static final String PATH = AssessmentPages.PATH + "/waters";

    private final WaterAssessments waters;
    private final AssessmentTable table;
    private final Clock clock;

    WaterPages(WaterAssessments waters, AssessmentTable table, Clock clock) {
        this.waters = waters;
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
    String list(@RequestParam(required = false) @Nullable String period, Model model) {
        Period of = period(period);
        model.addAttribute("period", of.text());
        model.addAttribute("waters", waters.of(of));
        return "assessment/waters";
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
                        "water.without"),
                csv -> waters.of(of)
                        .forEach(each -> csv.row(
                                each.period().text(),
                                name(each, texts),
                                texts.of("water.scope." + each.scope()),
                                each.method() == null ? "" : texts.of("water.method." + each.method()),
                                level(each.qualityLevel(), texts),
                                each.waterClass() == null ? "" : texts.of("site.class." + each.waterClass()),
                                each.total(),
                                each.percent(each.good()),
                                each.percent(each.middling()),
                                each.percent(each.worst()),
                                String.join("、", each.mainPollutants()),
                                String.join("、", each.withoutValue()))));
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
        model.addAttribute("name", name(revisions.getFirst(), texts));
        model.addAttribute("revisions", revisions);
        return "assessment/water";
    }
}
