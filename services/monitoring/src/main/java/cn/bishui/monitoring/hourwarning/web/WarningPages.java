package cn.bishui.monitoring.hourwarning.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.hourwarning.AcknowledgeWarning;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Warnings are acknowledged where they are shown. */
@Controller
class WarningPages {

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
        boolean fromOutlet = unit.matches("[0-9A-Z]{1,18}") && outlet.matches("[0-9A-Za-z-]{1,20}");
        return fromOutlet
                ? "redirect:/monitoring/outlets/" + unit + "/" + outlet + "#warnings"
                : "redirect:/monitoring";
    }
}
