package cn.bishui.monitoring.network.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.network.ActivateSite;
import cn.bishui.monitoring.network.AmendSite;
import cn.bishui.monitoring.network.ApproveSite;
import cn.bishui.monitoring.network.DrawZone;
import cn.bishui.monitoring.network.EndSite;
import cn.bishui.monitoring.network.MoveSite;
import cn.bishui.monitoring.network.ProposeSite;
import cn.bishui.monitoring.network.Zone;
import cn.bishui.monitoring.network.Zones;
import cn.bishui.web.NotFound;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The network for programs. */
@RestController
@RequestMapping("/api/monitoring/v1/network")
class NetworkApi {

    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.network-editor', 'monitoring.network-approver')";

    private final SiteTable table;
    private final Zones zones;
    private final ProposeSite proposeSite;
    private final ApproveSite approveSite;
    private final ActivateSite activateSite;
    private final MoveSite moveSite;
    private final AmendSite amendSite;
    private final EndSite endSite;
    private final DrawZone drawZone;

    NetworkApi(
            SiteTable table,
            Zones zones,
            ProposeSite proposeSite,
            ApproveSite approveSite,
            ActivateSite activateSite,
            MoveSite moveSite,
            AmendSite amendSite,
            EndSite endSite,
            DrawZone drawZone) {
        this.table = table;
        this.zones = zones;
        this.proposeSite = proposeSite;
        this.approveSite = approveSite;
        this.activateSite = activateSite;
        this.moveSite = moveSite;
        this.amendSite = amendSite;
        this.endSite = endSite;
        this.drawZone = drawZone;
    }

    /** One page of the list. */
    record Page(List<SiteRow> items, long total) {}

    /** A site with its versions and zones. */
    record File(SiteRow site, List<SiteTable.Version> versions, List<Zone> zones) {}

    @GetMapping
    @PreAuthorize(READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String level,
            ListRequest request) {
        Listing<SiteRow> listing = table.page(SiteTable.Filter.of(q, kind, state, level), request);
        return new Page(listing.rows(), listing.total());
    }

    @GetMapping("/{code}")
    @PreAuthorize(READ)
    File get(@PathVariable String code) {
        SiteRow site = table.find(code).orElseThrow(() -> new NotFound("site", code));
        return new File(site, table.versions(code), zones.of(code));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('monitoring.network-editor')")
    File propose(@RequestBody SiteForm form, Actor actor) {
        SiteForm.Wanted wanted = form.read();
        return get(
                proposeSite.propose(wanted.code(), wanted.description(), actor).code());
    }

    @PutMapping("/{code}")
    @PreAuthorize("hasRole('monitoring.network-editor')")
    File revise(@PathVariable String code, @RequestBody SiteForm form, Actor actor) {
        SiteForm.Mended mended = form.mended();
        proposeSite.revise(code, mended.seen(), mended.description(), actor);
        return get(code);
    }

    @PostMapping("/{code}/approve")
    @PreAuthorize("hasRole('monitoring.network-approver')")
    File approve(@PathVariable String code, @RequestBody MoveForm form, Actor actor) {
        approveSite.approve(code, form.seen(), actor);
        return get(code);
    }

    @PostMapping("/{code}/activate")
    @PreAuthorize("hasRole('monitoring.network-editor')")
    File activate(@PathVariable String code, @RequestBody MoveForm form, Actor actor) {
        MoveForm.On on = form.started();
        activateSite.activate(code, on.seen(), on.day(), actor);
        return get(code);
    }

    @PostMapping("/{code}/move")
    @PreAuthorize("hasRole('monitoring.network-approver')")
    File move(@PathVariable String code, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Moved moved = form.moved();
        moveSite.move(code, moved.seen(), moved.to(), moved.day(), moved.reason(), actor);
        return get(code);
    }

    @PostMapping("/{code}/amend")
    @PreAuthorize("hasRole('monitoring.network-approver')")
    File amend(@PathVariable String code, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Amended to = form.amended();
        amendSite.amend(code, to.seen(), to.name(), to.level(), to.targetClass(), to.day(), to.reason(), actor);
        return get(code);
    }

    @PostMapping("/{code}/end")
    @PreAuthorize("hasRole('monitoring.network-approver')")
    File end(@PathVariable String code, @RequestBody MoveForm form, Actor actor) {
        MoveForm.On on = form.reasoned();
        endSite.end(code, on.seen(), on.day(), on.reason(), actor);
        return get(code);
    }

    @PostMapping("/{code}/zones")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('monitoring.network-editor')")
    File draw(@PathVariable String code, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Drawn zone = form.drawn();
        drawZone.draw(code, zone.level(), zone.outline(), zone.area(), zone.description(), zone.day(), actor);
        return get(code);
    }

    @PostMapping("/{code}/zones/{zone}/redraw")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('monitoring.network-editor')")
    File redraw(@PathVariable String code, @PathVariable long zone, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Drawn to = form.redrawn(former(zone).level());
        drawZone.redraw(code, zone, to.outline(), to.area(), to.description(), to.day(), actor);
        return get(code);
    }

    private Zone former(long zone) {
        return zones.find(zone).orElseThrow(() -> new NotFound("zone", Long.toString(zone)));
    }

    @PostMapping("/{code}/zones/{zone}/approve")
    @PreAuthorize("hasRole('monitoring.network-approver')")
    File approveZone(@PathVariable String code, @PathVariable long zone, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Advanced to = form.advanced();
        drawZone.approve(code, zone, to.seen(), to.day(), to.document(), actor);
        return get(code);
    }

    @PostMapping("/{code}/zones/{zone}/end")
    @PreAuthorize("hasRole('monitoring.network-approver')")
    File endZone(@PathVariable String code, @PathVariable long zone, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Advanced to = form.advanced();
        drawZone.end(code, zone, to.seen(), to.day(), to.document(), actor);
        return get(code);
    }

    @PostMapping("/{code}/zones/{zone}/advance")
    @PreAuthorize("hasRole('monitoring.network-editor')")
    File advance(@PathVariable String code, @PathVariable long zone, @RequestBody MoveForm form, Actor actor) {
        MoveForm.Advanced to = form.advanced();
        drawZone.advance(code, zone, to.seen(), to.day(), to.document(), actor);
        return get(code);
    }
}
