package cn.bishui.monitoring.course;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws where a water runs. */
@Service
public class DrawCourse {

    private final Sites sites;
    private final Courses courses;
    private final AuditLog audit;
    private final Clock clock;

    DrawCourse(Sites sites, Courses courses, AuditLog audit, Clock clock) {
        this.sites = sites;
        this.courses = courses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws it, again as a further version.
     *
     * @param shape as {@link Shape#read} gives it
     * @throws RuleBroken {@code course.no-water}
     */
    @Transactional
    public int draw(String code, String shape, String reason, Actor actor) {
        Site site = sites.find(code).orElseThrow(() -> new NotFound("site", code));
        SiteKind kind = site.description().kind();
        if (kind != SiteKind.WATER_BODY && kind != SiteKind.REACH) {
            throw RuleBroken.conflict("course.no-water", code);
        }
        sites.hold(code);
        int version = courses.add(code, shape, reason, actor.username(), clock.instant());
        audit.record(actor, "course.drawn", site.subject(), Map.of("version", version, "reason", reason));
        return version;
    }
}
