package cn.bishui.disclosure.exceedance.web;

import cn.bishui.disclosure.exceedance.Exceedance;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.PollutantNames;
import cn.bishui.disclosure.exceedance.PublishedExceedance;
import cn.bishui.disclosure.exceedance.Wanted;
import cn.bishui.web.Public;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.InvalidInput;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of exceedances. */
@Controller
@Public
class ExceedancePages {

    private static final int CHUNK = 500;

    private final Exceedances exceedances;
    private final PollutantNames names;
    private final MessageSource messages;
    private final Clock clock;

    ExceedancePages(Exceedances exceedances, PollutantNames names, MessageSource messages, Clock clock) {
        this.exceedances = exceedances;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/exceedances")
    String list(
            @ModelAttribute("typed") Typed typed,
            ListRequest request,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("pollutants", pollutants(locale));
        try {
            model.addAttribute("listing", exceedances.page(typed.read(), request));
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", wrong.faults());
            model.addAttribute("listing", new Listing<PublishedExceedance>(List.of(), 0, ListRequest.first()));
        }
        return "exceedance/list";
    }

    @GetMapping("/exceedances.csv")
    void download(@ModelAttribute("typed") Typed typed, Locale locale, HttpServletResponse response) {
        Wanted wanted = typed.read();
        try (CsvDownload csv = CsvDownload.to(
                response,
                text("exceedance.file", locale) + "-" + LocalDate.now(clock) + ".csv",
                text("exceedance.day", locale),
                text("exceedance.unit", locale),
                text("exceedance.unit-code", locale),
                text("exceedance.outlet", locale),
                text("exceedance.pollutant", locale),
                text("exceedance.value", locale),
                text("exceedance.limit", locale),
                text("exceedance.unit-of-measure", locale),
                text("exceedance.multiple", locale),
                text("exceedance.status", locale),
                text("exceedance.published", locale))) {
            List<PublishedExceedance> chunk = exceedances.after(wanted, null, CHUNK);
            while (!chunk.isEmpty()) {
                chunk.forEach(each -> write(csv, each, locale));
                Exceedance last = chunk.getLast().exceedance();
                chunk = exceedances.after(wanted, new Exceedances.Place(last.day(), last.id()), CHUNK);
            }
        }
    }

    private void write(CsvDownload csv, PublishedExceedance published, Locale locale) {
        Exceedance each = published.exceedance();
        csv.row(
                each.day(),
                each.unitName(),
                each.unit(),
                each.outlet() + " " + each.outletName(),
                names.of(each.pollutant(), each.pollutantName(), locale),
                each.value(),
                each.writtenLimit(),
                each.writtenUnit(),
                each.multiple(),
                text("case." + published.status().code(), locale),
                published.publishedAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    private Map<String, String> pollutants(Locale locale) {
        Map<String, String> options = new LinkedHashMap<>();
        exceedances.pollutants().forEach((code, name) -> options.put(code, names.of(code, name, locale)));
        return options;
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
