package cn.bishui.monitoring.duty.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.duty.AcknowledgeAlert;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Everything that waits for the officer on duty, by age. */
@Controller
class AlertPages {

    private final AlertTable table;
    private final AcknowledgeAlert acknowledgeAlert;

    AlertPages(AlertTable table, AcknowledgeAlert acknowledgeAlert) {
        this.table = table;
        this.acknowledgeAlert = acknowledgeAlert;
    }

    @GetMapping("/monitoring/alerts")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("form", AlertForm.EMPTY);
        return list(AlertTable.Filter.of(q, kind, state), request, texts, model);
    }

    private String list(AlertTable.Filter filter, ListRequest request, Texts texts, Model model) {
        model.addAttribute("listing", table.page(filter, request, texts));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", texts.options("alert.kind.", table.kinds()));
        return "duty/alerts";
    }

    @GetMapping("/monitoring/alerts.csv")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("alert.title") + ".csv",
                texts.all(
                        "alert.since",
                        "alert.kind",
                        "device.mn",
                        "device.place",
                        "alert.about",
                        "alert.due",
                        "alert.seen-at",
                        "alert.seen-by",
                        "alert.note"),
                csv -> table.each(
                        AlertTable.Filter.of(q, kind, state),
                        order,
                        texts,
                        row -> csv.row(
                                row.since(),
                                texts.of("alert.kind." + row.kind()),
                                row.mn(),
                                row.place(),
                                row.words(),
                                row.due(),
                                row.seenAt(),
                                row.seenBy(),
                                row.note())));
    }

    @PostMapping("/monitoring/alerts/acknowledge")
    @PreAuthorize("hasRole('monitoring.duty')")
    String acknowledge(
            @ModelAttribute("form") AlertForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(required = false) @Nullable String state,
            ListRequest request,
            Texts texts,
            Model model,
            Actor actor) {
        boolean noted = Attempt.succeeds(errors, () -> {
            AlertForm.Seen seen = form.read();
            acknowledgeAlert.acknowledge(seen.kind(), seen.ref(), seen.note(), actor);
        });
        AlertTable.Filter filter = AlertTable.Filter.of(q, only, state);
        return noted ? "redirect:" + address(filter, request, texts) : list(filter, request, texts, model);
    }

    /** The list as it was seen; the last page that has rows, where the one that was seen has none left. */
    private String address(AlertTable.Filter filter, ListRequest request, Texts texts) {
        long page = Math.min(
                request.page(),
                request.page() == 1 ? 1 : table.page(filter, request, texts).pages());
        UriComponentsBuilder list = UriComponentsBuilder.fromPath("/monitoring/alerts");
        if (!filter.q().isEmpty()) {
            list.queryParam("q", "{q}");
        }
        if (!filter.kind().isEmpty()) {
            list.queryParam("kind", "{kind}");
        }
        if (filter.state().equals("all")) {
            list.queryParam("state", "all");
        }
        if (request.sort() != null) {
            list.queryParam("sort", "{sort}");
        }
        if (request.size() != ListRequest.DEFAULT_SIZE) {
            list.queryParam("size", request.size());
        }
        if (page > 1) {
            list.queryParam("page", page);
        }
        return list.encode()
                .buildAndExpand(Map.of(
                        "q", filter.q(),
                        "kind", filter.kind(),
                        "sort", (request.descending() ? "-" : "") + request.sort()))
                .toUriString();
    }
}
