package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approves a proposed site; its proposer cannot. */
@Service
public class ApproveSite {

    private final Changes changes;

    ApproveSite(Changes changes) {
        this.changes = changes;
    }

    /**
     * Approves it; it is not sampled yet.
     *
     * @param seen version at which the actor saw the site
     */
    @Transactional
    public Site approve(String code, long seen, Actor actor) {
        return changes.make(
                code, seen, "approved", changes.today(), "", actor, site -> site.approved(actor.username()));
    }
}
