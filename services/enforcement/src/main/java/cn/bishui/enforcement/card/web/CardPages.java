package cn.bishui.enforcement.card.web;

import cn.bishui.audit.Actor;
import cn.bishui.enforcement.card.CardList;
import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.card.DraftCard;
import cn.bishui.enforcement.card.Measure;
import cn.bishui.enforcement.card.ReturnCard;
import cn.bishui.enforcement.card.SignCard;
import cn.bishui.enforcement.card.SuggestedReason;
import cn.bishui.enforcement.card.YellowCards;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.clue.Clues;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.law.LegalBases;
import cn.bishui.enforcement.law.Matter;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

/** The list of yellow cards, and the forms on which one is drafted, signed and given back. */
@Controller
class CardPages {

    private static final List<String> STATES =
            List.of(CardSheet.PROPOSED, CardSheet.DRAFTED, CardSheet.RETURNED, CardSheet.SIGNED, CardSheet.LAPSED);

    private final CardList list;
    private final YellowCards cards;
    private final Clues clues;
    private final DraftCard draftCard;
    private final SignCard signCard;
    private final ReturnCard returnCard;
    private final Clock clock;

    CardPages(
            CardList list,
            YellowCards cards,
            Clues clues,
            DraftCard draftCard,
            SignCard signCard,
            ReturnCard returnCard,
            Clock clock) {
        this.list = list;
        this.cards = cards;
        this.clues = clues;
        this.draftCard = draftCard;
        this.signCard = signCard;
        this.returnCard = returnCard;
        this.clock = clock;
    }

    @GetMapping("/enforcement/cards")
    @PreAuthorize(Roles.MAY_READ)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("listing", list.page(filter(q, state), request));
        model.addAttribute("states", texts.options("card.state.", STATES));
        model.addAttribute("filtered", !q.isBlank() || !state.isEmpty());
        return "card/list";
    }

    @GetMapping("/enforcement/cards.csv")
    @PreAuthorize(Roles.MAY_READ)
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        String[] heads = texts.all(
                "card.csv.number",
                "card.csv.clue",
                "card.csv.unit",
                "card.csv.code",
                "card.csv.outlet",
                "card.csv.state",
                "card.csv.measure",
                "card.csv.shown",
                "card.csv.reason");
        String name = texts.of("card.csv.name") + "-" + LocalDate.now(clock) + ".csv";
        CsvDownload.send(
                response,
                name,
                heads,
                csv -> list.forEach(
                        filter(q, state),
                        order,
                        row -> csv.row(
                                row.number(),
                                row.clueNumber(),
                                row.unitName(),
                                row.unit(),
                                row.outletInWords(),
                                texts.of("card.state." + row.state()),
                                row.measure() == null ? "" : texts.of("measure." + row.measure()),
                                row.shownOn(),
                                row.reason())));
    }

    @GetMapping("/enforcement/clues/{id}/card")
    @PreAuthorize(Roles.MAY_DRAFT)
    String draftForm(@PathVariable UUID id, Texts texts, Model model) {
        CardSheet card = show(id, model);
        List<Exceedance> exceedances = clues.exceedances(id);
        String reason = card.reason() == null ? suggestion(id, exceedances) : card.reason();
        String measure = Objects.requireNonNullElse(card.measure(), Measure.LIMIT_PRODUCTION.id());
        model.addAttribute("form", new CardInput.DraftForm(reason, measure, card.version()));
        return draftForm(exceedances, id, texts, model);
    }

    @PostMapping("/enforcement/clues/{id}/card")
    @PreAuthorize(Roles.MAY_DRAFT)
    String draft(
            @PathVariable UUID id,
            @ModelAttribute("form") CardInput.DraftForm form,
            BindingResult errors,
            Actor actor,
            Texts texts,
            Model model) {
        boolean drafted = Attempt.succeeds(errors, () -> {
            CardInput.Drafted read = form.read();
            draftCard.draft(id, form.version(), read.reason(), read.measure(), actor);
        });
        if (drafted) {
            return done(id, "drafted");
        }
        show(id, model);
        return draftForm(clues.exceedances(id), id, texts, model);
    }

    private String draftForm(List<Exceedance> exceedances, UUID id, Texts texts, Model model) {
        model.addAttribute("exceedances", exceedances);
        model.addAttribute("suggestion", suggestion(id, exceedances));
        model.addAttribute(
                "measures",
                texts.options(
                        "measure.",
                        Arrays.stream(Measure.values()).map(Measure::id).toList()));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "laws",
                Stream.of(Matter.LIMIT_PRODUCTION, Matter.STOP_PRODUCTION)
                        .flatMap(matter -> LegalBases.on(matter, today).stream())
                        .toList());
        return "card/draft";
    }

    @PostMapping("/enforcement/clues/{id}/card/sign")
    @PreAuthorize(Roles.MAY_DECIDE)
    String sign(@PathVariable UUID id, CardInput.SignForm form, Actor actor) {
        signCard.sign(id, form.read(), actor);
        return done(id, "signed");
    }

    @GetMapping("/enforcement/clues/{id}/card/return")
    @PreAuthorize(Roles.MAY_DECIDE)
    String returnForm(@PathVariable UUID id, Model model) {
        CardSheet card = show(id, model);
        model.addAttribute("form", new CardInput.ReturnForm(null, card.version()));
        return "card/return";
    }

    @PostMapping("/enforcement/clues/{id}/card/return")
    @PreAuthorize(Roles.MAY_DECIDE)
    String giveBack(
            @PathVariable UUID id,
            @ModelAttribute("form") CardInput.ReturnForm form,
            BindingResult errors,
            Actor actor,
            Model model) {
        boolean returned = Attempt.succeeds(errors, () -> {
            CardInput.Returned read = form.read();
            returnCard.giveBack(id, read.seen(), read.reason(), actor);
        });
        if (returned) {
            return done(id, "returned");
        }
        show(id, model);
        return "card/return";
    }

    private CardSheet show(UUID id, Model model) {
        CardSheet card = CardSheet.of(cards.find(id).orElseThrow(() -> new NotFound("yellow card of clue", id)));
        model.addAttribute("card", card);
        model.addAttribute("clue", clue(id));
        return card;
    }

    private ClueSheet clue(UUID id) {
        return ClueSheet.of(clues.find(id).orElseThrow(() -> new NotFound("clue", id)));
    }

    private String suggestion(UUID id, List<Exceedance> exceedances) {
        List<Exceedance> standing = exceedances.stream()
                .filter(Exceedance::stands)
                .map(Exceedance::asItStands)
                .toList();
        return standing.isEmpty() ? "" : SuggestedReason.of(clue(id).file().suspect(), standing);
    }

    private static CardList.Filter filter(String q, String state) {
        return new CardList.Filter(q, STATES.contains(state) ? state : "");
    }

    private static String done(UUID id, String what) {
        return "redirect:/enforcement/clues/" + id + "?done=" + what;
    }
}
