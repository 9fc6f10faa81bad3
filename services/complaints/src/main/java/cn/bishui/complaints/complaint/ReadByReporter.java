package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes it for told what a reporter has read on the tracking page before anybody could telephone or write. */
@Service
public class ReadByReporter {

    private final Notices notices;
    private final Docket docket;

    ReadByReporter(Notices notices, Docket docket) {
        this.notices = notices;
        this.docket = docket;
    }

    /** Notes it; a right that begins with knowing begins now. Returns whether anything was waiting to be told. */
    @Transactional
    public boolean read(UUID id, Actor reporter) {
        if (notices.waiting(id).isEmpty()) {
            return false;
        }
        Complaint complaint = docket.open(id, Complaint.class);
        List<Notice> waiting = notices.waiting(id);
        if (waiting.isEmpty()) {
            return false;
        }
        Move move = docket.moveBy(reporter);
        ComplaintFile file = complaint.file().moved();
        for (Notice notice : waiting) {
            notices.done(notice.id(), true, null, reporter, move.at());
            ComplaintFile before = file;
            file = notice.step(complaint).map(step -> before.and(step, move)).orElse(before);
        }
        docket.enter(complaint.with(file), Entry.of(move, "complaint.read-by-reporter"));
        return true;
    }
}
