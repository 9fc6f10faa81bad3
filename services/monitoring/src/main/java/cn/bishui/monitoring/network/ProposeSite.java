package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a site of the network, or mends a proposal. */
@Service
public class ProposeSite {

    private final Sites sites;
    private final Changes changes;

    ProposeSite(Sites sites, Changes changes) {
        this.sites = sites;
        this.changes = changes;
    }

    /**
     * Proposes it.
     *
     * @throws RuleBroken {@code site.code-taken}, {@code site.parent-unknown}, {@code site.parent-kind} or {@code site.parent-circle}
     */
    @Transactional
    public Site propose(String code, Description description, Actor actor) {
        Site site = Site.proposed(code, inItsWater(code, description), actor.username());
        if (!sites.add(site, changes.change("proposed", changes.today(), actor))) {
            throw RuleBroken.conflict("site.code-taken", code);
        }
        changes.record("proposed", site, changes.today(), "", actor);
        return site;
    }

    /**
     * Describes a proposal otherwise; whoever does cannot approve it then.
     *
     * @param seen version at which the actor saw the site
     * @throws RuleBroken as {@link #propose}, or {@code site.not-proposed}
     */
    @Transactional
    public Site revise(String code, long seen, Description description, Actor actor) {
        Description settled = inItsWater(code, description);
        return changes.make(
                code, seen, "revised", changes.today(), "", actor, site -> site.revised(settled, actor.username()));
    }

    /** With the kind of water of what it lies in, a tap with the disinfection of its works; what flows into another water keeps its own. */
    private Description inItsWater(String code, Description description) {
        String parent = description.parent();
        if (parent == null) {
            return knownToBeDisinfected(description);
        }
        Description above = sites.find(parent)
                .orElseThrow(() -> RuleBroken.conflict("site.parent-unknown", parent))
                .description();
        if (!description.kind().belongsTo(above.kind())) {
            throw RuleBroken.conflict("site.parent-kind", parent);
        }
        if (description.kind() == SiteKind.WATER_BODY) {
            mustNotFlowInCircles(code, parent);
            return description;
        }
        if (description.kind() == SiteKind.TAP && description.details().disinfection() == null) {
            return description.disinfected(above.details().disinfection());
        }
        return above.waterType() == null || description.kind().isSupplied()
                ? description
                : description.in(above.waterType());
    }

    /** A tap without works has to say itself which disinfectants count. */
    private static Description knownToBeDisinfected(Description description) {
        if (description.kind() == SiteKind.TAP && description.details().disinfection() == null) {
            throw RuleBroken.invalid("site.needs-disinfection");
        }
        return description;
    }

    private void mustNotFlowInCircles(String code, String parent) {
        Set<String> below = new HashSet<>(Set.of(code));
        for (String next = parent; next != null; ) {
            if (!below.add(next)) {
                throw RuleBroken.conflict("site.parent-circle", parent);
            }
            next = sites.find(next).map(each -> each.description().parent()).orElse(null);
        }
    }
}
