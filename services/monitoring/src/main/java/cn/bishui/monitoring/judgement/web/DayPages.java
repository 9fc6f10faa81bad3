package cn.bishui.monitoring.judgement.web;

import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.judgement.Exceedances;
import cn.bishui.monitoring.judgement.Working;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.History;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** How a day was judged, each time: to be read, printed and downloaded, years later. */
@Controller
class DayPages {

    private static final String READ = "hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')";
    private static final String PLACE = "/monitoring/outlets/{unit}/{outlet}/days/{day}/{pollutant}";

    private final OutletTable table;
    private final OutletFile file;
    private final AuditReader audit;

    DayPages(OutletTable table, OutletFile file, AuditReader audit) {
        this.table = table;
        this.file = file;
        this.audit = audit;
    }

    /** What was found, the latest first. */
    record Day(List<OutletFile.Revision> revisions) {}

    @GetMapping(PLACE)
    @PreAuthorize(READ)
    String show(
            @PathVariable String unit,
            @PathVariable String outlet,
            @PathVariable LocalDate day,
            @PathVariable String pollutant,
            Texts texts,
            Model model) {
        Pollutant known = known(pollutant);
        model.addAttribute("place", place(unit, outlet));
        model.addAttribute("pollutant", known);
        model.addAttribute("name", texts.either(known.nameZh(), known.nameEn()));
        model.addAttribute("day", day);
        model.addAttribute("revisions", revisions(unit, outlet, day, known));
        model.addAttribute("substitutes", file.substitutes(unit, outlet, day, known.code()));
        model.addAttribute("before", file.neighbour(unit, outlet, known.code(), day, false));
        model.addAttribute("after", file.neighbour(unit, outlet, known.code(), day, true));
        model.addAttribute(
                "history",
                History.of(audit.about("exceedance/" + Exceedances.id(unit, outlet, known.code(), day)), texts));
        return "judgement/day";
    }

    @GetMapping("/api/monitoring/v1/outlets/{unit}/{outlet}/days/{day}/{pollutant}")
    @PreAuthorize(READ)
    @ResponseBody
    Day get(
            @PathVariable String unit,
            @PathVariable String outlet,
            @PathVariable LocalDate day,
            @PathVariable String pollutant) {
        return new Day(revisions(unit, outlet, day, known(pollutant)));
    }

    @GetMapping(PLACE + "/hours.csv")
    @PreAuthorize(READ)
    void csv(
            @PathVariable String unit,
            @PathVariable String outlet,
            @PathVariable LocalDate day,
            @PathVariable String pollutant,
            Texts texts,
            HttpServletResponse response) {
        Pollutant known = known(pollutant);
        List<OutletFile.Revision> revisions = revisions(unit, outlet, day, known);
        Map<Integer, OutletFile.SubstituteRow> substitutes = file.substitutes(unit, outlet, day, known.code());
        CsvDownload.send(
                response,
                String.join("-", unit, outlet, known.code(), day.toString()) + ".csv",
                texts.all(
                        "day.revision",
                        "device.mn",
                        "hour.hour",
                        "hour.value",
                        "day.sent-unit",
                        "day.flag",
                        "hour.water",
                        "hour.state",
                        "hour.version",
                        "packet.received",
                        "hour.substitute"),
                csv -> {
                    for (OutletFile.Revision revision : revisions) {
                        for (Working.Line line : revision.working().lines()) {
                            OutletFile.SubstituteRow substitute = substitutes.get(line.hour());
                            csv.row(
                                    revision.revision(),
                                    revision.mn(),
                                    line.hour(),
                                    line.value(),
                                    revision.sentUnit(),
                                    line.flag(),
                                    line.cubicMetres(),
                                    texts.of("hour.state." + line.state()),
                                    line.version(),
                                    line.receivedAt(),
                                    substitute == null ? null : substitute.value());
                        }
                    }
                });
    }

    private OutletTable.Outlet place(String unit, String outlet) {
        return table.find(unit, outlet).orElseThrow(() -> new NotFound("outlet", unit + "/" + outlet));
    }

    private static Pollutant known(String code) {
        return Pollutants.find(code).orElseThrow(() -> new NotFound("pollutant", code));
    }

    private List<OutletFile.Revision> revisions(String unit, String outlet, LocalDate day, Pollutant pollutant) {
        List<OutletFile.Revision> revisions = file.revisions(unit, outlet, day, pollutant.code());
        if (revisions.isEmpty()) {
            throw new NotFound("day", String.join("/", unit, outlet, day.toString(), pollutant.code()));
        }
        return revisions;
    }
}
