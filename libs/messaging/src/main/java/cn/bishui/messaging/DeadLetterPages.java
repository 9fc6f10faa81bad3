package cn.bishui.messaging;

import cn.bishui.audit.Actor;
import cn.bishui.messaging.DeadLetterController.Letter;
import cn.bishui.messaging.DeadLetterController.Which;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** This service's dead letters for the platform's operator: each with its content and cause, and a button to replay it. */
@Controller
@RequestMapping("/${spring.application.name}/dead-letters")
@PreAuthorize("hasRole('platform.operator')")
class DeadLetterPages {

    private final DeadLetters letters;
    private final DeadLetterReplay replay;
    private final String service;

    DeadLetterPages(DeadLetters letters, DeadLetterReplay replay, String service) {
        this.letters = letters;
        this.replay = replay;
        this.service = service;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, ListRequest request, Model model) {
        model.addAttribute("form", new Which("", 0, 0L, null));
        return page(done, request, model);
    }

    @PostMapping("/replay")
    String replay(@Valid @ModelAttribute("form") Which which, BindingResult errors, Actor actor, Model model) {
        if (!errors.hasErrors() && Attempt.succeeds(errors, () -> replay.replay(which.place(service), actor))) {
            return "redirect:/" + service + "/dead-letters?done=" + which.offset();
        }
        return page("", ListRequest.first(), model);
    }

    private String page(String done, ListRequest request, Model model) {
        model.addAttribute("done", done);
        model.addAttribute("base", "/" + service + "/dead-letters");
        model.addAttribute(
                "listing",
                new Listing<>(
                        letters.waiting(request.size(), request.offset()).stream()
                                .map(Letter::of)
                                .toList(),
                        letters.countWaiting(),
                        request));
        return "bishui/dead-letters";
    }
}
