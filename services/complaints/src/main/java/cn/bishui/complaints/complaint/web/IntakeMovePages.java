package cn.bishui.complaints.complaint.web;

import static cn.bishui.complaints.complaint.web.MoveForms.done;

import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the hotline does: accepts, refuses, assigns, corrects, adds, tells. */
@Controller
@RequestMapping("/complaints/{number}")
class IntakeMovePages {

    private final MakeMove make;
    private final MoveForms forms;
    private final FilePage filePage;
    private final NoticeLines noticeLines;
    private final HandInEvidence handInEvidence;

    IntakeMovePages(
            MakeMove make, MoveForms forms, FilePage filePage, NoticeLines noticeLines, HandInEvidence handInEvidence) {
        this.make = make;
        this.forms = forms;
        this.filePage = filePage;
        this.noticeLines = noticeLines;
        this.handInEvidence = handInEvidence;
    }

    @PostMapping("/acceptance")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String accept(@PathVariable String number, @ModelAttribute FileInput.SeenForm form, Person person) {
        make.accept(number, form, false, person);
        return done(number, FileMove.ACCEPT);
    }

    @PostMapping("/urgent-acceptance")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String acceptUrgently(@PathVariable String number, @ModelAttribute FileInput.SeenForm form, Person person) {
        make.accept(number, form, true, person);
        return done(number, FileMove.ACCEPT_URGENT);
    }

    /** First why, which brings the words that the reporter must be told; then the words. */
    @GetMapping("/refusal")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String refusalForm(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) @Nullable String first,
            Person person,
            Texts texts,
            Model model) {
        String chosen = Choices.REFUSALS.contains(outcome) ? outcome : null;
        return forms.blank(
                number, FileMove.REFUSE, open -> refusalForm(chosen, first, open.file(), texts), person, texts, model);
    }

    /** With the complaint that the reporter named as the same, where the operator names no other. */
    private FileInput.RefusalForm refusalForm(
            @Nullable String outcome, @Nullable String first, ComplaintFile file, Texts texts) {
        String same = first == null || first.isBlank() ? filePage.hinted(file) : first.strip();
        String told = outcome == null
                ? null
                : texts.of("refusal.told." + outcome, same == null ? FileInput.FIRST_NUMBER : same);
        return new FileInput.RefusalForm(outcome, told, same, file.version());
    }

    @PostMapping("/refusal")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String refuse(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.RefusalForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.refuse(number, form, person))
                ? done(number, FileMove.REFUSE)
                : forms.again(number, FileMove.REFUSE, person, texts, model);
    }

    @GetMapping("/assignment")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String assignmentForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.ASSIGN,
                open -> new FileInput.AssignmentForm(null, null, open.file().version()),
                person,
                texts,
                model);
    }

    @PostMapping("/assignment")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String assign(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.AssignmentForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.assign(number, form, person))
                ? done(number, FileMove.ASSIGN)
                : forms.again(number, FileMove.ASSIGN, person, texts, model);
    }

    @GetMapping("/facts")
    @PreAuthorize(Roles.MAY_ADD)
    String factForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(number, FileMove.FACT, _ -> new FileInput.FactForm(null), person, texts, model);
    }

    @PostMapping("/facts")
    @PreAuthorize(Roles.MAY_ADD)
    String addFact(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.FactForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.addFact(number, form, person))
                ? done(number, FileMove.FACT)
                : forms.again(number, FileMove.FACT, person, texts, model);
    }

    /** Adds what came with a letter or a visit, or was seen at a check. */
    @PostMapping("/evidence")
    @PreAuthorize(Roles.MAY_ANSWER)
    String addEvidence(
            @PathVariable String number,
            @ModelAttribute("upload") HandInEvidence.Form form,
            BindingResult errors,
            Person person,
            Texts texts,
            HttpServletResponse response,
            Model model) {
        if (Attempt.succeeds(errors, () -> handInEvidence.take(number, form, person))) {
            return done(number, "evidence");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        filePage.whole(number, person, texts, model);
        return "complaint/file";
    }

    @GetMapping("/matter")
    @PreAuthorize(Roles.MAY_CORRECT)
    String matterForm(@PathVariable String number, Person person, Texts texts, Model model) {
        return forms.blank(
                number,
                FileMove.MATTER,
                open -> FileInput.MatterForm.of(
                        open.file().matter(), open.file().version()),
                person,
                texts,
                model);
    }

    @PostMapping("/matter")
    @PreAuthorize(Roles.MAY_CORRECT)
    String correct(
            @PathVariable String number,
            @ModelAttribute("form") FileInput.MatterForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.correct(number, form, person))
                ? done(number, FileMove.MATTER)
                : forms.again(number, FileMove.MATTER, person, texts, model);
    }

    @GetMapping("/notices/{notice}")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String noticeForm(@PathVariable String number, @PathVariable UUID notice, Person person, Texts texts, Model model) {
        model.addAttribute("form", new FileInput.NoticeForm(null, null));
        return notice(number, notice, person, texts, model);
    }

    @PostMapping("/notices/{notice}")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String tell(
            @PathVariable String number,
            @PathVariable UUID notice,
            @ModelAttribute("form") FileInput.NoticeForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> make.tell(number, notice, form, person))
                ? done(number, "told")
                : notice(number, notice, person, texts, model);
    }

    private String notice(String number, UUID notice, Person person, Texts texts, Model model) {
        ComplaintFile file = filePage.head(number, person, texts, model).file();
        model.addAttribute(
                "notice",
                noticeLines.of(file.id(), true).stream()
                        .filter(each -> each.id().equals(notice))
                        .findFirst()
                        .orElseThrow(() -> RuleBroken.missing("complaint.notice-unknown")));
        model.addAttribute("mayKnow", person.roles().contains(Roles.IDENTITY_READER));
        return "complaint/notice";
    }
}
