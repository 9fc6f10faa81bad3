package cn.bishui.monitoring.intake.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.intake.AcknowledgeRefusal;
import cn.bishui.monitoring.intake.Refusal;
import cn.bishui.monitoring.intake.Refusals;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.form.Input;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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

    RefusalPages(RefusalTable table, Refusals refusals, AcknowledgeRefusal acknowledgeRefusal) {
        this.table = table;
        this.refusals = refusals;
        this.acknowledgeRefusal = acknowledgeRefusal;
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
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("listing", table.page(state, q.strip(), request));
        return "intake/refusals";
    }

    @GetMapping("/monitoring/refusals.csv")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(defaultValue = "") String q,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("refusal.title") + ".csv",
                texts.all(
                        "refusal.reason",
                        "device.mn",
                        "refusal.remote",
                        "refusal.packets",
                        "refusal.first",
                        "refusal.last",
                        "refusal.acknowledged-at",
                        "refusal.acknowledged-by",
                        "refusal.note"),
                csv -> table.each(
                        state,
                        q.strip(),
                        order,
                        row -> csv.row(
                                texts.of("refusal.reason." + row.reason()),
                                row.mn(),
                                row.remote(),
                                row.packets(),
                                row.firstSeen(),
                                row.lastSeen(),
                                row.acknowledgedAt(),
                                row.acknowledgedBy(),
                                row.note())));
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
}
