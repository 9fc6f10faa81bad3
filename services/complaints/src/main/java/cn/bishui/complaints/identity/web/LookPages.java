package cn.bishui.complaints.identity.web;

import cn.bishui.web.Person;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.Formats;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who looked at whom, and why, for the supervisor. */
@Controller
class LookPages {

    private final LookViews looks;
    private final MessageSource messages;
    private final Clock clock;

    LookPages(LookViews looks, MessageSource messages, Clock clock) {
        this.looks = looks;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/complaints/looks")
    @PreAuthorize("hasRole('complaints.supervisor')")
    String list(
            @ModelAttribute("filter") LookFilter filter,
            ListRequest request,
            HttpServletRequest address,
            Locale locale,
            Model model) {
        Listing<LookView> listing = looks.page(filter, request);
        Map<String, String> bureaus = new HashMap<>();
        listing.rows()
                .forEach(look ->
                        bureaus.put(String.valueOf(look.bureau()), Person.bodyName(look.bureau(), null, locale)));
        model.addAttribute("listing", listing);
        model.addAttribute("bureaus", bureaus);
        model.addAttribute(
                "csv",
                "/complaints/looks.csv" + (address.getQueryString() == null ? "" : "?" + address.getQueryString()));
        return "identity/looks";
    }

    @GetMapping("/complaints/looks.csv")
    @PreAuthorize("hasRole('complaints.supervisor')")
    void download(@ModelAttribute LookFilter filter, HttpServletResponse response, Locale locale) {
        Formats formats = new Formats(clock, messages, locale);
        String[] heads = Stream.of("look.at", "look.complaint", "look.by", "look.bureau", "look.reason")
                .map(key -> text(key, locale))
                .toArray(String[]::new);
        CsvDownload.send(
                response,
                text("look.list", locale) + ".csv",
                heads,
                csv -> looks.each(
                        filter,
                        look -> csv.row(
                                formats.second(look.at()),
                                look.called(),
                                look.by(),
                                Person.bodyName(look.bureau(), null, locale),
                                look.reason())));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
