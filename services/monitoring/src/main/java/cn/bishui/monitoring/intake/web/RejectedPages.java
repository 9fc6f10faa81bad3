package cn.bishui.monitoring.intake.web;

import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Frames that could not be read, for the duty officer and the device engineer. */
@Controller
class RejectedPages {

    private final RejectedTable table;
    private final MessageSource messages;

    RejectedPages(RejectedTable table, MessageSource messages) {
        this.table = table;
        this.messages = messages;
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
            Locale locale,
            HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                text("rejected.title", locale) + ".csv",
                text("rejected.received", locale),
                text("refusal.remote", locale),
                text("rejected.reason", locale),
                text("rejected.length", locale),
                text("rejected.text", locale))) {
            table.each(
                    remote.strip(),
                    reason,
                    row -> csv.row(
                            row.receivedAt(),
                            row.remote(),
                            text("rejected.reason." + row.reason(), locale),
                            row.length(),
                            row.text()));
        }
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
