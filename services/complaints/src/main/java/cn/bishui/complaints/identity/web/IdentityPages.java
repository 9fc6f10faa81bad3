package cn.bishui.complaints.identity.web;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.identity.ComplaintNumbers;
import cn.bishui.complaints.identity.HasIdentity;
import cn.bishui.complaints.identity.Identity;
import cn.bishui.complaints.identity.ReadIdentity;
import cn.bishui.web.NotFound;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.form.Input;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for the reason, and shows who reported on the answer's page only: no address leads there. */
@Controller
class IdentityPages {

    private final ReadIdentity readIdentity;
    private final HasIdentity hasIdentity;
    private final ComplaintNumbers numbers;

    IdentityPages(ReadIdentity readIdentity, HasIdentity hasIdentity, ComplaintNumbers numbers) {
        this.readIdentity = readIdentity;
        this.hasIdentity = hasIdentity;
        this.numbers = numbers;
    }

    /** What the reader filled in. */
    record Reason(@Nullable String reason) {

        String read() {
            Input input = new Input();
            var text = input.text("reason", reason, 200);
            return input.read(text::get);
        }
    }

    @GetMapping("/complaints/identity/{complaint}")
    @PreAuthorize("hasRole('complaints.identity-reader')")
    String ask(@PathVariable UUID complaint, Model model) {
        if (!hasIdentity.has(complaint)) {
            throw new NotFound("identity", complaint);
        }
        model.addAttribute("form", new Reason(null));
        return form(complaint, model);
    }

    @PostMapping("/complaints/identity/{complaint}")
    @PreAuthorize("hasRole('complaints.identity-reader')")
    String show(
            @PathVariable UUID complaint,
            @ModelAttribute("form") Reason reason,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        AtomicReference<Identity> identity = new AtomicReference<>(Identity.none());
        if (!Attempt.succeeds(errors, () -> identity.set(readIdentity.read(complaint, reason.read(), actor)))) {
            return form(complaint, model);
        }
        model.addAttribute("complaint", complaint);
        model.addAttribute("number", number(complaint));
        model.addAttribute("identity", identity.get());
        return "identity/shown";
    }

    private String form(UUID complaint, Model model) {
        model.addAttribute("complaint", complaint);
        model.addAttribute("number", number(complaint));
        return "identity/ask";
    }

    private @Nullable String number(UUID complaint) {
        return numbers.of(List.of(complaint)).get(complaint);
    }
}
