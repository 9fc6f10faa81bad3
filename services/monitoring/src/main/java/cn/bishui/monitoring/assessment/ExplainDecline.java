package cn.bishui.monitoring.assessment;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says why a section got worse, and what is done about it. */
@Service
public class ExplainDecline {

    private final Declines declines;
    private final AuditLog audit;
    private final Clock clock;

    ExplainDecline(Declines declines, AuditLog audit, Clock clock) {
        this.declines = declines;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is said of it. */
    public enum What {
        CAUSE,
        MEASURES
    }

    /**
     * Says it.
     *
     * @param seen version at which the actor saw the decline
     */
    @Transactional
    public Decline explain(String site, Period period, long seen, What what, String words, Actor actor) {
        Decline decline =
                declines.find(site, period).orElseThrow(() -> new NotFound("decline", site + "/" + period.text()));
        Decline.Step step = new Decline.Step(actor.username(), clock.instant());
        UnaryOperator<Decline> move = switch (what) {
            case CAUSE -> each -> each.explained(words, step);
            case MEASURES -> each -> each.answered(words, step);
        };
        Decline changed = move.apply(decline);
        if (decline.version() != seen || !declines.update(changed)) {
            throw new StaleVersion(decline.subject(), seen);
        }
        audit.record(
                actor,
                what == What.CAUSE ? "decline.cause" : "decline.measures",
                decline.subject(),
                Map.of("reason", words));
        return changed;
    }
}
