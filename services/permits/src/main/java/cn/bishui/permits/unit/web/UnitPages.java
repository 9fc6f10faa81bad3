package cn.bishui.permits.unit.web;

import cn.bishui.audit.Actor;
import cn.bishui.permits.unit.AddOutlet;
import cn.bishui.permits.unit.RegisterUnit;
import cn.bishui.permits.unit.Unit;
import cn.bishui.permits.unit.UnitList;
import cn.bishui.permits.unit.Units;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
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
class UnitPages {

    private final Units units;
    private final UnitList list;
    private final RegisterUnit registerUnit;
    private final AddOutlet addOutlet;

    UnitPages(Units units, UnitList list, RegisterUnit registerUnit, AddOutlet addOutlet) {
        this.units = units;
        this.list = list;
        this.registerUnit = registerUnit;
        this.addOutlet = addOutlet;
    }

    @GetMapping("/permits/units")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    String list(@RequestParam(defaultValue = "") String q, ListRequest request, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("listing", list.page(q.strip(), request));
        return "unit/list";
    }

    @GetMapping("/permits/units.csv")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    void download(
            @RequestParam(defaultValue = "") String q, ListRequest order, HttpServletResponse response, Texts texts) {
        CsvDownload.send(
                response,
                texts.of("permits.units") + ".csv",
                texts.all("unit.creditCode", "unit.name", "unit.trade", "unit.outlets", "unit.permitted"),
                csv -> list.each(
                        q.strip(),
                        order,
                        row -> csv.row(
                                row.code(),
                                row.name(),
                                row.trade(),
                                row.outlets(),
                                texts.of(row.permitted() ? "unit.permitted.yes" : "unit.permitted.no"))));
    }

    @GetMapping("/permits/units/new")
    @PreAuthorize("hasRole('permits.clerk')")
    String form(Model model) {
        model.addAttribute("form", UnitForm.EMPTY);
        return "unit/new";
    }

    @PostMapping("/permits/units")
    @PreAuthorize("hasRole('permits.clerk')")
    String register(@ModelAttribute("form") UnitForm form, BindingResult errors, Actor actor) {
        return Attempt.succeeds(errors, () -> registerUnit.register(form.read(), actor))
                ? "redirect:/permits/units/" + form.read().code()
                : "unit/new";
    }

    @GetMapping("/permits/units/{code}")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    String unit(@PathVariable String code, Model model) {
        Unit unit = units.named(code);
        model.addAttribute("unit", UnitView.of(unit));
        model.addAttribute("permits", list.permitsOf(unit.code()));
        return "unit/unit";
    }

    @GetMapping("/permits/units/{code}/outlets/new")
    @PreAuthorize("hasRole('permits.clerk')")
    String outletForm(@PathVariable String code, Model model) {
        model.addAttribute("unit", UnitView.of(units.named(code)));
        model.addAttribute("form", OutletForm.EMPTY);
        return "unit/outlet";
    }

    @PostMapping("/permits/units/{code}/outlets")
    @PreAuthorize("hasRole('permits.clerk')")
    String add(
            @PathVariable String code,
            @ModelAttribute("form") OutletForm form,
            BindingResult errors,
            Actor actor,
            Model model) {
        Unit unit = units.named(code);
        if (Attempt.succeeds(errors, () -> addOutlet.add(unit.code(), form.read(), actor))) {
            return "redirect:/permits/units/" + unit.code();
        }
        model.addAttribute("unit", UnitView.of(unit));
        return "unit/outlet";
    }
}
