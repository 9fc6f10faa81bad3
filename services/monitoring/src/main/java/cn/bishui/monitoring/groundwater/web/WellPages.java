package cn.bishui.monitoring.groundwater.web;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.groundwater.WellAssessment;
import cn.bishui.monitoring.groundwater.WellAssessments;
import cn.bishui.standards.FurtherItems;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Wells and the classes of their samples, year by year. */
@Controller
class WellPages {

    private static final String PATH = "/monitoring/wells";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";

    private final WellAssessments assessments;
    private final WellTable table;
    private final FurtherItems furtherItems;
    private final Clock clock;

    WellPages(WellAssessments assessments, WellTable table, FurtherItems furtherItems, Clock clock) {
        this.assessments = assessments;
        this.table = table;
        this.furtherItems = furtherItems;
        this.clock = clock;
    }

    private Period period(@Nullable String typed) {
        return typed == null || typed.isBlank() ? Period.of(Year.now(clock)) : Period.of(typed.strip());
    }

    private Map<String, WellTable.Last> last(Period of) {
        return table.last(of.first(), of.last(), WellHistory.levelKeys(furtherItems, of.last()));
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(@RequestParam(required = false) @Nullable String period, Model model) {
        Period of = period(period);
        model.addAttribute("period", of.text());
        model.addAttribute("before", of.before().text());
        model.addAttribute("after", of.after().text());
        model.addAttribute("wells", assessments.wells(of.first(), of.last()));
        model.addAttribute("lastLevels", last(of));
        return "groundwater/list";
    }

    @GetMapping(PATH + "/wells.csv")
    @PreAuthorize(READ)
    void csv(@RequestParam(required = false) @Nullable String period, Texts texts, HttpServletResponse response) {
        Period of = period(period);
        Map<String, WellTable.Last> last = last(of);
        CsvDownload.send(
                response,
                texts.of("well.title") + "-" + of.text() + ".csv",
                texts.all(
                        "well.name",
                        "site.code",
                        "sample.taken-on",
                        "sample.number",
                        "well.class",
                        "well.decisive",
                        "site.target",
                        "assessment.meets",
                        "well.items",
                        "source.missing"),
                csv -> assessments.wells(of.first(), of.last()).forEach(each -> csv.row(row(each, last, texts))));
    }

    private static Object[] row(WellAssessments.Well well, Map<String, WellTable.Last> last, Texts texts) {
        WellAssessment found = well.assessment();
        if (found == null) {
            return new Object[] {
                well.name(),
                well.site(),
                "",
                "",
                texts.of("sample.condition." + (last.containsKey(well.site()) ? WellTable.NOT_CLASSED : "not-sampled")),
                "",
                "",
                "",
                0,
                ""
            };
        }
        return new Object[] {
            well.name(),
            well.site(),
            found.takenOn(),
            found.sample(),
            found.waterClass() == null
                    ? texts.of(
                            "sample.condition." + (found.withoutValue() == null ? "undecided" : found.withoutValue()))
                    : texts.of("site.class." + found.waterClass()),
            String.join("、", found.decisive()),
            found.targetClass() == null ? "" : texts.of("site.class." + found.targetClass()),
            found.meetsTarget() == null
                    ? ""
                    : texts.of("assessment.target." + (found.meetsTarget() ? "met" : "failed")),
            found.items(),
            String.join("、", found.missing())
        };
    }

    @GetMapping(PATH + "/samples/{number}")
    @PreAuthorize(READ)
    String show(@PathVariable String number, Model model) {
        List<WellAssessment> versions = assessments.of(number);
        if (versions.isEmpty()) {
            throw new NotFound("sample", number);
        }
        model.addAttribute("number", number);
        model.addAttribute("versions", versions);
        return "groundwater/show";
    }
}
