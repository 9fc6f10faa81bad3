package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was found from hand to hand: submitted, checked, reviewed, signed, released; or back, or anew, or away. */
@Service
public class ReviewSample {

    private final Samples samples;
    private final Laboratory laboratory;
    private final AuditLog audit;
    private final Clock clock;
    private final List<Released> released;

    ReviewSample(Samples samples, Laboratory laboratory, AuditLog audit, Clock clock, List<Released> released) {
        this.samples = samples;
        this.laboratory = laboratory;
        this.audit = audit;
        this.clock = clock;
        this.released = released;
    }

    /** Where it is to go. */
    public enum Move {
        SUBMIT,
        REVIEW,
        SEND_BACK,
        RELEASE,
        CORRECT,
        DISCARD
    }

    /**
     * Discards one that was registered wrongly; who took it can, and the head of the laboratory.
     *
     * @param isHead whether the actor heads the laboratory
     * @throws RuleBroken {@code sample.not-theirs}, or as {@link Sample#discarded}
     */
    @Transactional
    public Sample discard(String number, long seen, String reason, boolean isHead, Actor actor) {
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        if (!isHead && !sample.mayBeDiscardedBy(actor.username())) {
            throw RuleBroken.forbidden("sample.not-theirs");
        }
        return review(number, seen, Move.DISCARD, reason, actor);
    }

    /**
     * Takes it there; people of another bureau than the site's cannot.
     *
     * @param seen version at which the actor saw the sample
     * @param reason of sending back, correcting and discarding; empty else
     */
    @Transactional
    public Sample review(String number, long seen, Move move, String reason, Actor actor) {
        UnaryOperator<Sample> to = switch (move) {
            case SUBMIT -> sample -> sample.submitted(actor.username(), clock.instant());
            case REVIEW -> sample -> sample.reviewed(actor.username(), clock.instant());
            case SEND_BACK -> sample -> sample.sentBack(reason);
            case RELEASE -> sample -> sample.released(actor.username(), clock.instant());
            case CORRECT -> sample -> sample.corrected(reason);
            case DISCARD -> sample -> sample.discarded(reason);
        };
        Sample sample = samples.find(number).orElseThrow(() -> new NotFound("sample", number));
        laboratory.mustBeTheirs(sample.site(), actor);
        Sample changed = to.apply(sample);
        if (sample.version() != seen || !samples.update(changed)) {
            throw new StaleVersion(sample.subject(), seen);
        }
        String action = switch (move) {
            case SEND_BACK -> "sent-back";
            case CORRECT -> "corrected";
            case SUBMIT, REVIEW, RELEASE, DISCARD -> changed.work().stage().code();
        };
        audit.record(
                actor,
                "sample." + action,
                sample.subject(),
                reason.isEmpty()
                        ? Map.of("version", changed.work().number())
                        : Map.of("version", changed.work().number(), "reason", reason));
        if (move == Move.RELEASE) {
            released.forEach(each -> each.changed(changed.site(), YearMonth.from(changed.takenOn())));
        }
        return changed;
    }
}
