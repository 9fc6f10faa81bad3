package cn.bishui.disclosure.unit.web;

import cn.bishui.disclosure.card.Cards;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.Wanted;
import cn.bishui.disclosure.unit.Unit;
import cn.bishui.disclosure.unit.Units;
import cn.bishui.web.NotFound;
import cn.bishui.web.Public;
import cn.bishui.web.page.ListRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of units, and what is public of each. */
@Controller
@Public
class UnitPages {

    /** Days that a unit's page looks back. */
    private static final int DAYS = 30;

    private final Units units;
    private final Exceedances exceedances;
    private final Cards cards;
    private final Clock clock;

    UnitPages(Units units, Exceedances exceedances, Cards cards, Clock clock) {
        this.units = units;
        this.exceedances = exceedances;
        this.cards = cards;
        this.clock = clock;
    }

    /** A day and how many exceedances it had. */
    record Day(LocalDate date, long exceedances) {}

    @GetMapping("/units")
    String list(@RequestParam(required = false) @Nullable String q, ListRequest request, Model model) {
        model.addAttribute("listing", units.page(q == null || q.isBlank() ? null : q.strip(), request));
        return "unit/list";
    }

    @GetMapping("/units/{creditCode}")
    String file(@PathVariable String creditCode, ListRequest request, Model model) {
        Unit unit = units.find(creditCode)
                .or(() -> knownByName(creditCode))
                .orElseThrow(() -> new NotFound("unit", creditCode));
        model.addAttribute("unit", unit);
        model.addAttribute("listing", exceedances.page(Wanted.ofUnit(creditCode), request));
        model.addAttribute("cards", cards.after(new Cards.Wanted(null, null, creditCode), null, 20));
        model.addAttribute("days", days(creditCode));
        return "unit/file";
    }

    /** What was found may be known before the permit is: facts of different topics come in any order. */
    private Optional<Unit> knownByName(String creditCode) {
        return Optional.ofNullable(exceedances.unitName(creditCode))
                .or(() -> Optional.ofNullable(cards.unitName(creditCode)))
                .map(name -> new Unit(creditCode, name, "", List.of()));
    }

    /** Complete days only: the mean of today is known tomorrow. */
    private List<Day> days(String creditCode) {
        LocalDate today = LocalDate.now(clock);
        Map<LocalDate, Long> counts = exceedances.perDay(creditCode, today.minusDays(DAYS));
        return Stream.iterate(today.minusDays(DAYS), day -> day.plusDays(1))
                .limit(DAYS)
                .map(day -> new Day(day, counts.getOrDefault(day, 0L)))
                .toList();
    }
}
