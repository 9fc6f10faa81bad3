package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Zone.Level;
import cn.bishui.monitoring.network.Zone.State;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws the protection zones of a source, and notes how far each is. */
@Service
public class DrawZone {

    private final Sites sites;
    private final Zones zones;
    private final AuditLog audit;

    DrawZone(Sites sites, Zones zones, AuditLog audit) {
        this.sites = sites;
        this.zones = zones;
        this.audit = audit;
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
        Zone zone = zones.add(new Zone(0, code, level, outline, area, description, State.SURVEYED, surveyed, "", 0));
        audit.record(actor, "zone.surveyed", site.subject(), Map.of("level", level.code(), "reason", description));
        return zone;
    }

    /**
     * Notes that one is a step further.
     *
     * @param seen version at which the actor saw it
     * @param document by which it is; empty if none
     */
    @Transactional
    public Zone advance(String code, long id, long seen, LocalDate on, String document, Actor actor) {
        Zone zone = zones.find(id)
                .filter(each -> each.site().equals(code))
                .orElseThrow(() -> new NotFound("zone", Long.toString(id)));
        Zone changed = zone.advanced(on, document);
        if (zone.version() != seen || !zones.update(changed)) {
            throw new StaleVersion("zone/" + id, seen);
        }
        audit.record(
                actor,
                "zone." + changed.state().code(),
                Site.subject(code),
                Map.of("level", zone.level().code(), "on", on.toString(), "reason", document));
        return changed;
    }
}
