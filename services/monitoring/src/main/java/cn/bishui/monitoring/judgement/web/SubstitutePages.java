package cn.bishui.monitoring.judgement.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.judgement.SubstituteHours;
import cn.bishui.monitoring.judgement.SubstitutedValues;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.springframework.web.bind.annotation.ResponseStatus;

/** Analysts put values in the place of missing or invalid hours. */
@Controller
class SubstitutePages {

    private static final String ANALYST = "hasRole('monitoring.analyst')";
    private static final String PLACE = "/monitoring/outlets/{unit}/{outlet}/substitutes";

    private final OutletTable table;
    private final OutletFile file;
    private final SubstituteHours substituteHours;

    SubstitutePages(OutletTable table, OutletFile file, SubstituteHours substituteHours) {
        this.table = table;
        this.file = file;
        this.substituteHours = substituteHours;
    }

    @GetMapping(PLACE + "/new")
    @PreAuthorize(ANALYST)
    String form(
            @PathVariable String unit,
            @PathVariable String outlet,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String pollutant,
            Texts texts,
            Model model) {
        model.addAttribute("form", SubstituteForm.of(day, pollutant));
        return show(unit, outlet, texts, model);
    }

    private String show(String unit, String outlet, Texts texts, Model model) {
        OutletTable.Outlet place =
                table.find(unit, outlet).orElseThrow(() -> new NotFound("outlet", unit + "/" + outlet));
        Map<String, String> devices = new LinkedHashMap<>();
        file.devices(unit, outlet).forEach(mn -> devices.put(mn, mn));
        Map<String, String> pollutants = new LinkedHashMap<>();
        Pollutants.all().stream()
                .filter(each -> each.divisor() != null || each.code().equals(Pollutant.FLOW))
                .forEach(each -> pollutants.put(
                        each.code(), texts.either(each.nameZh(), each.nameEn()) + " (" + each.unit() + ")"));
        model.addAttribute("place", place);
        model.addAttribute("devices", devices);
        model.addAttribute("pollutants", pollutants);
        model.addAttribute("methods", texts.options("substitute.method.", SubstitutedValues.Method.codes()));
        return "judgement/substitute";
    }

    @PostMapping(PLACE)
    @PreAuthorize(ANALYST)
    String enter(
            @PathVariable String unit,
            @PathVariable String outlet,
            @ModelAttribute("form") SubstituteForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return Attempt.succeeds(errors, () -> substitute(unit, outlet, form, actor))
                ? "redirect:/monitoring/outlets/" + unit + "/" + outlet + "#substitutes"
                : show(unit, outlet, texts, model);
    }

    @PostMapping("/api/monitoring/v1/outlets/{unit}/{outlet}/substitutes")
    @PreAuthorize(ANALYST)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(@PathVariable String unit, @PathVariable String outlet, @RequestBody SubstituteForm body, Actor actor) {
        substitute(unit, outlet, body, actor);
    }

    private void substitute(String unit, String outlet, SubstituteForm form, Actor actor) {
        SubstituteForm.Entered read = form.read();
        if (!file.devices(unit, outlet).contains(read.hours().mn())) {
            throw new NotFound("device", read.hours().mn());
        }
        substituteHours.substitute(read.hours(), read.substitute(), actor);
    }
}
