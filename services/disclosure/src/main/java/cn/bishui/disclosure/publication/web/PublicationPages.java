package cn.bishui.disclosure.publication.web;

import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Publication;
import cn.bishui.disclosure.publication.Publications;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows editors what was published, when it happened, and how long that took. */
@Controller
class PublicationPages {

    private static final int CHUNK = 500;

    private final Publications publications;
    private final MessageSource messages;
    private final Clock clock;

    PublicationPages(Publications publications, MessageSource messages, Clock clock) {
        this.publications = publications;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/disclosure")
    @PreAuthorize("hasRole('disclosure.editor')")
    String list(@RequestParam(required = false) Notice.@Nullable Kind kind, ListRequest request, Model model) {
        model.addAttribute("listing", publications.page(kind, request));
        model.addAttribute("kinds", Notice.Kind.values());
        model.addAttribute("kind", kind);
        return "publication/list";
    }

    @GetMapping("/disclosure/publications.csv")
    @PreAuthorize("hasRole('disclosure.editor')")
    void download(
            @RequestParam(required = false) Notice.@Nullable Kind kind, HttpServletResponse response, Locale locale) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                text("publication.file", locale) + "-" + LocalDate.now(clock) + ".csv",
                text("publication.about", locale),
                text("publication.kind", locale),
                text("publication.happened", locale),
                text("publication.told", locale),
                text("publication.published", locale),
                text("publication.delay", locale),
                text("publication.event", locale))) {
            List<Publication> chunk = publications.before(kind, null, CHUNK);
            while (!chunk.isEmpty()) {
                for (Publication each : chunk) {
                    csv.row(
                            each.notice().about(),
                            each.source().type(),
                            each.notice().happenedAt(),
                            each.source().toldAt(),
                            each.publishedAt(),
                            each.delay().toMillis() / 1000.0,
                            each.source().eventId());
                }
                chunk = publications.before(kind, chunk.getLast(), CHUNK);
            }
        }
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, locale));
    }
}
