package cn.bishui.monitoring.sign.web;

import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.onsite.OnSiteSamples;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.monitoring.sign.Evidence;
import cn.bishui.monitoring.sign.Found;
import cn.bishui.monitoring.sign.Observation;
import cn.bishui.monitoring.sign.Sign;
import cn.bishui.monitoring.sign.SignRules;
import cn.bishui.monitoring.sign.Suspicion;
import cn.bishui.monitoring.sign.Suspicions;
import cn.bishui.monitoring.sign.VerifyEvidence;
import cn.bishui.monitoring.sign.Window;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rule;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.History;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Suspicions for people. */
@Controller
class SignPages {

    /** Not every reader: nobody is to be warned before somebody has decided. */
    static final String MAY_READ =
            "hasAnyRole('monitoring.duty', 'monitoring.device-admin', 'enforcement.inspector', 'enforcement.head')";

    private static final List<String> STATES = List.of("open", "found", "handed-over", "dismissed", "case-filed");
    private static final int MOST_SHOWN = 100;
    private static final int MOST_AROUND_HOURS = 24 * 7;

    /** Fewer hour records show nothing of how it usually is. */
    private static final int LEAST_HOURS_AROUND = 12;

    /** What a chart is drawn of, the finest last. */
    private static final List<Integer> CHARTED = List.of(Window.REALTIME, Window.MINUTES, Window.HOUR, Window.DAY);

    private final SignTable table;
    private final Suspicions suspicions;
    private final VerifyEvidence verifyEvidence;
    private final KeptRecords records;
    private final OnSiteSamples samples;
    private final SignRules rules;
    private final AuditReader audit;
    private final JsonMapper json;
    private final Clock clock;

    SignPages(
            SignTable table,
            Suspicions suspicions,
            VerifyEvidence verifyEvidence,
            KeptRecords records,
            OnSiteSamples samples,
            SignRules rules,
            AuditReader audit,
            JsonMapper json,
            Clock clock) {
        this.table = table;
        this.suspicions = suspicions;
        this.verifyEvidence = verifyEvidence;
        this.records = records;
        this.samples = samples;
        this.rules = rules;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    static SignTable.Filter filter(String q, String sign, String state) {
        return new SignTable.Filter(
                q.strip(), Sign.find(sign).map(Sign::name).orElse(""), STATES.contains(state) ? state : "");
    }

    private static Map<String, String> names(Texts texts) {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Sign.values())
                .forEach(
                        each -> names.put(each.name(), each.name() + " " + texts.either(each.nameZh(), each.nameEn())));
        return names;
    }

    @GetMapping("/monitoring/signs")
    @PreAuthorize(MAY_READ)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sign,
            @RequestParam(defaultValue = "") String state,
            ListRequest request,
            Texts texts,
            Model model) {
        SignTable.Filter filter = filter(q, sign, state);
        model.addAttribute("listing", table.page(filter, request));
        model.addAttribute("signs", names(texts));
        model.addAttribute("states", texts.options("sign.state.", STATES));
        model.addAttribute("filtered", !filter.isEmpty());
        return "sign/list";
    }

    @GetMapping("/monitoring/signs.csv")
    @PreAuthorize(MAY_READ)
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sign,
            @RequestParam(defaultValue = "") String state,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("sign.title") + "-" + LocalDate.now(clock) + ".csv",
                texts.all(
                        "sign.id",
                        "sign.sign",
                        "sign.name",
                        "device.mn",
                        "device.unit",
                        "device.unit.code",
                        "device.outlet",
                        "day.pollutant",
                        "sign.from",
                        "sign.until",
                        "sign.found",
                        "sign.finding",
                        "sign.state",
                        "sign.count",
                        "sign.last",
                        "sign.rule-version",
                        "sign.hash",
                        "sign.records",
                        "sign.clue",
                        "sign.outcome"),
                csv -> table.each(
                        filter(q, sign, state),
                        order,
                        row -> csv.row(
                                row.id(),
                                row.sign().name(),
                                row.name(texts.locale()),
                                row.mn(),
                                row.unitName(),
                                row.unit(),
                                row.outlet(),
                                row.pollutantName(texts.locale()),
                                row.from(),
                                row.until(),
                                row.foundAt(),
                                row.finding(texts.locale()),
                                texts.of("sign.state." + row.state()),
                                row.count(),
                                row.lastSeen(),
                                row.ruleVersion(),
                                row.evidenceHash(),
                                row.records(),
                                row.clueNumber(),
                                row.outcome())));
    }

    @GetMapping("/monitoring/signs/rules")
    @PreAuthorize(MAY_READ)
    String rules(Model model) {
        model.addAttribute("signs", Sign.values());
        model.addAttribute("thresholds", rules.on(LocalDate.now(clock)));
        return "sign/rules";
    }

    @GetMapping("/monitoring/signs/{id}")
    @PreAuthorize(MAY_READ)
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean verify, Texts texts, Model model) {
        Suspicion suspicion = find(id);
        Found found = suspicion.found();
        Evidence evidence = suspicions.evidence(id);
        model.addAttribute("suspicion", suspicion);
        model.addAttribute("found", found);
        model.addAttribute(
                "name", texts.either(found.sign().nameZh(), found.sign().nameEn()));
        model.addAttribute("finding", texts.either(found.zh(), found.en()));
        model.addAttribute("pollutantName", SignTable.nameOf(found.pollutant(), texts.locale()));
        List<Rule> figures =
                rules.on(LocalDate.ofInstant(found.foundAt(), clock.getZone())).of(found.sign());
        model.addAttribute("rule", figures.getFirst());
        model.addAttribute("sample", found.sample().flatMap(samples::find).orElse(null));
        model.addAttribute("numbers", labelled(found, figures, texts));
        model.addAttribute(
                "shown",
                evidence.rows().subList(0, Math.min(MOST_SHOWN, evidence.rows().size())));
        model.addAttribute("chart", chart(found, evidence, texts).orElse(null));
        model.addAttribute("verdict", verify ? verifyEvidence.verify(id).orElse(null) : null);
        model.addAttribute("history", History.of(audit.about(Found.subject(id)), texts));
        return "sign/show";
    }

    /** The figures under the names by which people know them. */
    private static Map<String, String> labelled(Found found, List<Rule> figures, Texts texts) {
        Map<String, String> labelled = new LinkedHashMap<>();
        found.sortedNumbers().forEach((name, value) -> {
            Optional<Rule> figure =
                    figures.stream().filter(each -> each.id().equals(name)).findFirst();
            String label = figure.map(each -> each.id() + " " + texts.either(each.zh(), each.en()))
                    .orElseGet(() -> texts.orWord("sign.number.", name));
            if (!value.isEmpty()) {
                labelled.put(label, figure.isPresent() ? withUnit(value, texts) : value);
            }
        });
        return labelled;
    }

    /** A figure as it was frozen, its unit in the language of the page: {@code 2 hours}. */
    private static String withUnit(String figure, Texts texts) {
        int space = figure.indexOf(' ');
        return space < 0
                ? figure
                : figure.substring(0, space + 1) + texts.orWord("sign.unit.", figure.substring(space + 1));
    }

    private Optional<String> chart(Found found, Evidence evidence, Texts texts) {
        Optional<Integer> cn = CHARTED.stream()
                .filter(each -> evidence.rows().stream().anyMatch(row -> row.cn() == each))
                .findFirst();
        Optional<Pollutant> pollutant = Pollutants.find(found.pollutant() == null ? Pollutant.FLOW : found.pollutant());
        if (cn.isEmpty() || pollutant.isEmpty()) {
            return Optional.empty();
        }
        Duration length = Duration.between(found.from(), found.until());
        int least = cn.get() == Window.HOUR ? LEAST_HOURS_AROUND : 1;
        long hours = Math.clamp(length.toHours() / 2, least, MOST_AROUND_HOURS);
        LocalDateTime from = found.from().minusHours(hours);
        LocalDateTime until = found.until().plusHours(hours);
        List<KeptRecord> around = records.between(found.device(), cn.get(), from, until);
        SignChart drawn = SignChart.of(
                pollutant.get(),
                evidence,
                cn.get(),
                around,
                texts.of("sign.chart.frozen"),
                texts.of("sign.chart.around"));
        return drawn.series().isEmpty() ? Optional.empty() : Optional.of(json.writeValueAsString(drawn));
    }

    @GetMapping("/monitoring/signs/{id}/evidence.csv")
    @PreAuthorize(MAY_READ)
    void evidence(@PathVariable UUID id, Texts texts, HttpServletResponse response) {
        Suspicion suspicion = find(id);
        CsvDownload.send(
                response,
                suspicion.found().sign() + "-" + suspicion.found().mn() + "-" + id + ".csv",
                texts.all(
                        "sign.evidence.place",
                        "sign.evidence.cn",
                        "packet.data-time",
                        "packet.received",
                        "sign.evidence.part",
                        "sign.evidence.version",
                        "sign.evidence.layout",
                        "sign.evidence.numbers"),
                csv -> {
                    int place = 0;
                    for (Evidence.Row row : suspicions.evidence(id).rows()) {
                        place++;
                        csv.row(
                                place,
                                row.cn() == Observation.SILENCES ? texts.of("sign.silence") : row.cn(),
                                row.dataTime(),
                                row.receivedAt(),
                                row.part(),
                                row.version(),
                                row.layout(),
                                row.numbers());
                    }
                });
    }

    private Suspicion find(UUID id) {
        return suspicions.find(id).orElseThrow(() -> new NotFound("suspicion", id));
    }
}
