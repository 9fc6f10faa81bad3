package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintRated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what the reporter thinks of the answer. */
@Service
public class RateAnswer {

    private final Docket docket;

    RateAnswer(Docket docket) {
        this.docket = docket;
    }

    /**
     * Notes it.
     *
     * @param satisfaction 1 (not at all) to 5 (very)
     */
    @Transactional
    public void rate(UUID id, int satisfaction, @Nullable String words, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Answered rated =
                docket.open(id, Complaint.Answered.class).rate(new Rating(satisfaction, words, move.at()), move);
        docket.enter(
                rated,
                Entry.of(move, "complaint.rated")
                        .with("satisfaction", satisfaction)
                        .step("rated"),
                new ComplaintRated(
                        id.toString(), rated.file().number(), rated.assignment().bureau(), satisfaction, move.at()));
    }
}
