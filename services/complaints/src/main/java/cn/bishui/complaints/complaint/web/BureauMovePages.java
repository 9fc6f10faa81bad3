package cn.bishui.complaints.complaint.web;

import static cn.bishui.complaints.complaint.web.MoveForms.done;

import cn.bishui.complaints.complaint.Roles;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the bureau does that has the complaint: its handlers, then its head. */
@Controller
@RequestMapping("/complaints/{number}")
class BureauMovePages {

    private final MakeMove make;
    private final MoveForms forms;
    private final Clock clock;

    BureauMovePages(MakeMove make, MoveForms forms, Clock clock) {
        this.make = make;
        this.forms = forms;
        this.clock = clock;
    }

    @PostMapping("/taking")
    @PreAuthorize(Roles.MAY_HANDLE)
    String take(@PathVariable String number, @ModelAttribute FileInput.SeenForm form, Person person) {
        make.take(number, form, person);
        return done(number, FileMove.TAKE);
    }

    @PostMapping("/taking-over")
    @PreAuthorize(Roles.MAY_HANDLE)
    String takeOver(@PathVariable String number, @ModelAttribute FileInput.SeenForm form, Person person) {
        make.take(number, form, person);
        return done(number, FileMove.TAKE_OVER);
    }

    @GetMapping("/objection")
    @PreAuthorize(Roles.MAY_SPEAK_FOR_BUREAU)
    String objectionForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return reason(number, FileMove.OBJECT, person, texts, model);
    }

    @PostMapping("/objection")
    @PreAuthorize(Roles.MAY_SPEAK_FOR_BUREAU)
    String object(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ReasonForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.object(number, form, person))
                ? done(number, FileMove.OBJECT)
                : forms.again(number, FileMove.OBJECT, person, texts, model);
    }

    @GetMapping("/time")
    @PreAuthorize(Roles.MAY_HANDLE)
    String timeForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.ASK_TIME,
                open -> new FileInput.TimeForm(
                        String.valueOf(FileInput.MOST_DAYS), null, open.file().version()),
                person,
                texts,
                model);
    }

    @PostMapping("/time")
    @PreAuthorize(Roles.MAY_HANDLE)
    String askForTime(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.TimeForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.askForTime(number, form, person))
                ? done(number, FileMove.ASK_TIME)
                : forms.again(number, FileMove.ASK_TIME, person, texts, model);
    }

    @PostMapping("/time/grant")
    @PreAuthorize(Roles.MAY_SIGN)
    String grantTime(@PathVariable String number, @ModelAttribute FileInput.SeenForm form, Person person) {
        make.grantTime(number, form, person);
        return done(number, FileMove.GRANT_TIME);
    }

    @GetMapping("/time/denial")
    @PreAuthorize(Roles.MAY_SIGN)
    String denialForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return reason(number, FileMove.DENY_TIME, person, texts, model);
    }

    @PostMapping("/time/denial")
    @PreAuthorize(Roles.MAY_SIGN)
    String denyTime(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ReasonForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.denyTime(number, form, person))
                ? done(number, FileMove.DENY_TIME)
                : forms.again(number, FileMove.DENY_TIME, person, texts, model);
    }

    @GetMapping("/result")
    @PreAuthorize(Roles.MAY_HANDLE)
    String resultForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.DRAFT,
                open -> FileInput.ResultForm.of(
                        open.sheet().parts().handling(), open.file().version()),
                person,
                texts,
                model);
    }

    @PostMapping("/result")
    @PreAuthorize(Roles.MAY_HANDLE)
    String draft(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ResultForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.draft(number, form, person))
                ? done(number, FileMove.DRAFT)
                : forms.again(number, FileMove.DRAFT, person, texts, model);
    }

    @PostMapping("/result/signature")
    @PreAuthorize(Roles.MAY_SIGN)
    String sign(@PathVariable String number, @ModelAttribute FileInput.SeenForm form, Person person) {
        make.sign(number, form, person);
        return done(number, FileMove.SIGN);
    }

    @GetMapping("/result/return")
    @PreAuthorize(Roles.MAY_SIGN)
    String returnForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return reason(number, FileMove.RETURN_RESULT, person, texts, model);
    }

    @PostMapping("/result/return")
    @PreAuthorize(Roles.MAY_SIGN)
    String returnResult(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ReasonForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.returnResult(number, form, person))
                ? done(number, FileMove.RETURN_RESULT)
                : forms.again(number, FileMove.RETURN_RESULT, person, texts, model);
    }

    @GetMapping("/act")
    @PreAuthorize(Roles.MAY_HANDLE)
    String actForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.ACT,
                open -> new FileInput.ActForm(
                        null,
                        open.file().matter().subjectName(),
                        null,
                        null,
                        LocalDate.now(clock).toString()),
                person,
                texts,
                model);
    }

    @PostMapping("/act")
    @PreAuthorize(Roles.MAY_HANDLE)
    String reportAct(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.ActForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.reportAct(number, form, person))
                ? done(number, FileMove.ACT)
                : forms.again(number, FileMove.ACT, person, texts, model);
    }

    private String reason(String number, FileMove move, Person person, Texts texts, Model model) {
        return forms.blank(
                number, move, open -> new FileInput.ReasonForm(null, open.file().version()), person, texts, model);
    }
}
