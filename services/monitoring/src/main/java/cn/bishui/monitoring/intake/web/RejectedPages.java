package cn.bishui.monitoring.intake.web;

import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Frames that could not be read, for the duty officer and the device engineer. */
@Controller
class RejectedPages {

    private final RejectedTable table;

    RejectedPages(RejectedTable table) {
        this.table = table;
    }

    @GetMapping("/monitoring/rejected")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    String list(
            @RequestParam(defaultValue = "") String remote,
            @RequestParam(defaultValue = "") String reason,
            ListRequest request,
            HttpServletRequest http,
            Model model) {
        String query = http.getQueryString();
        model.addAttribute("csv", "/monitoring/rejected.csv" + (query == null ? "" : "?" + query));
        model.addAttribute("reasons", table.reasons());
        model.addAttribute("sources", table.sourcesOfADay());
        model.addAttribute("listing", table.page(remote.strip(), reason, request));
        return "intake/rejected";
    }

    @GetMapping("/monitoring/rejected.csv")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(defaultValue = "") String remote,
            @RequestParam(defaultValue = "") String reason,
            Texts texts,
            HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                texts.of("rejected.title") + ".csv",
                texts.of("rejected.received"),
                texts.of("refusal.remote"),
                texts.of("rejected.reason"),
                texts.of("rejected.length"),
                texts.of("rejected.text"))) {
            table.each(
                    remote.strip(),
                    reason,
                    row -> csv.row(
                            row.receivedAt(),
                            row.remote(),
                            texts.orWord("rejected.reason.", row.reason()),
                            row.length(),
                            row.text()));
        }
    }
}
