package cn.bishui.monitoring.network;

import cn.bishui.audit.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes name, level or target of a site; what they were before stays on file. */
@Service
public class AmendSite {

    private final Changes changes;

    AmendSite(Changes changes) {
        this.changes = changes;
    }

    /**
     * From this day on they are others.
     *
     * @param seen version at which the actor saw the site
     */
    @Transactional
    public Site amend(
            String code,
            long seen,
            String name,
            NetworkLevel level,
            @Nullable Integer target,
            LocalDate from,
            String reason,
            Actor actor) {
        return changes.make(
                code, seen, "amended", from, reason, actor, site -> site.amended(name, level, target, from));
    }
}
