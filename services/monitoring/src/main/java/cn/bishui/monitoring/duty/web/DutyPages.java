package cn.bishui.monitoring.duty.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The duty officer's board. */
@Controller
class DutyPages {

    private final DutyBoard board;
    private final AlertTable alerts;

    DutyPages(DutyBoard board, AlertTable alerts) {
        this.board = board;
        this.alerts = alerts;
    }

    @GetMapping("/monitoring")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String board(Model model) {
        model.addAttribute("figures", board.figures());
        model.addAttribute("alerts", alerts.waiting());
        model.addAttribute("refusals", board.latestRefusals());
        model.addAttribute("silent", board.silent(DutyBoard.MOST_SHOWN));
        model.addAttribute("exceedances", board.exceedances());
        return "duty/board";
    }
}
