package cn.bishui.complaints.complaint.web;

import static cn.bishui.complaints.complaint.web.MoveForms.done;

import cn.bishui.complaints.complaint.Assignment;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the common superior does: settles who is competent, overturns, sends back, re-examines and reviews. */
@Controller
@RequestMapping("/complaints/{number}")
class SuperiorMovePages {

    private final MakeMove make;
    private final MoveForms forms;

    SuperiorMovePages(MakeMove make, MoveForms forms) {
        this.make = make;
        this.forms = forms;
    }

    @GetMapping("/settlement")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String settlementForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.SETTLE,
                open -> {
                    Assignment before = open.sheet().parts().assignment();
                    return new FileInput.SettlementForm(
                            before == null ? null : before.bureau(),
                            before == null ? null : before.joint(),
                            null,
                            open.file().version());
                },
                person,
                texts,
                model);
    }

    @PostMapping("/settlement")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String settle(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.SettlementForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.settle(number, form, person))
                ? done(number, FileMove.SETTLE)
                : forms.again(number, FileMove.SETTLE, person, texts, model);
    }

    @GetMapping("/overturning")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String overturningForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return reason(number, FileMove.OVERTURN, person, texts, model);
    }

    @PostMapping("/overturning")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String overturn(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ReasonForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.overturn(number, form, person))
                ? done(number, FileMove.OVERTURN)
                : forms.again(number, FileMove.OVERTURN, person, texts, model);
    }

    @GetMapping("/answer/return")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String returnForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return reason(number, FileMove.SEND_BACK, person, texts, model);
    }

    @PostMapping("/answer/return")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String sendBack(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ReasonForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.sendBack(number, form, person))
                ? done(number, FileMove.SEND_BACK)
                : forms.again(number, FileMove.SEND_BACK, person, texts, model);
    }

    @GetMapping("/ruling")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String rulingForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.RULE,
                open -> new FileInput.RulingForm(null, null, open.file().version()),
                person,
                texts,
                model);
    }

    @PostMapping("/ruling")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String rule(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.RulingForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.rule(number, form, person))
                ? done(number, FileMove.RULE)
                : forms.again(number, FileMove.RULE, person, texts, model);
    }

    private String reason(String number, FileMove move, Person person, Texts texts, Model model) {
        return forms.blank(
                number, move, open -> new FileInput.ReasonForm(null, open.file().version()), person, texts, model);
    }
}
