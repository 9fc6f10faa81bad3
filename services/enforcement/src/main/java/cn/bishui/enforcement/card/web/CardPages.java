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
import cn.bishui.enforcement.officer.Officer;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.web.NotFound;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;
    private final Clock clock;

    CardPages(
            CardList list,
            YellowCards cards,
            Clues clues,
            DraftCard draftCard,
            SignCard signCard,
            ReturnCard returnCard,
            MessageSource messages,
            Clock clock) {
        this.list = list;
        this.cards = cards;
        this.clues = clues;
        this.draftCard = draftCard;
        this.signCard = signCard;
        this.returnCard = returnCard;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/enforcement/cards")
    @PreAuthorize(Roles.MAY_READ)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request,
            HttpServletRequest address,
            Locale locale,
            Model model) {
        model.addAttribute("listing", list.page(filter(q, state), request));
        model.addAttribute("states", options("card.state.", STATES, locale));
        model.addAttribute("filtered", !q.isBlank() || !state.isEmpty());
        @Nullable String query = address.getQueryString();
        model.addAttribute("csv", "/enforcement/cards.csv" + (query == null ? "" : "?" + query));
        return "card/list";
    }

    @GetMapping("/enforcement/cards.csv")
    @PreAuthorize(Roles.MAY_READ)
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest order,
            Locale locale,
            HttpServletResponse response) {
        String[] heads = Stream.of("number", "clue", "unit", "code", "outlet", "state", "measure", "shown", "reason")
                .map(head -> text("card.csv." + head, locale))
                .toArray(String[]::new);
        String name = text("card.csv.name", locale) + "-" + LocalDate.now(clock) + ".csv";
        try (CsvDownload csv = CsvDownload.to(response, name, heads)) {
            list.forEach(
                    filter(q, state),
                    order,
                    row -> csv.row(
                            row.number(),
                            row.clueNumber(),
                            row.unitName(),
                            row.unit(),
                            row.outletInWords(),
                            text("card.state." + row.state(), locale),
                            row.measure() == null ? "" : text("measure." + row.measure(), locale),
                            row.shownOn(),
                            row.reason()));
        }
    }

    @GetMapping("/enforcement/clues/{id}/card")
    @PreAuthorize(Roles.MAY_DRAFT)
    String draftForm(@PathVariable UUID id, Locale locale, Model model) {
        CardSheet card = show(id, model);
        List<Exceedance> exceedances = clues.exceedances(id);
        String reason = card.reason() == null ? suggestion(id, exceedances) : card.reason();
        String measure = Objects.requireNonNullElse(card.measure(), Measure.LIMIT_PRODUCTION.id());
        model.addAttribute("form", new CardInput.DraftForm(reason, measure, card.version()));
        return draftForm(exceedances, id, locale, model);
    }

    @PostMapping("/enforcement/clues/{id}/card")
    @PreAuthorize(Roles.MAY_DRAFT)
    String draft(
            @PathVariable UUID id,
            @ModelAttribute("form") CardInput.DraftForm form,
            BindingResult errors,
            Actor actor,
            Locale locale,
            Model model) {
        Officer inspector = new Officer(actor);
        boolean drafted = Attempt.succeeds(errors, () -> {
            CardInput.Drafted read = form.read();
            draftCard.draft(id, form.version(), read.reason(), read.measure(), inspector);
        });
        if (drafted) {
            return done(id, "drafted");
        }
        show(id, model);
        return draftForm(clues.exceedances(id), id, locale, model);
    }

    private String draftForm(List<Exceedance> exceedances, UUID id, Locale locale, Model model) {
        model.addAttribute("exceedances", exceedances);
        model.addAttribute("suggestion", suggestion(id, exceedances));
        model.addAttribute(
                "measures",
                options(
                        "measure.",
                        Arrays.stream(Measure.values()).map(Measure::id).toList(),
                        locale));
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
        signCard.sign(id, form.read(), new Officer(actor));
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
        Officer head = new Officer(actor);
        boolean returned = Attempt.succeeds(errors, () -> {
            CardInput.Returned read = form.read();
            returnCard.giveBack(id, read.seen(), read.reason(), head);
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
        return SuggestedReason.of(clue(id).file().suspect(), exceedances);
    }

    private static CardList.Filter filter(String q, String state) {
        return new CardList.Filter(q, STATES.contains(state) ? state : "");
    }

    private Map<String, String> options(String prefix, List<String> values, Locale locale) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value, text(prefix + value, locale)));
        return options;
    }

    private static String done(UUID id, String what) {
        return "redirect:/enforcement/clues/" + id + "?done=" + what;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
