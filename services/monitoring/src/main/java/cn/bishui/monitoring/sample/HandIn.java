package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what was found and hands the sample to review: both, or neither. */
@Service
public class HandIn {

    private final EnterFindings enterFindings;
    private final ReviewSample reviewSample;

    HandIn(EnterFindings enterFindings, ReviewSample reviewSample) {
        this.enterFindings = enterFindings;
        this.reviewSample = reviewSample;
    }

    /**
     * Hands it in with these findings in the place of those before.
     *
     * @param seen version at which the actor saw the sample
     */
    @Transactional
    public Sample handIn(String number, long seen, List<Finding> findings, Actor actor) {
        Sample entered = enterFindings.enter(number, seen, findings, actor);
        return reviewSample.review(number, entered.version(), ReviewSample.Move.SUBMIT, "", actor);
    }
}
