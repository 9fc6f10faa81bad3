package cn.bishui.monitoring.network.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.network.ActivateSite;
import cn.bishui.monitoring.network.AmendSite;
import cn.bishui.monitoring.network.ApproveSite;
import cn.bishui.monitoring.network.DrawZone;
import cn.bishui.monitoring.network.EndSite;
import cn.bishui.monitoring.network.MoveSite;
import cn.bishui.monitoring.network.NetworkLevel;
import cn.bishui.monitoring.network.ProposeSite;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.SiteState;
import cn.bishui.monitoring.network.Zone;
import cn.bishui.monitoring.network.Zones;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The network for people. */
@Controller
@RequestMapping(NetworkPages.PATH)
class NetworkPages {

    static final String PATH = "/monitoring/network";

    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.network-editor', 'monitoring.network-approver')";
    /** What has pages of its own: one entry for each period would hide what happened to the site. */
    private static final Set<String> ASSESSED =
            Set.of("assessment.made", "source.assessed", "well.assessed", "well.withdrawn");

    private static final String EDIT = "hasRole('monitoring.network-editor')";
    private static final String APPROVE = "hasRole('monitoring.network-approver')";

    private final SiteTable table;
    private final Zones zones;
    private final ProposeSite proposeSite;
    private final ApproveSite approveSite;
    private final ActivateSite activateSite;
    private final MoveSite moveSite;
    private final AmendSite amendSite;
    private final EndSite endSite;
    private final DrawZone drawZone;
    private final AuditReader audit;

    NetworkPages(
            SiteTable table,
            Zones zones,
            ProposeSite proposeSite,
            ApproveSite approveSite,
            ActivateSite activateSite,
            MoveSite moveSite,
            AmendSite amendSite,
            EndSite endSite,
            DrawZone drawZone,
            AuditReader audit) {
        this.table = table;
        this.zones = zones;
        this.proposeSite = proposeSite;
        this.approveSite = approveSite;
        this.activateSite = activateSite;
        this.moveSite = moveSite;
        this.amendSite = amendSite;
        this.endSite = endSite;
        this.drawZone = drawZone;
        this.audit = audit;
    }

    @GetMapping
    @PreAuthorize(READ)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String level,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("listing", table.page(SiteTable.Filter.of(q, kind, state, level), request));
        List<String> states = new ArrayList<>(List.of("in-use"));
        states.addAll(SiteState.codes());
        model.addAttribute("kinds", texts.options("site.kind.", SiteKind.codes()));
        model.addAttribute("states", texts.options("site.state.", states));
        model.addAttribute("levels", texts.options("site.level.", NetworkLevel.codes()));
        return "network/list";
    }

    @GetMapping("/sites.csv")
    @PreAuthorize(READ)
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String level,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("site.title") + ".csv",
                texts.all(
                        "site.code",
                        "site.name",
                        "site.kind",
                        "site.level",
                        "site.parent",
                        "site.target",
                        "site.longitude",
                        "site.latitude",
                        "site.state",
                        "site.from",
                        "site.to",
                        "site.bureau"),
                csv -> table.each(
                        SiteTable.Filter.of(q, kind, state, level),
                        order,
                        row -> csv.row(
                                row.code(),
                                row.name(),
                                texts.of("site.kind." + row.kind()),
                                texts.of("site.level." + row.level()),
                                row.parentName(),
                                row.targetClass(),
                                row.longitude(),
                                row.latitude(),
                                texts.of("site.state." + row.state()),
                                row.validFrom(),
                                row.validTo(),
                                texts.of("site.bureau." + row.bureau()))));
    }

    @GetMapping("/{code}")
    @PreAuthorize(READ)
    String show(@PathVariable String code, Texts texts, Model model) {
        return show(code, MoveForm.EMPTY, texts, model);
    }

    private String show(String code, MoveForm change, Texts texts, Model model) {
        SiteRow site = table.find(code).orElseThrow(() -> new NotFound("site", code));
        model.addAttribute("form", change);
        model.addAttribute("site", site);
        model.addAttribute("measured", table.isMeasured(code));
        model.addAttribute("within", table.within(code));
        model.addAttribute("versions", table.versions(code));
        model.addAttribute("zones", zones.of(code));
        model.addAttribute("zoneLevels", texts.options("zone.level.", Zone.Level.codes()));
        model.addAttribute("levels", texts.options("site.level.", NetworkLevel.codes()));
        model.addAttribute(
                "history",
                History.of(
                        audit.about(Site.subject(code)).stream()
                                .filter(each -> !ASSESSED.contains(each.action()))
                                .toList(),
                        texts));
        return "network/show";
    }

    @GetMapping("/new")
    @PreAuthorize(EDIT)
    String form(@RequestParam(required = false) @Nullable String kind, Texts texts, Model model) {
        model.addAttribute("form", SiteForm.ofKind(kind));
        return edit(null, texts, model);
    }

    @PostMapping
    @PreAuthorize(EDIT)
    String propose(@ModelAttribute("form") SiteForm form, BindingResult errors, Texts texts, Model model, Actor actor) {
        boolean proposed = Attempt.succeeds(errors, () -> {
            SiteForm.Wanted wanted = form.read();
            proposeSite.propose(wanted.code(), wanted.description(), actor);
        });
        return proposed ? to(form.read().code()) : edit(null, texts, model);
    }

    @GetMapping("/{code}/edit")
    @PreAuthorize(EDIT)
    String mend(@PathVariable String code, Texts texts, Model model) {
        SiteRow site = table.find(code).orElseThrow(() -> new NotFound("site", code));
        model.addAttribute("form", SiteForm.of(site));
        return edit(code, texts, model);
    }

    @PostMapping("/{code}/edit")
    @PreAuthorize(EDIT)
    String revise(
            @PathVariable String code,
            @ModelAttribute("form") SiteForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        boolean revised = Attempt.succeeds(errors, () -> {
            SiteForm.Mended mended = form.mended();
            proposeSite.revise(code, mended.seen(), mended.description(), actor);
        });
        return revised ? to(code) : edit(code, texts, model);
    }

    private String edit(@Nullable String code, Texts texts, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("kinds", texts.options("site.kind.", SiteKind.codes()));
        model.addAttribute("levels", texts.options("site.level.", NetworkLevel.codes()));
        model.addAttribute("waters", texts.options("site.water.", List.of("river", "lake")));
        model.addAttribute("sources", texts.options("site.source.", List.of("surface", "groundwater")));
        model.addAttribute("aquifers", texts.options("site.aquifer.", List.of("unconfined", "confined")));
        model.addAttribute("suppliers", texts.options("site.bureau.", List.of("WATER", "HOUSING")));
        model.addAttribute("disinfections", texts.options("site.disinfection.", SiteForm.DISINFECTIONS));
        model.addAttribute("classes", texts.options("site.class.", List.of("1", "2", "3", "4", "5")));
        model.addAttribute("parents", table.parents());
        return "network/edit";
    }

    @PostMapping("/{code}/approve")
    @PreAuthorize(APPROVE)
    String approve(
            @PathVariable String code,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(
                code,
                form,
                texts,
                model,
                Attempt.succeeds(errors, () -> approveSite.approve(code, form.seen(), actor)));
    }

    @PostMapping("/{code}/activate")
    @PreAuthorize(EDIT)
    String activate(
            @PathVariable String code,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(code, form, texts, model, Attempt.succeeds(errors, () -> {
            MoveForm.On on = form.started();
            activateSite.activate(code, on.seen(), on.day(), actor);
        }));
    }

    @PostMapping("/{code}/move")
    @PreAuthorize(APPROVE)
    String move(
            @PathVariable String code,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(code, form, texts, model, Attempt.succeeds(errors, () -> {
            MoveForm.Moved moved = form.moved();
            moveSite.move(code, moved.seen(), moved.to(), moved.day(), moved.reason(), actor);
        }));
    }

    @PostMapping("/{code}/amend")
    @PreAuthorize(APPROVE)
    String amend(
            @PathVariable String code,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(code, form, texts, model, Attempt.succeeds(errors, () -> {
            MoveForm.Amended to = form.amended();
            amendSite.amend(code, to.seen(), to.name(), to.level(), to.targetClass(), to.day(), to.reason(), actor);
        }));
    }

    @PostMapping("/{code}/end")
    @PreAuthorize(APPROVE)
    String end(
            @PathVariable String code,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(code, form, texts, model, Attempt.succeeds(errors, () -> {
            MoveForm.On on = form.reasoned();
            endSite.end(code, on.seen(), on.day(), on.reason(), actor);
        }));
    }

    @PostMapping("/{code}/zones")
    @PreAuthorize(EDIT)
    String draw(
            @PathVariable String code,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(code, form, texts, model, Attempt.succeeds(errors, () -> {
            MoveForm.Drawn zone = form.drawn();
            drawZone.draw(code, zone.level(), zone.outline(), zone.area(), zone.description(), zone.day(), actor);
        }));
    }

    @GetMapping("/{code}/zones/{zone}")
    @PreAuthorize(READ)
    String zone(@PathVariable String code, @PathVariable long zone, Model model) {
        return zone(code, zone, MoveForm.EMPTY, model);
    }

    private String zone(String code, long id, MoveForm form, Model model) {
        Zone zone = zones.find(id)
                .filter(each -> each.site().equals(code))
                .orElseThrow(() -> new NotFound("zone", Long.toString(id)));
        model.addAttribute("form", form);
        model.addAttribute("site", table.find(code).orElseThrow(() -> new NotFound("site", code)));
        model.addAttribute("zone", zone);
        return "network/zone";
    }

    @PostMapping("/{code}/zones/{zone}/redraw")
    @PreAuthorize(EDIT)
    String redraw(
            @PathVariable String code,
            @PathVariable long zone,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        boolean redrawn = Attempt.succeeds(errors, () -> {
            Zone former = zones.find(zone).orElseThrow(() -> new NotFound("zone", Long.toString(zone)));
            MoveForm.Drawn to = form.redrawn(former.level());
            drawZone.redraw(code, zone, to.outline(), to.area(), to.description(), to.day(), actor);
        });
        return redrawn ? to(code) : zone(code, zone, form, model);
    }

    @PostMapping("/{code}/zones/{zone}/approve")
    @PreAuthorize(APPROVE)
    String approveZone(
            @PathVariable String code,
            @PathVariable long zone,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        boolean approved = Attempt.succeeds(errors, () -> {
            MoveForm.Advanced to = form.advanced();
            drawZone.approve(code, zone, to.seen(), to.day(), to.document(), actor);
        });
        return approved ? to(code) : zone(code, zone, form, model);
    }

    @PostMapping("/{code}/zones/{zone}/end")
    @PreAuthorize(APPROVE)
    String endZone(
            @PathVariable String code,
            @PathVariable long zone,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        boolean ended = Attempt.succeeds(errors, () -> {
            MoveForm.Advanced to = form.advanced();
            drawZone.end(code, zone, to.seen(), to.day(), to.document(), actor);
        });
        return ended ? to(code) : zone(code, zone, form, model);
    }

    @PostMapping("/{code}/zones/{zone}/advance")
    @PreAuthorize(EDIT)
    String advance(
            @PathVariable String code,
            @PathVariable long zone,
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(code, form, texts, model, Attempt.succeeds(errors, () -> {
            MoveForm.Advanced to = form.advanced();
            drawZone.advance(code, zone, to.seen(), to.day(), to.document(), actor);
        }));
    }

    private String done(String code, MoveForm form, Texts texts, Model model, boolean done) {
        return done ? to(code) : show(code, form, texts, model);
    }

    private static String to(String code) {
        return "redirect:" + PATH + "/" + code;
    }
}
