package cn.bishui.complaints.street.web;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.street.KeepStreets;
import cn.bishui.complaints.street.Streets;
import cn.bishui.web.form.Attempt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of streets as a text, a street a line. */
@Controller
class StreetPages {

    private final Streets streets;
    private final KeepStreets keepStreets;

    StreetPages(Streets streets, KeepStreets keepStreets) {
        this.streets = streets;
        this.keepStreets = keepStreets;
    }

    /** What was typed. */
    record StreetsForm(@Nullable String streets) {

        List<String> read() {
            return streets == null ? List.of() : streets.lines().toList();
        }
    }

    @GetMapping("/complaints/streets")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String streets(@RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("form", new StreetsForm(String.join("\n", streets.all())));
        model.addAttribute("kept", done != null);
        return "street/streets";
    }

    @PostMapping("/complaints/streets")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String keep(@ModelAttribute("form") StreetsForm form, BindingResult errors, Actor actor) {
        return Attempt.succeeds(errors, () -> keepStreets.keep(form.read(), actor))
                ? "redirect:/complaints/streets?done="
                : "street/streets";
    }
}
