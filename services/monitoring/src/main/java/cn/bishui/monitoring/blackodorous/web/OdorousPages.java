package cn.bishui.monitoring.blackodorous.web;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.blackodorous.BodyGrading;
import cn.bishui.monitoring.blackodorous.BodyGradings;
import cn.bishui.monitoring.blackodorous.EnterRounds;
import cn.bishui.monitoring.blackodorous.EnterRounds.Entry;
import cn.bishui.monitoring.blackodorous.GradeBody;
import cn.bishui.monitoring.blackodorous.Round;
import cn.bishui.monitoring.blackodorous.Rounds;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Reading;
import cn.bishui.monitoring.openjudge.Sheet;
import cn.bishui.monitoring.openjudge.SheetFaults;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.standards.blackodorous.BlackOdorous;
import cn.bishui.standards.blackodorous.Observation;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.form.Input;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Black-odorous waters: their points, rounds and grades. */
@Controller
class OdorousPages {

    private static final String PATH = "/monitoring/odorous";
    private static final String API = "/api/monitoring/v1/odorous";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.analyst', 'monitoring.reviewer', 'monitoring.lab-head')";
    private static final String ENTER = "hasRole('monitoring.analyst')";
    private static final String GRADE = "hasAnyRole('monitoring.reviewer', 'monitoring.lab-head')";
    private static final int SHOWN_DAYS = 60;
    private static final String POINT = "点位编码";
    private static final String DAY = "检测日期";
    private static final String REMARK = "备注";
    private static final String REASON = "备注更正理由";
    private static final String CLEAR = "见底";

    private final OdorousTable table;
    private final Rounds rounds;
    private final BodyGradings gradings;
    private final EnterRounds enterRounds;
    private final GradeBody gradeBody;
    private final Sites sites;
    private final Clock clock;

    OdorousPages(
            OdorousTable table,
            Rounds rounds,
            BodyGradings gradings,
            EnterRounds enterRounds,
            GradeBody gradeBody,
            Sites sites,
            Clock clock) {
        this.table = table;
        this.rounds = rounds;
        this.gradings = gradings;
        this.enterRounds = enterRounds;
        this.gradeBody = gradeBody;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String list(Model model) {
        model.addAttribute("bodies", table.bodies());
        return "blackodorous/list";
    }

    @GetMapping(PATH + "/{water}")
    @PreAuthorize(READ)
    String show(
            @PathVariable String water,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Model model) {
        LocalDate last = to == null ? table.lastRound(water).orElseGet(() -> LocalDate.now(clock)) : to;
        LocalDate first = from == null || from.isAfter(last) ? last.minusDays(SHOWN_DAYS) : from;
        return show(
                water,
                first,
                last,
                new RoundForm(LocalDate.now(clock).toString(), null, null, first.toString(), last.toString()),
                model);
    }

    private String show(String water, LocalDate from, LocalDate to, RoundForm form, Model model) {
        Site body = body(water);
        model.addAttribute("site", body);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("points", rounds.points(water, from, to));
        model.addAttribute("gradings", gradings.of(water));
        model.addAttribute(
                "outdated",
                gradings.outdated().stream().map(each -> each.grading().id()).toList());
        model.addAttribute("indicators", BlackOdorous.indicators());
        model.addAttribute("form", form);
        return "blackodorous/show";
    }

    private Site body(String water) {
        return sites.find(water)
                .filter(each -> each.description().kind() == SiteKind.WATER_BODY)
                .orElseThrow(() -> new NotFound("site", water));
    }

    @GetMapping(PATH + "/{water}/rounds.csv")
    @PreAuthorize(READ)
    void csv(
            @PathVariable String water,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Texts texts,
            HttpServletResponse response) {
        Site body = body(water);
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusYears(1) : from;
        CsvDownload.send(
                response,
                body.description().name() + "-" + first + "-" + last + ".csv",
                Stream.concat(
                                Stream.of(texts.all("odorous.point", "site.code", "odorous.day")),
                                Stream.concat(
                                        BlackOdorous.indicators().stream()
                                                .map(each -> texts.either(
                                                                each.item().zh(),
                                                                each.item().en())
                                                        + " (" + each.item().unit() + ")"),
                                        Stream.of(texts.all("odorous.depth", "odorous.clear", "odorous.revision"))))
                        .toArray(String[]::new),
                csv -> rounds.points(water, first, last)
                        .forEach(point -> point.rounds().forEach(each -> csv.row(row(point, each, texts)))));
    }

    private static Object[] row(Rounds.Point point, Round each, Texts texts) {
        Observation found = each.found();
        return new Object[] {
            point.name(),
            point.code(),
            found.day(),
            or(found.transparency()),
            or(found.oxygen()),
            or(found.redox()),
            or(found.ammonia()),
            or(found.depth()),
            found.clearToGround() ? texts.of("odorous.clear") : "",
            each.revision()
        };
    }

    private static Object or(@Nullable BigDecimal number) {
        return number == null ? "" : number;
    }

    @GetMapping(PATH + "/{water}/{from}/{to}")
    @PreAuthorize(READ)
    String grading(@PathVariable String water, @PathVariable LocalDate from, @PathVariable LocalDate to, Model model) {
        List<BodyGrading> revisions = gradings.of(water, from, to);
        if (revisions.isEmpty()) {
            throw new NotFound("assessment", water + "/" + from + "/" + to);
        }
        model.addAttribute("site", body(water));
        model.addAttribute("revisions", revisions);
        return "blackodorous/grading";
    }

    @PostMapping(PATH + "/{water}/rounds")
    @PreAuthorize(ENTER)
    String enter(
            @PathVariable String water,
            @ModelAttribute("form") RoundForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        boolean done = Attempt.succeeds(errors, () -> entered(form.entries(), actor));
        LocalDate today = LocalDate.now(clock);
        return done ? "redirect:" + PATH + "/" + water : show(water, today.minusDays(SHOWN_DAYS), today, form, model);
    }

    /** The first fault is the form's, which has one day only. */
    private void entered(List<Entry> entries, Actor actor) {
        try {
            enterRounds.enter(entries, actor);
        } catch (EnterRounds.Refused refused) {
            throw refused.faults().getFirst().why();
        }
    }

    @PostMapping(PATH + "/{water}/grades")
    @PreAuthorize(GRADE)
    String grade(
            @PathVariable String water,
            @ModelAttribute("form") RoundForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        boolean done = Attempt.succeeds(errors, () -> {
            RoundForm.Span span = form.span();
            gradeBody.grade(water, span.from(), span.to(), actor);
        });
        LocalDate today = LocalDate.now(clock);
        return done ? "redirect:" + PATH + "/" + water : show(water, today.minusDays(SHOWN_DAYS), today, form, model);
    }

    @GetMapping(PATH + "/import")
    @PreAuthorize(ENTER)
    String form(Model model) {
        return imported("", List.of(), model);
    }

    @GetMapping(PATH + "/import/template.csv")
    @PreAuthorize(ENTER)
    void template(Texts texts, HttpServletResponse response) {
        List<Item> items = BlackOdorous.indicators().stream()
                .map(BlackOdorous.Indicator::item)
                .toList();
        CsvDownload.send(
                response,
                texts.of("odorous.template") + ".csv",
                Stream.of(
                                Stream.of(POINT, DAY),
                                items.stream().map(each -> each.zh() + "(" + each.unit() + ")"),
                                Stream.of("水深(cm)", REMARK, REASON))
                        .flatMap(each -> each)
                        .toArray(String[]::new),
                csv -> {});
    }

    @PostMapping(PATH + "/import")
    @PreAuthorize(ENTER)
    String take(@RequestParam(required = false) @Nullable String table, Texts texts, Model model, Actor actor) {
        String text = table == null ? "" : table;
        SheetFaults faults = new SheetFaults(texts);
        Map<Integer, Sheet.Row> rows = new HashMap<>();
        try {
            Items items = Items.of(Water.BLACK_ODOROUS, WaterType.RIVER, LocalDate.now(clock));
            Sheet sheet = Sheet.read(Sheet.lines(text), Water.BLACK_ODOROUS, items);
            sheet.faults().forEach(faults::add);
            List<Entry> entries = new ArrayList<>();
            for (Sheet.Row row : sheet.rows()) {
                rows.put(row.number(), row);
                entry(row, faults).ifPresent(entries::add);
            }
            if (faults.isEmpty()) {
                enterRounds.enter(entries, actor);
                return "redirect:" + PATH;
            }
        } catch (EnterRounds.Refused refused) {
            refused.faults()
                    .forEach(each -> faults.add(
                            Objects.requireNonNull(rows.get(each.number())), column(each.why()), each.why()));
        } catch (RuleBroken broken) {
            return imported(text, List.of(SheetFaults.words(broken, texts)), model);
        }
        return imported(text, faults.words(), model);
    }

    private static List<String> column(RuleBroken broken) {
        return switch (broken.code()) {
            case "odorous.point-unknown", "odorous.point-not-in-use" -> List.of(POINT);
            case "odorous.future", "odorous.twice" -> List.of(DAY);
            case "odorous.reason" -> List.of(REASON);
            default -> List.of();
        };
    }

    /** Nothing where something of the row cannot be used. */
    private static Optional<Entry> entry(Sheet.Row row, SheetFaults faults) {
        Optional<String> point = faults.read(row, List.of(POINT), typed -> {
            if (typed.isEmpty()) {
                throw RuleBroken.invalid("import.site");
            }
            return typed;
        });
        Optional<LocalDate> on = faults.read(row, List.of(DAY), OdorousPages::day);
        if (point.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = on.get();
        Map<String, Measured> values = row.values();
        return Optional.of(new Entry(
                row.number(),
                point.get(),
                new Observation(
                        day,
                        number("transparency", values, day),
                        row.depth(),
                        row.labels().getOrDefault(REMARK, "").contains(CLEAR),
                        number("oxygen", values, day),
                        number("redox", values, day),
                        number("ammonia", values, day)),
                row.labels().getOrDefault(REASON, "")));
    }

    private static LocalDate day(String typed) {
        try {
            return Water.BLACK_ODOROUS.heldOn(Input.date(typed.replace('/', '-')));
        } catch (RuleBroken notADay) {
            throw RuleBroken.invalid("odorous.import-day", Reading.shown(typed));
        }
    }

    private static @Nullable BigDecimal number(String indicator, Map<String, Measured> values, LocalDate day) {
        Measured measured = BlackOdorous.indicators().stream()
                .filter(each -> each.id().equals(indicator))
                .findFirst()
                .map(each -> values.get(each.item().key()))
                .orElse(null);
        return measured == null ? null : RoundForm.number(measured, day);
    }

    private static String imported(String table, List<String> faults, Model model) {
        model.addAttribute("table", table);
        model.addAttribute("faults", faults);
        return "blackodorous/import";
    }

    /** What a program gets of a body. */
    record Body(String water, List<BodyGrading> gradings) {}

    /** How many values are new or other than before. */
    record Taken(int changed) {}

    @GetMapping(API + "/{water}")
    @PreAuthorize(READ)
    @ResponseBody
    Body api(@PathVariable String water) {
        return new Body(body(water).code(), gradings.of(water));
    }

    @PostMapping(API + "/{water}/rounds")
    @PreAuthorize(ENTER)
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    Taken enter(@PathVariable String water, @RequestBody RoundForm form, Actor actor) {
        body(water);
        try {
            return new Taken(enterRounds.enter(form.entries(), actor));
        } catch (EnterRounds.Refused refused) {
            throw refused.faults().getFirst().why();
        }
    }

    @PostMapping(API + "/{water}/grades")
    @PreAuthorize(GRADE)
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    BodyGrading grade(@PathVariable String water, @RequestBody RoundForm form, Actor actor) {
        RoundForm.Span span = form.span();
        return gradeBody.grade(water, span.from(), span.to(), actor);
    }
}
