package cn.bishui.disclosure.home.web;

import cn.bishui.disclosure.card.Card;
import cn.bishui.disclosure.card.Cards;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.PublishedExceedance;
import cn.bishui.disclosure.unit.Units;
import cn.bishui.web.Public;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: today's state in one sentence, the map, three numbers, the latest of each, how to report. */
@Controller
@Public
class HomePage {

    /** Days that count as lately, today among them. */
    private static final int LATELY = 30;

    private static final int EXCEEDANCES = 6;
    private static final int CARDS = 3;

    private final Exceedances exceedances;
    private final Cards cards;
    private final Units units;
    private final Clock clock;

    HomePage(Exceedances exceedances, Cards cards, Units units, Clock clock) {
        this.exceedances = exceedances;
        this.cards = cards;
        this.units = units;
        this.clock = clock;
    }

    /** Three numbers, each with the days it is of. */
    record Figures(long outlets, LocalDate today, long exceedances, LocalDate since, long cards, LocalDate newYear) {}

    @GetMapping("/")
    String home(Model model) {
        LocalDate today = LocalDate.now(clock);
        Instant midnight = today.atStartOfDay(clock.getZone()).toInstant();
        LocalDate since = today.minusDays(LATELY - 1);
        LocalDate newYear = today.withDayOfYear(1);
        List<PublishedExceedance> newest = exceedances.newest(EXCEEDANCES);
        List<Card> shown = cards.after(Cards.Wanted.ALL, null, CARDS);
        List<Units.Place> places = units.places(since);
        model.addAttribute("tally", exceedances.publishedSince(midnight));
        model.addAttribute("cardsToday", cards.publishedSince(midnight));
        model.addAttribute("newest", newest);
        model.addAttribute("cards", shown);
        model.addAttribute("places", places);
        model.addAttribute(
                "figures",
                new Figures(
                        places.size(),
                        today,
                        exceedances.onDays(since, today),
                        since,
                        cards.shownSince(newYear),
                        newYear));
        return "home/home";
    }
}
