package cn.bishui.disclosure.complaint;

import cn.bishui.contracts.complaints.SmallCount;
import cn.bishui.disclosure.publication.Publications;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what happens to complaints. It makes nothing public by itself: what is told is told by the month. */
@Service
public class CountComplaint {

    private final Complaints complaints;
    private final Publications publications;
    private final Clock clock;

    CountComplaint(Complaints complaints, Publications publications, Clock clock) {
        this.complaints = complaints;
        this.publications = publications;
        this.clock = clock;
    }

    /** Counts a step, once; begins a new edition where the public sees it. */
    @Transactional
    public void count(ComplaintStep step) {
        LocalDate untold = Period.untold(LocalDate.now(clock));
        if (step instanceof ComplaintStep.Corrected corrected
                && complaints.receivedOn(corrected.complaint()).isBefore(untold)) {
            return; // what was told of its month stays
        }
        if (complaints.add(step) && seen(step, untold)) {
            publications.beginEdition(clock.instant());
        }
    }

    private boolean seen(ComplaintStep step, LocalDate untold) {
        return step.on().isBefore(untold)
                || (step instanceof ComplaintStep.Received
                        && complaints.receivedSince(untold) % SmallCount.SMALLEST_TOLD == 0);
    }
}
