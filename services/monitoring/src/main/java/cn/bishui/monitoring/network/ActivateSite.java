package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a site count. */
@Service
public class ActivateSite {

    private final Changes changes;

    ActivateSite(Changes changes) {
        this.changes = changes;
    }

    /**
     * From this day on it is sampled.
     *
     * @param seen version at which the actor saw the site
     */
    @Transactional
    public Site activate(String code, long seen, LocalDate from, Actor actor) {
        return changes.make(code, seen, "active", from, "", actor, site -> site.active(from));
    }
}
