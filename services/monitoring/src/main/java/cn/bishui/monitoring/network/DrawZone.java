package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Zone.Level;
import cn.bishui.monitoring.network.Zone.State;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the protection zones of a source, anew too, and notes how far each is and when it ended. */
@Service
public class DrawZone {

    private final Sites sites;
    private final Zones zones;
    private final AuditLog audit;
    private final Clock clock;

    DrawZone(Sites sites, Zones zones, AuditLog audit, Clock clock) {
        this.sites = sites;
        this.zones = zones;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws one.
     *
     * @param outline GeoJSON geometry, null for none yet
     * @param area km², null if it is not known
     * @throws RuleBroken {@code zone.no-source}
     */
    @Transactional
    public Zone draw(
            String code,
            Level level,
            @Nullable String outline,
            @Nullable BigDecimal area,
            String description,
            LocalDate surveyed,
            Actor actor) {
        Site site = sites.find(code).orElseThrow(() -> new NotFound("site", code));
        if (site.description().kind() != SiteKind.SOURCE) {
            throw RuleBroken.conflict("zone.no-source", code);
        }
        Zone zone = zones.add(new Zone(
                0,
                code,
                level,
                outline,
                area,
                description,
                State.SURVEYED,
                surveyed,
                "",
                actor.username(),
                null,
                null,
                "",
                0));
        audit.record(actor, "zone.surveyed", site.subject(), Map.of("level", level.code(), "reason", description));
        return zone;
    }

    /**
     * Draws one anew. One in force holds until the province approves the new one; a draft ends at once. What was drawn stays
     * readable.
     *
     * @throws RuleBroken {@code zone.ended}, or {@code zone.redrawn} while another is on its way to replace it
     */
    @Transactional
    public Zone redraw(
            String code,
            long id,
            @Nullable String outline,
            @Nullable BigDecimal area,
            String description,
            LocalDate surveyed,
            Actor actor) {
        sites.hold(code);
        Zone former = find(code, id);
        boolean under =
                zones.of(code).stream().anyMatch(each -> each.endedOn() == null && Objects.equals(each.replaces(), id));
        if (under) {
            throw RuleBroken.conflict("zone.redrawn");
        }
        Zone zone = zones.add(former.redrawn(outline, area, description, surveyed, actor.username()));
        if (!former.isInForce()) {
            LocalDate last = surveyed.isBefore(former.stateSince()) ? former.stateSince() : surveyed;
            keep(former.ended(last, description), former.version());
        }
        audit.record(
                actor,
                "zone.redrawn",
                Site.subject(code),
                Map.of("level", zone.level().code(), "replaces", id, "reason", description));
        return zone;
    }

    /**
     * Notes that the province approved one; what it replaces ends the day before.
     *
     * @param seen version at which the actor saw it
     * @param document of the province
     */
    @Transactional
    public Zone approve(String code, long id, long seen, LocalDate on, String document, Actor actor) {
        mustNotBeAhead(on);
        Zone changed = find(code, id).approved(on, document, actor.username());
        keep(changed, seen);
        record("approved", changed, on, document, actor);
        Long replaced = changed.replaces();
        if (replaced != null) {
            Zone former = find(code, replaced);
            if (former.endedOn() == null) {
                LocalDate last = on.minusDays(1);
                Zone ended = former.ended(last.isBefore(former.stateSince()) ? former.stateSince() : last, document);
                keep(ended, former.version());
                record("ended", ended, last, document, actor);
            }
        }
        return changed;
    }

    /**
     * Notes that one ended without another in its place.
     *
     * @param seen version at which the actor saw it
     * @param on last day on which it held
     * @param document by which it ended
     */
    @Transactional
    public Zone end(String code, long id, long seen, LocalDate on, String document, Actor actor) {
        mustNotBeAhead(on);
        Zone ended = find(code, id).ended(on, document);
        keep(ended, seen);
        record("ended", ended, on, document, actor);
        return ended;
    }

    private void mustNotBeAhead(LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw RuleBroken.invalid("zone.ahead", on);
        }
    }

    private Zone find(String code, long id) {
        return zones.find(id)
                .filter(each -> each.site().equals(code))
                .orElseThrow(() -> new NotFound("zone", Long.toString(id)));
    }

    private void keep(Zone changed, long seen) {
        if (changed.version() != seen + 1 || !zones.update(changed)) {
            throw new StaleVersion("zone/" + changed.id(), seen);
        }
    }

    private void record(String what, Zone zone, LocalDate on, String document, Actor actor) {
        audit.record(
                actor,
                "zone." + what,
                Site.subject(zone.site()),
                Map.of("level", zone.level().code(), "zone", zone.id(), "on", on.toString(), "reason", document));
    }

    /**
     * Notes that one is a step further, but for the province's approval.
     *
     * @param seen version at which the actor saw it
     * @param document by which it is; empty if none
     */
    @Transactional
    public Zone advance(String code, long id, long seen, LocalDate on, String document, Actor actor) {
        mustNotBeAhead(on);
        Zone changed = find(code, id).advanced(on, document);
        keep(changed, seen);
        record(changed.state().code(), changed, on, document, actor);
        return changed;
    }
}
