package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a site. */
@Service
public class EndSite {

    private final Changes changes;

    EndSite(Changes changes) {
        this.changes = changes;
    }

    /**
     * This is the last day on which it counts.
     *
     * @param seen version at which the actor saw the site
     */
    @Transactional
    public Site end(String code, long seen, LocalDate on, String reason, Actor actor) {
        return changes.make(code, seen, "ended", on, reason, actor, site -> site.ended(on));
    }
}
