package cn.bishui.complaints.complaint;

import cn.bishui.web.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a complaint's file for those who may see it; for everybody else it is as if it were not there. */
@Service
public class OpenComplaint {

    private final Complaints complaints;

    OpenComplaint(Complaints complaints) {
        this.complaints = complaints;
    }

    /** The complaint of that number; code {@code complaint.unknown}. */
    @Transactional(readOnly = true)
    public Complaint of(String number, Person person) {
        return complaints.numbered(number).filter(Sight.of(person)::covers).orElseThrow(Complaint::unknown);
    }
}
