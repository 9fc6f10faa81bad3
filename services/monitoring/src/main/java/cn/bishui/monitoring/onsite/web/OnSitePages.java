package cn.bishui.monitoring.onsite.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.onsite.ConfirmOnSiteSample;
import cn.bishui.monitoring.onsite.EnterOnSiteSample;
import cn.bishui.monitoring.onsite.OnSiteSample;
import cn.bishui.monitoring.onsite.OnSiteSamples;
import cn.bishui.monitoring.onsite.WithdrawOnSiteSample;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.NotFound;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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

/** Samples taken on site, for people. */
@Controller
class OnSitePages {

    static final String PATH = "/monitoring/on-site-samples";

    private final OnSiteSamples samples;
    private final OutletLimits limits;
    private final EnterOnSiteSample enterSample;
    private final ConfirmOnSiteSample confirmSample;
    private final WithdrawOnSiteSample withdrawSample;
    private final AuditReader audit;
    private final Clock clock;

    OnSitePages(
            OnSiteSamples samples,
            OutletLimits limits,
            EnterOnSiteSample enterSample,
            ConfirmOnSiteSample confirmSample,
            WithdrawOnSiteSample withdrawSample,
            AuditReader audit,
            Clock clock) {
        this.samples = samples;
        this.limits = limits;
        this.enterSample = enterSample;
        this.confirmSample = confirmSample;
        this.withdrawSample = withdrawSample;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(PATH + "/new")
    @PreAuthorize("hasRole('monitoring.analyst')")
    String form(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String outlet,
            Texts texts,
            Model model) {
        model.addAttribute("form", OnSiteForm.at(unit, outlet));
        return show(unit, outlet, texts, model);
    }

    private String show(String unit, String outlet, Texts texts, Model model) {
        Map<Pollutant, String> pollutants = new LinkedHashMap<>();
        limits.of(unit, outlet).forEach(each -> pollutants.put(each, texts.either(each.nameZh(), each.nameEn())));
        model.addAttribute("pollutants", pollutants);
        return "onsite/new";
    }

    @PostMapping(PATH)
    @PreAuthorize("hasRole('monitoring.analyst')")
    String enter(@ModelAttribute("form") OnSiteForm form, BindingResult errors, Texts texts, Model model, Actor actor) {
        AtomicLong id = new AtomicLong();
        boolean entered = Attempt.succeeds(errors, () -> {
            OnSiteForm.Entered read = form.entered(clock.getZone());
            id.set(enterSample.enter(read.unit(), read.outlet(), read.entry(), actor));
        });
        return entered
                ? "redirect:" + PATH + "/" + id.get()
                : show(orEmpty(form.unit()), orEmpty(form.outlet()), texts, model);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @GetMapping(PATH + "/{id}")
    @PreAuthorize(
            "hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin', 'monitoring.analyst', 'monitoring.reviewer')")
    String show(@PathVariable long id, Person person, Texts texts, Model model) {
        return show(id, OnSiteForm.EMPTY, person, texts, model);
    }

    private String show(long id, OnSiteForm form, Person person, Texts texts, Model model) {
        OnSiteSample sample = samples.find(id).orElseThrow(() -> new NotFound("on-site-sample", id));
        Map<String, String> names = new LinkedHashMap<>();
        sample.entry().values().forEach(value -> {
            Pollutant pollutant = Pollutants.of(value.pollutant());
            names.put(value.pollutant(), texts.either(pollutant.nameZh(), pollutant.nameEn()));
        });
        model.addAttribute("form", form);
        model.addAttribute("sample", sample);
        model.addAttribute("names", names);
        model.addAttribute(
                "day",
                LocalDate.ofInstant(sample.entry().sampledAt(), clock.getZone()).toString());
        model.addAttribute("own", person.username().equals(sample.enteredBy()));
        model.addAttribute("history", History.of(audit.about(sample.subject()), texts));
        return "onsite/show";
    }

    @PostMapping(PATH + "/{id}/confirm")
    @PreAuthorize("hasRole('monitoring.reviewer')")
    String confirm(
            @PathVariable long id,
            @ModelAttribute("form") OnSiteForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model,
            Actor actor) {
        return Attempt.succeeds(errors, () -> confirmSample.confirm(id, form.seen(), actor))
                ? "redirect:" + PATH + "/" + id
                : show(id, form, person, texts, model);
    }

    @PostMapping(PATH + "/{id}/withdraw")
    @PreAuthorize("hasRole('monitoring.reviewer')")
    String withdraw(
            @PathVariable long id,
            @ModelAttribute("form") OnSiteForm form,
            BindingResult errors,
            Person person,
            Texts texts,
            Model model,
            Actor actor) {
        boolean withdrawn = Attempt.succeeds(errors, () -> {
            OnSiteForm.Reasoned why = form.reasoned();
            withdrawSample.withdraw(id, why.seen(), why.reason(), actor);
        });
        return withdrawn ? "redirect:" + PATH + "/" + id : show(id, form, person, texts, model);
    }
}
