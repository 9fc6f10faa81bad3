package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.contracts.complaints.ComplaintExtended;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants more time, or does not. */
@Service
public class DecideTime {

    private final Docket docket;
    private final Telling telling;

    DecideTime(Docket docket, Telling telling) {
        this.docket = docket;
        this.telling = telling;
    }

    /** Grants what is asked for; the reporter is told why. */
    @Transactional
    public void grant(UUID id, long seen, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint.Investigating before = docket.open(id, seen, Complaint.Investigating.class);
        Complaint.Investigating granted = before.grantTime(move);
        WantedTime wanted = Objects.requireNonNull(before.handling().wanted());
        ComplaintFile file = granted.file();
        LocalDate due = Docket.dueOf(file);
        docket.enter(
                granted,
                Entry.of(move, "complaint.extended")
                        .with("days", wanted.days())
                        .with("due", due.toString())
                        .with("reason", wanted.reason())
                        .step("extended", granted.assignment().bureau(), due, wanted.reason()),
                new ComplaintExtended(
                        file.id().toString(),
                        file.number(),
                        granted.assignment().bureau(),
                        due,
                        Docket.provisional(file),
                        move.at()));
        telling.tell(file, NoticeKind.EXTENDED, wanted.reason(), due, move);
    }

    /** Does not grant it. */
    @Transactional
    public void deny(UUID id, long seen, String reason, Actor actor) {
        Move move = docket.moveBy(actor);
        docket.enter(
                docket.open(id, seen, Complaint.Investigating.class).denyTime(reason, move),
                Entry.of(move, "complaint.time-denied").with("reason", reason));
    }
}
