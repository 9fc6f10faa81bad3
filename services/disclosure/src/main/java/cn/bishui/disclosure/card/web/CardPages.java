package cn.bishui.disclosure.card.web;

import cn.bishui.disclosure.card.Card;
import cn.bishui.disclosure.card.Cards;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.PublishedExceedance;
import cn.bishui.web.Public;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cards, each with the exceedances it was shown for. */
@Controller
@Public
class CardPages {

    private static final int CHUNK = 500;

    private final Cards cards;
    private final Exceedances exceedances;
    private final MessageSource messages;
    private final Clock clock;

    CardPages(Cards cards, Exceedances exceedances, MessageSource messages, Clock clock) {
        this.cards = cards;
        this.exceedances = exceedances;
        this.messages = messages;
        this.clock = clock;
    }

    /** A card and what is known of the exceedances it was shown for. */
    record Shown(Card card, List<PublishedExceedance> exceedances) {}

    @GetMapping("/cards")
    String list(@RequestParam(required = false) @Nullable String unit, ListRequest request, Model model) {
        Listing<Card> listing = cards.page(wanted(unit), request);
        model.addAttribute("listing", listing);
        model.addAttribute("unit", unit);
        model.addAttribute("cards", withExceedances(listing.rows()));
        return "card/list";
    }

    @GetMapping("/cards.csv")
    void download(@RequestParam(required = false) @Nullable String unit, Locale locale, HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                text("card.file", locale) + "-" + LocalDate.now(clock) + ".csv",
                text("card.number", locale),
                text("card.colour", locale),
                text("card.unit", locale),
                text("card.unit-code", locale),
                text("card.shown", locale),
                text("card.measure", locale),
                text("card.reason", locale))) {
            List<Card> chunk = cards.after(wanted(unit), null, CHUNK);
            while (!chunk.isEmpty()) {
                for (Card card : chunk) {
                    csv.row(
                            card.number(),
                            text("web.card." + card.colour().code(), locale),
                            card.unitName(),
                            card.unit(),
                            card.shownOn(),
                            messages.getMessage("card.measure." + card.measure(), null, card.measure(), locale),
                            card.reason());
                }
                Card last = chunk.getLast();
                chunk = cards.after(wanted(unit), new Cards.Place(last.shownOn(), last.number()), CHUNK);
            }
        }
    }

    private static Cards.Wanted wanted(@Nullable String unit) {
        return unit == null || unit.isBlank() ? Cards.Wanted.ALL : new Cards.Wanted(null, null, unit.strip());
    }

    private List<Shown> withExceedances(List<Card> rows) {
        List<String> ids =
                rows.stream().flatMap(card -> card.exceedances().stream()).toList();
        Map<String, PublishedExceedance> known = exceedances.byId(ids).stream()
                .collect(Collectors.toMap(each -> each.exceedance().id(), Function.identity()));
        return rows.stream()
                .map(card -> new Shown(
                        card,
                        known.values().stream()
                                .filter(each -> card.exceedances()
                                        .contains(each.exceedance().id()))
                                .sorted((one, other) -> other.exceedance()
                                        .day()
                                        .compareTo(one.exceedance().day()))
                                .toList()))
                .toList();
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
