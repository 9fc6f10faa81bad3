package cn.bishui.monitoring.assessment.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.assessment.AssessmentSettings;
import cn.bishui.monitoring.assessment.BaseValue;
import cn.bishui.monitoring.assessment.BaseValues;
import cn.bishui.monitoring.assessment.EnterBaseValue;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the sections had in the base year. */
@Controller
class BasePages {

    private static final String PATH = AssessmentPages.PATH + "/base";
    private static final String HEAD = "hasRole('monitoring.lab-head')";

    private final BaseValues values;
    private final EnterBaseValue enterBaseValue;
    private final AssessmentTable table;
    private final AssessmentSettings settings;
    private final Clock clock;

    BasePages(
            BaseValues values,
            EnterBaseValue enterBaseValue,
            AssessmentTable table,
            AssessmentSettings settings,
            Clock clock) {
        this.values = values;
        this.enterBaseValue = enterBaseValue;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @PreAuthorize(AssessmentPages.READ)
    String list(@RequestParam(required = false) @Nullable String section, Texts texts, Model model) {
        BaseValue there = section == null
                ? null
                : values.find(section, settings.baseYear()).orElse(null);
        model.addAttribute("form", there == null ? BaseForm.of(section) : BaseForm.of(there));
        return page(texts, model);
    }

    private String page(Texts texts, Model model) {
        model.addAttribute("year", settings.baseYear());
        model.addAttribute("values", values.of(settings.baseYear()));
        model.addAttribute("sections", table.sections());
        model.addAttribute("items", items().all());
        model.addAttribute("classes", texts.options("site.class.", List.of("1", "2", "3", "4", "5", "6")));
        return "assessment/base";
    }

    private Items items() {
        return Items.of(Water.SURFACE_WATER, WaterType.RIVER, LocalDate.now(clock));
    }

    @PostMapping(PATH)
    @PreAuthorize(HEAD)
    String enter(@ModelAttribute("form") BaseForm form, BindingResult errors, Texts texts, Model model, Actor actor) {
        return Attempt.succeeds(errors, () -> kept(form, actor)) ? "redirect:" + PATH : page(texts, model);
    }

    @PostMapping("/api/monitoring/v1/assessments/base")
    @PreAuthorize(HEAD)
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    BaseValue enter(@RequestBody BaseForm form, Actor actor) {
        return kept(form, actor);
    }

    private BaseValue kept(BaseForm form, Actor actor) {
        BaseForm.Typed typed = form.read(items());
        return enterBaseValue.enter(typed.section(), typed.waterClass(), typed.found(), typed.source(), actor);
    }
}
