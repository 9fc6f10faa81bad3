package cn.bishui.permits.permit.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.permits.permit.DraftPermit;
import cn.bishui.permits.permit.GrantPermit;
import cn.bishui.permits.permit.ManagementType;
import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermitList;
import cn.bishui.permits.permit.Permits;
import cn.bishui.permits.permit.ReturnPermit;
import cn.bishui.permits.permit.RevisePermit;
import cn.bishui.permits.permit.SubmitPermit;
import cn.bishui.permits.unit.Unit;
import cn.bishui.permits.unit.Units;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PermitPages {

    /** A number in an address, so that the pages beside it keep their names. */
    private static final String NUMBER = "{number:[0-9A-Z]+}";

    private static final int FIRST_LINES = 6;
    private static final int MORE_LINES = 4;

    private final Permits permits;
    private final PermitList list;
    private final Units units;
    private final DraftPermit draftPermit;
    private final RevisePermit revisePermit;
    private final SubmitPermit submitPermit;
    private final GrantPermit grantPermit;
    private final ReturnPermit returnPermit;
    private final AuditReader audit;
    private final LegalClocks clocks;
    private final PermitTodo todo;

    PermitPages(
            Permits permits,
            PermitList list,
            Units units,
            DraftPermit draftPermit,
            RevisePermit revisePermit,
            SubmitPermit submitPermit,
            GrantPermit grantPermit,
            ReturnPermit returnPermit,
            AuditReader audit,
            LegalClocks clocks,
            PermitTodo todo) {
        this.permits = permits;
        this.list = list;
        this.units = units;
        this.draftPermit = draftPermit;
        this.revisePermit = revisePermit;
        this.submitPermit = submitPermit;
        this.grantPermit = grantPermit;
        this.returnPermit = returnPermit;
        this.audit = audit;
        this.clocks = clocks;
        this.todo = todo;
    }

    @GetMapping("/permits")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("listing", list.page(new PermitList.Filter(q.strip(), state), request));
        return "permit/list";
    }

    @GetMapping("/permits.csv")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    void download(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest order,
            HttpServletResponse response,
            Texts texts) {
        CsvDownload.send(
                response,
                texts.of("permits.title") + ".csv",
                texts.all(
                        "permit.number",
                        "unit.creditCode",
                        "unit.name",
                        "permit.managementType",
                        "permit.validFrom",
                        "permit.validTo",
                        "permit.state"),
                csv -> list.each(
                        new PermitList.Filter(q.strip(), state),
                        order,
                        row -> csv.row(
                                row.number(),
                                row.unit(),
                                row.unitName(),
                                texts.of("permit.managementType." + row.managementType()),
                                row.validFrom(),
                                row.validTo(),
                                texts.of("permit.state." + row.state()))));
    }

    @GetMapping("/permits/new")
    @PreAuthorize("hasRole('permits.clerk')")
    String newForm(@RequestParam String unit, Model model, Texts texts) {
        Unit holder = units.named(unit);
        PermitForm blank = new PermitForm(holder.code() + "001P", null, null, null, null, null);
        return form(holder, blank.withRoomFor(FIRST_LINES), model, texts);
    }

    @PostMapping("/permits/new")
    @PreAuthorize("hasRole('permits.clerk')")
    String draft(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String more,
            @ModelAttribute("form") PermitForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            Texts texts) {
        Unit holder = units.named(unit);
        if (more != null) {
            return form(holder, form.withRoomFor(MORE_LINES), model, texts);
        }
        if (Attempt.succeeds(errors, () -> draftPermit.draft(form.read(clocks), actor))) {
            return "redirect:/permits/" + form.read(clocks).number();
        }
        return form(holder, form, model, texts);
    }

    @GetMapping("/permits/" + NUMBER)
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    String permit(@PathVariable String number, Person person, Model model, Texts texts) {
        model.addAttribute("form", PermitApi.SentBack.EMPTY);
        return show(number, person, model, texts);
    }

    private String show(String number, Person person, Model model, Texts texts) {
        Permit permit = permits.named(number);
        Unit unit = units.named(permit.terms().number().unit().value());
        model.addAttribute("permit", PermitView.of(permit, unit));
        model.addAttribute("unit", unit);
        model.addAttribute("due", todo.due(permit));
        model.addAttribute("history", History.of(audit.about("permit/" + number), texts));
        model.addAttribute(
                "mayWrite", permit instanceof Permit.Open && person.roles().contains("permits.clerk"));
        model.addAttribute(
                "mayDecide",
                permit instanceof Permit.Submitted && person.roles().contains("permits.approver"));
        return "permit/permit";
    }

    @GetMapping("/permits/" + NUMBER + "/edit")
    @PreAuthorize("hasRole('permits.clerk')")
    String editForm(@PathVariable String number, Model model, Texts texts) {
        Permit permit = permits.named(number);
        return form(
                units.named(permit.terms().number().unit().value()),
                PermitForm.of(permit.terms(), permit.version()).withRoomFor(2),
                model,
                texts);
    }

    @PostMapping("/permits/" + NUMBER + "/edit")
    @PreAuthorize("hasRole('permits.clerk')")
    String revise(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String more,
            @ModelAttribute("form") PermitForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            Texts texts) {
        Unit holder = units.named(permits.named(number).terms().number().unit().value());
        if (more != null) {
            return form(holder, form.withRoomFor(MORE_LINES), model, texts);
        }
        PermitForm ofThis = form.withNumber(number);
        if (Attempt.succeeds(errors, () -> revisePermit.revise(ofThis.read(clocks), ofThis.seenVersion(), actor))) {
            return "redirect:/permits/" + number;
        }
        return form(holder, form, model, texts);
    }

    @PostMapping("/permits/" + NUMBER + "/submit")
    @PreAuthorize("hasRole('permits.clerk')")
    String submit(@PathVariable String number, @RequestParam long version, Actor actor) {
        submitPermit.submit(number, version, actor);
        return "redirect:/permits/" + number;
    }

    @PostMapping("/permits/" + NUMBER + "/grant")
    @PreAuthorize("hasRole('permits.approver')")
    String grant(@PathVariable String number, @RequestParam long version, Actor actor) {
        grantPermit.grant(number, version, actor);
        return "redirect:/permits/" + number;
    }

    @PostMapping("/permits/" + NUMBER + "/return")
    @PreAuthorize("hasRole('permits.approver')")
    String sendBack(
            @PathVariable String number,
            @ModelAttribute("form") PermitApi.SentBack form,
            BindingResult errors,
            Person person,
            Model model,
            Texts texts) {
        boolean sentBack = Attempt.succeeds(errors, () -> {
            PermitApi.SentBack.Read read = form.read();
            returnPermit.sendBack(number, read.seen(), read.reason(), person.actor());
        });
        return sentBack ? "redirect:/permits/" + number : show(number, person, model, texts);
    }

    private String form(Unit unit, PermitForm form, Model model, Texts texts) {
        model.addAttribute("unit", unit);
        // the same object keeps its errors, another one drops them
        model.addAttribute("form", form);
        model.addAttribute(
                "types",
                texts.options(
                        "permit.managementType.",
                        Arrays.stream(ManagementType.values())
                                .map(ManagementType::id)
                                .toList()));
        model.addAttribute("outlets", outlets(unit));
        model.addAttribute("pollutants", pollutants(texts));
        return "permit/form";
    }

    private static Map<String, String> outlets(Unit unit) {
        Map<String, String> labels = new LinkedHashMap<>();
        unit.outlets().forEach(outlet -> labels.put(outlet.code().value(), outlet.code() + " " + outlet.name()));
        return labels;
    }

    private static Map<String, String> pollutants(Texts texts) {
        Map<String, String> labels = new LinkedHashMap<>();
        Pollutants.all().stream()
                .filter(each -> !each.code().equals(Pollutant.FLOW))
                .forEach(each -> labels.put(
                        each.code(),
                        texts.either(each.nameZh(), each.nameEn())
                                + (each.judgedUnit().equals("1") ? "" : " (" + each.judgedUnit() + ")")));
        return labels;
    }
}
