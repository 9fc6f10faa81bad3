package cn.bishui.monitoring.hourwarning.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.hourwarning.AcknowledgeWarning;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Warnings are acknowledged where they are shown. */
@Controller
class WarningPages {

    /** A page shows fewer. */
    private static final int MOST = 100;

    private final AcknowledgeWarning acknowledgeWarning;

    WarningPages(AcknowledgeWarning acknowledgeWarning) {
        this.acknowledgeWarning = acknowledgeWarning;
    }

    @PostMapping("/monitoring/warnings/{id}/acknowledge")
    @PreAuthorize("hasRole('monitoring.duty')")
    String acknowledge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String outlet,
            Actor actor) {
        acknowledgeWarning.acknowledge(id, actor);
        return back(unit, outlet);
    }

    /** Those that somebody saw together. */
    @PostMapping("/monitoring/warnings/acknowledge")
    @PreAuthorize("hasRole('monitoring.duty')")
    String acknowledgeAll(
            @RequestParam(name = "id", defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String outlet,
            Actor actor) {
        acknowledgeWarning.acknowledge(ids.stream().limit(MOST).toList(), actor);
        return back(unit, outlet);
    }

    private static String back(String unit, String outlet) {
        boolean fromOutlet = unit.matches("[0-9A-Z]{1,18}") && outlet.matches("[0-9A-Za-z-]{1,20}");
        return fromOutlet
                ? "redirect:/monitoring/outlets/" + unit + "/" + outlet + "#warnings"
                : "redirect:/monitoring";
    }
}
