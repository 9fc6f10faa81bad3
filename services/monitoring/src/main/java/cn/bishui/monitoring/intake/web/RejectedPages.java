package cn.bishui.monitoring.intake.web;

import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
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
    private final UnusableTable unusable;

    RejectedPages(RejectedTable table, UnusableTable unusable) {
        this.table = table;
        this.unusable = unusable;
    }

    @GetMapping("/monitoring/rejected")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    String list(
            @RequestParam(defaultValue = "") String remote,
            @RequestParam(defaultValue = "") String reason,
            ListRequest request,
            Model model) {
        model.addAttribute("reasons", table.reasons());
        model.addAttribute("sources", table.sourcesOfADay());
        model.addAttribute("unusable", unusable.latest());
        model.addAttribute("listing", table.page(remote.strip(), reason, request));
        return "intake/rejected";
    }

    @GetMapping("/monitoring/rejected.csv")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(defaultValue = "") String remote,
            @RequestParam(defaultValue = "") String reason,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("rejected.title") + ".csv",
                texts.all("rejected.received", "refusal.remote", "rejected.reason", "rejected.length", "rejected.text"),
                csv -> table.each(
                        remote.strip(),
                        reason,
                        order,
                        row -> csv.row(
                                row.receivedAt(),
                                row.remote(),
                                texts.orWord("rejected.reason.", row.reason()),
                                row.length(),
                                row.text())));
    }
}
