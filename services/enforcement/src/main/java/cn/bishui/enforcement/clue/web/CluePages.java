package cn.bishui.enforcement.clue.web;

import cn.bishui.audit.Actor;
import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.clue.ClueList;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.clue.DecideFiling;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.ProposeFiling;
import cn.bishui.enforcement.law.LegalBases;
import cn.bishui.enforcement.law.LegalBasis;
import cn.bishui.enforcement.law.Matter;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of clues, the file of each, and the decision on filing. */
@Controller
class CluePages {

    private static final List<String> STATES =
            List.of("undecided", "overdue", "open", "proposed", "filed", "dismissed");

    private final ClueList list;
    private final CompleteFiles files;
    private final ProposeFiling proposeFiling;
    private final DecideFiling decideFiling;
    private final Clock clock;

    CluePages(ClueList list, CompleteFiles files, ProposeFiling proposeFiling, DecideFiling decideFiling, Clock clock) {
        this.list = list;
        this.files = files;
        this.proposeFiling = proposeFiling;
        this.decideFiling = decideFiling;
        this.clock = clock;
    }

    @GetMapping("/enforcement")
    @PreAuthorize(Roles.MAY_READ)
    String home() {
        return "redirect:/enforcement/clues";
    }

    @GetMapping("/enforcement/clues")
    @PreAuthorize(Roles.MAY_READ)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("listing", list.page(filter(q, state), request));
        model.addAttribute("states", texts.options("clue.filter.", STATES));
        model.addAttribute("filtered", !q.isBlank() || !state.isEmpty());
        return "clue/list";
    }

    @GetMapping("/enforcement/clues.csv")
    @PreAuthorize(Roles.MAY_READ)
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        String[] heads = texts.all(
                "clue.csv.number",
                "clue.csv.unit",
                "clue.csv.code",
                "clue.csv.outlet",
                "clue.csv.exceedances",
                "clue.csv.latest",
                "clue.csv.worst",
                "clue.csv.acts",
                "clue.csv.suspicions",
                "clue.csv.state",
                "clue.csv.card",
                "clue.csv.due",
                "clue.csv.provisional",
                "clue.csv.case");
        String name = texts.of("clue.csv.name") + "-" + LocalDate.now(clock) + ".csv";
        CsvDownload.send(
                response,
                name,
                heads,
                csv -> list.forEach(
                        filter(q, state),
                        order,
                        row -> csv.row(
                                row.number(),
                                row.unitName(),
                                row.unit(),
                                row.outletInWords(),
                                row.exceedances(),
                                row.latestDay(),
                                row.worst(),
                                row.acts(),
                                row.suspicions(),
                                texts.of("clue.state." + row.state()),
                                row.cardState() == null ? "" : texts.of("card.state." + row.cardState()),
                                row.due(),
                                row.dueProvisional() ? texts.of("clue.csv.yes") : "",
                                row.caseNumber())));
    }

    @GetMapping("/enforcement/clues/{id}")
    @PreAuthorize(Roles.MAY_READ)
    String file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            Person person,
            Texts texts,
            Model model) {
        CompleteFile file = show(id, person, model);
        model.addAttribute("history", Timeline.of(files.history(id), texts));
        model.addAttribute("done", DONE.contains(done) ? done : "");
        model.addAttribute("overLaws", overLaws(file));
        model.addAttribute("filingLaws", filingLaws(file));
        model.addAttribute("suspectLaws", suspectLaws(file));
        model.addAttribute("measureLaws", measureLaws(file));
        return "clue/file";
    }

    /** What the page says after a form was sent. */
    private static final List<String> DONE =
            List.of("drafted", "signed", "returned", "proposed", "filed", "dismissed", "sent-back");

    @GetMapping("/enforcement/clues/{id}/proposal")
    @PreAuthorize(Roles.MAY_DRAFT)
    String proposalForm(@PathVariable UUID id, Person person, Texts texts, Model model) {
        CompleteFile file = show(id, person, model);
        model.addAttribute(
                "form",
                new FilingInput.ProposalForm(null, null, file.clue().file().version()));
        return proposalForm(file, texts, model);
    }

    @PostMapping("/enforcement/clues/{id}/proposal")
    @PreAuthorize(Roles.MAY_DRAFT)
    String propose(
            @PathVariable UUID id,
            @ModelAttribute("form") FilingInput.ProposalForm form,
            BindingResult errors,
            Person person,
            Actor actor,
            Texts texts,
            Model model) {
        boolean proposed = Attempt.succeeds(errors, () -> {
            FilingInput.Proposed read = form.read();
            proposeFiling.propose(id, form.version(), read.decision(), read.reason(), actor);
        });
        return proposed ? done(id, "proposed") : proposalForm(show(id, person, model), texts, model);
    }

    private String proposalForm(CompleteFile file, Texts texts, Model model) {
        model.addAttribute("decisions", texts.options("clue.decision.", List.of("file", "dismiss")));
        model.addAttribute("filingLaws", filingLaws(file));
        model.addAttribute("overLaws", overLaws(file));
        model.addAttribute("suspectLaws", suspectLaws(file));
        return "clue/proposal";
    }

    @GetMapping("/enforcement/clues/{id}/proposal/decide")
    @PreAuthorize(Roles.MAY_DECIDE)
    String answerForm(@PathVariable UUID id, Person person, Texts texts, Model model) {
        CompleteFile file = show(id, person, model);
        model.addAttribute(
                "form",
                new FilingInput.AnswerForm(null, null, file.clue().file().version()));
        return answerForm(file, texts, model);
    }

    @PostMapping("/enforcement/clues/{id}/proposal/decide")
    @PreAuthorize(Roles.MAY_DECIDE)
    String decide(
            @PathVariable UUID id,
            @ModelAttribute("form") FilingInput.AnswerForm form,
            BindingResult errors,
            Person person,
            Actor actor,
            Texts texts,
            Model model) {
        boolean answered = Attempt.succeeds(errors, () -> {
            FilingInput.Answered read = form.read();
            decideFiling.decide(id, read.seen(), read.answer(), actor);
        });
        if (!answered) {
            return answerForm(show(id, person, model), texts, model);
        }
        String state = files.of(id).clue().state();
        return done(id, state.equals(ClueSheet.OPEN) ? "sent-back" : state);
    }

    private String answerForm(CompleteFile file, Texts texts, Model model) {
        model.addAttribute("answers", texts.options("clue.answer.", List.of("true", "false")));
        model.addAttribute("filingLaws", filingLaws(file));
        model.addAttribute("overLaws", overLaws(file));
        model.addAttribute("suspectLaws", suspectLaws(file));
        return "clue/decide";
    }

    private CompleteFile show(UUID id, Person person, Model model) {
        CompleteFile file = files.of(id);
        Moves moves = Moves.of(file, person);
        model.addAttribute("file", file);
        model.addAttribute("clue", file.clue());
        model.addAttribute("card", file.card());
        model.addAttribute("moves", moves);
        model.addAttribute("primary", moves.primary(file));
        model.addAttribute(
                "overdue",
                file.clue().undecided() && file.clue().file().clock().due().isBefore(LocalDate.now(clock)));
        return file;
    }

    private List<LegalBasis> overLaws(CompleteFile file) {
        List<LocalDate> days = days(file);
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(
                        LegalBases.of(Matter.OVER_LIMIT, days, today).stream(),
                        LegalBases.onChange(days, today).stream())
                .toList();
    }

    /** Which violations the signs may point to, on the days of their windows. */
    private List<LegalBasis> suspectLaws(CompleteFile file) {
        return Stream.concat(
                        suspectLaws(file, true, Matter.FAKED_DATA).stream(),
                        suspectLaws(file, false, Matter.OVER_LIMIT).stream())
                .toList();
    }

    private List<LegalBasis> suspectLaws(CompleteFile file, boolean tampering, Matter matter) {
        List<LocalDate> days = file.suspicions().stream()
                .filter(each -> each.tampering() == tampering)
                .map(each -> LocalDate.ofInstant(each.from(), clock.getZone()))
                .toList();
        return days.isEmpty() ? List.of() : LegalBases.of(matter, days, LocalDate.now(clock));
    }

    private List<LegalBasis> filingLaws(CompleteFile file) {
        return LegalBases.on(
                Matter.FILING, LocalDate.ofInstant(file.clue().file().openedAt(), clock.getZone()));
    }

    private List<LegalBasis> measureLaws(CompleteFile file) {
        CardSheet card = file.card();
        if (card == null || card.measure() == null) {
            return List.of();
        }
        LocalDate day = card.shownOn() == null ? LocalDate.now(clock) : card.shownOn();
        return LegalBases.on(
                card.measure().equals("stop-production") ? Matter.STOP_PRODUCTION : Matter.LIMIT_PRODUCTION, day);
    }

    private static List<LocalDate> days(CompleteFile file) {
        return file.exceedances().stream().map(Exceedance::day).toList();
    }

    private ClueList.Filter filter(String q, String state) {
        return new ClueList.Filter(q, STATES.contains(state) ? state : "", LocalDate.now(clock));
    }

    private static String done(UUID id, String what) {
        return "redirect:/enforcement/clues/" + id + "?done=" + what;
    }
}
