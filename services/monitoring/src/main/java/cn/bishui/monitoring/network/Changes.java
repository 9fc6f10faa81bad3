package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.monitoring.network.Sites.Change;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What every change of a site has in common: it is loaded as the actor saw it, kept with its version, and audited. */
@Component
class Changes {

    private final Sites sites;
    private final AuditLog audit;
    private final Clock clock;

    Changes(Sites sites, AuditLog audit, Clock clock) {
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a change.
     *
     * @param seen version at which the actor saw the site
     * @param what as the audit log names it, after {@code site.}
     * @param from day from which it holds
     */
    Site make(
            String code, long seen, String what, LocalDate from, String reason, Actor actor, UnaryOperator<Site> move) {
        Site site = sites.find(code).orElseThrow(() -> new NotFound("site", code));
        if (site.version() != seen) {
            throw new StaleVersion(site.subject(), seen);
        }
        Site changed = move.apply(site);
        if (!sites.update(changed, new Change(what, from, clock.instant(), actor.username(), reason))) {
            throw new StaleVersion(site.subject(), seen);
        }
        record(what, changed, from, reason, actor);
        return changed;
    }

    void record(String what, Site site, LocalDate from, String reason, Actor actor) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("effectiveFrom", from.toString());
        details.put("name", site.description().name());
        details.put("level", site.description().level().code());
        if (site.description().position() != null) {
            details.put("position", site.description().position().text());
        }
        if (site.description().targetClass() != null) {
            details.put("targetClass", site.description().targetClass());
        }
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        audit.record(actor, "site." + what, site.subject(), details);
    }

    Change change(String what, LocalDate from, Actor actor) {
        return new Change(what, from, clock.instant(), actor.username(), "");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
