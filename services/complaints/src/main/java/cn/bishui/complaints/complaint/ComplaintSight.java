package cn.bishui.complaints.complaint;

import cn.bishui.web.Person;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who sees a complaint sees what was handed in with it. */
@Service
class ComplaintSight implements cn.bishui.complaints.evidence.Sight {

    private final Complaints complaints;

    ComplaintSight(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean maySee(UUID complaint, Person person) {
        return complaints.find(complaint).filter(Sight.of(person)::covers).isPresent();
    }
}
