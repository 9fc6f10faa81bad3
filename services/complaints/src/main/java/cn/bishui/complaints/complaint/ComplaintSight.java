package cn.bishui.complaints.complaint;

import cn.bishui.web.Person;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sees a complaint sees what was handed in with it, and with those that repeat it. */
@Service
class ComplaintSight implements cn.bishui.complaints.evidence.Sight {

    private final Complaints complaints;

    ComplaintSight(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean maySee(UUID complaint, Person person) {
        Sight sight = Sight.of(person);
        return complaints
                .find(complaint)
                .filter(found -> sight.covers(found)
                        || first(found)
                                .flatMap(complaints::find)
                                .filter(sight::covers)
                                .isPresent())
                .isPresent();
    }

    private static Optional<UUID> first(Complaint complaint) {
        return complaint instanceof Complaint.Refused refused
                ? Optional.ofNullable(refused.refusal().first())
                : Optional.empty();
    }
}
