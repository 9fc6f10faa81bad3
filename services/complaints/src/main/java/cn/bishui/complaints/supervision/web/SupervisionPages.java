package cn.bishui.complaints.supervision.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.AddedFacts;
import cn.bishui.complaints.complaint.Bureaus;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.evidence.EvidenceList;
import cn.bishui.complaints.supervision.CallOutcome;
import cn.bishui.complaints.supervision.SupervisionList;
import cn.bishui.complaints.supervision.SupervisionReason;
import cn.bishui.complaints.supervision.SupervisionSettings;
import cn.bishui.complaints.supervision.Urging;
import cn.bishui.complaints.supervision.Urgings;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** Urgings, supervisions and calls to reporters, and the forms for them. */
@Controller
class SupervisionPages {

    private static final int MONTHS = 12;

    private final SupervisionDesk desk;
    private final SupervisionList list;
    private final Urgings urgings;
    private final SupervisionSettings settings;
    private final AddedFacts facts;
    private final EvidenceList evidence;
    private final Clock clock;

    SupervisionPages(
            SupervisionDesk desk,
            SupervisionList list,
            Urgings urgings,
            SupervisionSettings settings,
            AddedFacts facts,
            EvidenceList evidence,
            Clock clock) {
        this.desk = desk;
        this.list = list;
        this.urgings = urgings;
        this.settings = settings;
        this.facts = facts;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** {@code show}: urgings, supervisions or calls. */
    @GetMapping("/complaints/supervision")
    @PreAuthorize(Roles.MAY_READ)
    String overview(
            @RequestParam(defaultValue = "supervisions") String show,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String drawn,
            ListRequest request,
            Person person,
            Texts texts,
            Model model) {
        model.addAttribute("form", new SupervisionInput.MonthForm(null));
        model.addAttribute("drawn", drawn != null && drawn.matches("\\d{1,6}") ? drawn : null);
        return show(show, month, request, person, texts, model);
    }

    private String show(
            String show, @Nullable String month, ListRequest request, Person person, Texts texts, Model model) {
        Sight sight = Sight.of(person);
        boolean seesAll = sight.bureau() == null;
        boolean known = (seesAll && show.equals("calls")) || show.equals("urgings");
        String shown = known ? show : "supervisions";
        model.addAttribute("show", shown);
        model.addAttribute(
                "tabs", seesAll ? List.of("supervisions", "urgings", "calls") : List.of("supervisions", "urgings"));
        model.addAttribute("bureaus", Bureaus.names(texts.locale()));
        model.addAttribute("maySupervise", person.roles().contains(Roles.SUPERVISOR));
        model.addAttribute("mayCall", person.roles().contains(Roles.OPERATOR));
        model.addAttribute("mayKnow", person.roles().contains(Roles.IDENTITY_READER));
        model.addAttribute(
                "speaksFor",
                person.hasAnyOf(List.of(Roles.OPERATOR, Roles.HANDLER, Roles.HEAD)) ? person.bureau() : null);
        switch (shown) {
            case "urgings" -> model.addAttribute("listing", list.urgings(sight, request));
            case "calls" -> calls(month, model);
            default -> model.addAttribute("listing", list.supervisions(sight, request));
        }
        return "supervision/overview";
    }

    private void calls(@Nullable String month, Model model) {
        List<SupervisionList.Month> months = list.months(MONTHS);
        YearMonth last = YearMonth.from(LegalClocks.day(clock.instant())).minusMonths(1);
        YearMonth wanted = month == null || month.isBlank()
                ? months.stream().map(SupervisionList.Month::month).findFirst().orElse(last)
                : SupervisionInput.month(month);
        model.addAttribute("months", months);
        model.addAttribute("month", wanted);
        model.addAttribute("last", last);
        model.addAttribute("size", settings.callBacks());
        model.addAttribute("calls", list.calls(wanted));
    }

    @GetMapping("/complaints/supervision.csv")
    @PreAuthorize(Roles.MAY_READ)
    void download(Person person, Texts texts, HttpServletResponse response) {
        Map<String, String> bureaus = Bureaus.names(texts.locale());
        CsvDownload.send(
                response,
                texts.of("supervision.csv") + "-" + LocalDate.now(clock) + ".csv",
                texts.all(
                        "complaint.number",
                        "complaint.address",
                        "complaint.state",
                        "complaint.bureau",
                        "supervision.reason",
                        "supervision.demand",
                        "supervision.due",
                        "supervision.at",
                        "supervision.closed-at",
                        "supervision.outcome"),
                csv -> list.eachSupervision(
                        Sight.of(person),
                        row -> csv.row(
                                row.number(),
                                row.address(),
                                texts.of("complaint.state." + row.state()),
                                row.bureau() == null ? "" : bureaus.getOrDefault(row.bureau(), row.bureau()),
                                texts.of("supervision.reason." + row.reason()),
                                row.demand(),
                                row.due(),
                                LegalClocks.day(row.at()),
                                row.closedAt() == null ? "" : LegalClocks.day(row.closedAt()),
                                row.outcome())));
    }

    @PostMapping("/complaints/supervision/calls")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String draw(
            @ModelAttribute("form") SupervisionInput.MonthForm form,
            BindingResult errors,
            ListRequest request,
            Person person,
            Texts texts,
            Model model) {
        int[] drawn = new int[1];
        return Attempt.succeeds(errors, () -> drawn[0] = desk.draw(form, person))
                ? "redirect:/complaints/supervision?show=calls&month=" + form.month() + "&drawn=" + drawn[0]
                : show("calls", null, request, person, texts, model);
    }

    @GetMapping("/complaints/{number}/urging")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String urgingForm(@PathVariable String number, Person person, Texts texts, Model model) {
        model.addAttribute("form", new SupervisionInput.WordsForm(null));
        return form(number, "urging", "urge", person, texts, model);
    }

    @PostMapping("/complaints/{number}/urging")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String urge(
            @PathVariable String number,
            @ModelAttribute("form") SupervisionInput.WordsForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> desk.urge(number, form, person))
                ? done(number, "urge")
                : form(number, "urging", "urge", person, texts, model);
    }

    @GetMapping("/complaints/{number}/urgings/{urging}")
    @PreAuthorize(Roles.MAY_ANSWER)
    String answerForm(@PathVariable String number, @PathVariable UUID urging, Person person, Texts texts, Model model) {
        model.addAttribute("form", new SupervisionInput.WordsForm(null));
        return answer(number, urging, person, texts, model);
    }

    @PostMapping("/complaints/{number}/urgings/{urging}")
    @PreAuthorize(Roles.MAY_ANSWER)
    String answer(
            @PathVariable String number,
            @PathVariable UUID urging,
            @ModelAttribute("form") SupervisionInput.WordsForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> desk.answer(number, urging, form, person))
                ? done(number, "urging-answered")
                : answer(number, urging, person, texts, model);
    }

    private String answer(String number, UUID urging, Person person, Texts texts, Model model) {
        Urging asked = urgings.of(desk.complaint(number, person).file().id()).stream()
                .filter(each -> each.id().equals(urging))
                .findFirst()
                .orElseThrow(() -> RuleBroken.missing("urging.unknown"));
        model.addAttribute("urged", asked.words());
        return form(number, "urgings/" + urging, "answer-urging", person, texts, model);
    }

    @GetMapping("/complaints/{number}/supervision")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String superviseForm(@PathVariable String number, Person person, Texts texts, Model model) {
        model.addAttribute("form", new SupervisionInput.SuperviseForm(null, null, null));
        return form(number, "supervision", "supervise", person, texts, model);
    }

    @PostMapping("/complaints/{number}/supervision")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String supervise(
            @PathVariable String number,
            @ModelAttribute("form") SupervisionInput.SuperviseForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> desk.supervise(number, form, person))
                ? done(number, "supervise")
                : form(number, "supervision", "supervise", person, texts, model);
    }

    @GetMapping("/complaints/{number}/supervisions/{supervision}")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String closeForm(
            @PathVariable String number, @PathVariable UUID supervision, Person person, Texts texts, Model model) {
        model.addAttribute("form", new SupervisionInput.WordsForm(null));
        return form(number, "supervisions/" + supervision, "close-supervision", person, texts, model);
    }

    @PostMapping("/complaints/{number}/supervisions/{supervision}")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    String close(
            @PathVariable String number,
            @PathVariable UUID supervision,
            @ModelAttribute("form") SupervisionInput.WordsForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> desk.close(number, supervision, form, person))
                ? done(number, "supervision-closed")
                : form(number, "supervisions/" + supervision, "close-supervision", person, texts, model);
    }

    @GetMapping("/complaints/{number}/call-backs/{callBack}")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String callForm(@PathVariable String number, @PathVariable UUID callBack, Person person, Texts texts, Model model) {
        model.addAttribute("form", new SupervisionInput.CallForm(null, null));
        return call(number, callBack, person, texts, model);
    }

    @PostMapping("/complaints/{number}/call-backs/{callBack}")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String called(
            @PathVariable String number,
            @PathVariable UUID callBack,
            @ModelAttribute("form") SupervisionInput.CallForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model) {
        return Attempt.succeeds(errors, () -> desk.called(number, callBack, form, person))
                ? done(number, "called")
                : call(number, callBack, person, texts, model);
    }

    private String call(String number, UUID callBack, Person person, Texts texts, Model model) {
        model.addAttribute(
                "outcomes",
                texts.options(
                        "call-back.outcome.",
                        Arrays.stream(CallOutcome.values()).map(CallOutcome::id).toList()));
        return form(number, "call-backs/" + callBack, "call", person, texts, model);
    }

    private String form(String number, String path, String what, Person person, Texts texts, Model model) {
        Complaint complaint = desk.complaint(number, person);
        ComplaintSheet sheet = ComplaintSheet.of(complaint);
        model.addAttribute("sheet", sheet);
        model.addAttribute("late", sheet.isLate(clock.instant()));
        model.addAttribute("facts", facts.of(complaint.file().id()));
        model.addAttribute("evidence", evidence.of(complaint.file().id()));
        model.addAttribute("file", complaint.file());
        model.addAttribute("at", "/complaints/" + number);
        model.addAttribute("action", "/complaints/" + number + "/" + path);
        model.addAttribute("what", what);
        model.addAttribute("mayKnow", person.roles().contains(Roles.IDENTITY_READER));
        model.addAttribute(
                "reasons",
                texts.options(
                        "supervision.reason.",
                        Arrays.stream(SupervisionReason.values())
                                .map(SupervisionReason::id)
                                .toList()));
        return "supervision/form";
    }

    private static String done(String number, String what) {
        return "redirect:/complaints/" + number + "?done=" + what;
    }
}
