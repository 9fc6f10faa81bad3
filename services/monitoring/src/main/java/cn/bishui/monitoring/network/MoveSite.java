package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a site; what it was before stays on file. */
@Service
public class MoveSite {

    private final Changes changes;

    MoveSite(Changes changes) {
        this.changes = changes;
    }

    /**
     * From this day on it is sampled at another place.
     *
     * @param seen version at which the actor saw the site
     */
    @Transactional
    public Site move(String code, long seen, Position to, LocalDate from, String reason, Actor actor) {
        return changes.make(code, seen, "moved", from, reason, actor, site -> site.moved(to, from));
    }
}
