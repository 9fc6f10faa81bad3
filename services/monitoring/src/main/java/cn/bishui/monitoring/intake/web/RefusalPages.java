package cn.bishui.monitoring.intake.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.intake.AcknowledgeRefusal;
import cn.bishui.monitoring.intake.Refusal;
import cn.bishui.monitoring.intake.Refusals;
import cn.bishui.web.NotFound;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.form.Input;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Refused packets for the duty officer. */
@Controller
class RefusalPages {

    private static final int LONGEST_NOTE = 500;

    private final RefusalTable table;
    private final Refusals refusals;
    private final AcknowledgeRefusal acknowledgeRefusal;
    private final MessageSource messages;

    RefusalPages(RefusalTable table, Refusals refusals, AcknowledgeRefusal acknowledgeRefusal, MessageSource messages) {
        this.table = table;
        this.refusals = refusals;
        this.acknowledgeRefusal = acknowledgeRefusal;
        this.messages = messages;
    }

    record NoteForm(@Nullable String note) {

        String read() {
            var input = new Input();
            var text = input.text("note", note, LONGEST_NOTE);
            return input.read(text::get);
        }
    }

    @GetMapping("/monitoring/refusals")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    String list(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(defaultValue = "") String q,
            ListRequest request,
            HttpServletRequest http,
            Model model) {
        String query = http.getQueryString();
        model.addAttribute("csv", "/monitoring/refusals.csv" + (query == null ? "" : "?" + query));
        model.addAttribute("state", state);
        model.addAttribute("listing", table.page(state, q.strip(), request));
        return "intake/refusals";
    }

    @GetMapping("/monitoring/refusals.csv")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                text("refusal.title", locale) + ".csv",
                text("refusal.reason", locale),
                text("device.mn", locale),
                text("refusal.remote", locale),
                text("refusal.packets", locale),
                text("refusal.first", locale),
                text("refusal.last", locale),
                text("refusal.acknowledged-at", locale),
                text("refusal.acknowledged-by", locale),
                text("refusal.note", locale))) {
            table.each(
                    state,
                    q.strip(),
                    row -> csv.row(
                            text("refusal.reason." + row.reason(), locale),
                            row.mn(),
                            row.remote(),
                            row.packets(),
                            row.firstSeen(),
                            row.lastSeen(),
                            row.acknowledgedAt(),
                            row.acknowledgedBy(),
                            row.note()));
        }
    }

    @GetMapping("/monitoring/refusals/{id}")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("refusal", find(id));
        model.addAttribute("form", new NoteForm(null));
        return "intake/refusal";
    }

    @PostMapping("/monitoring/refusals/{id}/acknowledge")
    @PreAuthorize("hasRole('monitoring.duty')")
    String acknowledge(
            @PathVariable long id,
            @ModelAttribute("form") NoteForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        if (Attempt.succeeds(errors, () -> acknowledgeRefusal.acknowledge(id, form.read(), actor))) {
            return "redirect:/monitoring/refusals";
        }
        model.addAttribute("refusal", find(id));
        return "intake/refusal";
    }

    private Refusal find(long id) {
        return refusals.find(id).orElseThrow(() -> new NotFound("refusal", id));
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
