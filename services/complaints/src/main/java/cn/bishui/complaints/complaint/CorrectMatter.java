package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Docket.Entry;
import cn.bishui.complaints.street.Streets;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.complaints.ComplaintCorrected;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what a complaint is about: its type, its place, who pollutes. Its clocks run on, and what was told stays. */
@Service
public class CorrectMatter {

    private final Docket docket;
    private final Streets streets;

    CorrectMatter(Docket docket, Streets streets) {
        this.docket = docket;
        this.streets = streets;
    }

    /**
     * Corrects it.
     *
     * @param corrected with the content that was told; another content is refused, and so is another street that the district's list does not have
     */
    @Transactional
    public void correct(UUID id, long seen, Matter corrected, Actor actor) {
        Move move = docket.moveBy(actor);
        Complaint complaint = docket.open(id, seen, Complaint.class);
        Matter before = complaint.file().matter();
        if (!before.content().equals(corrected.content())) {
            throw RuleBroken.invalid("complaint.content-stays");
        }
        String street = corrected.street();
        if (street != null && !street.equals(before.street())) {
            streets.known(street);
        }
        docket.enter(
                complaint.with(complaint.file().withMatter(corrected)),
                Entry.of(move, "complaint.corrected")
                        .with(
                                "type",
                                changed(before.type().id(), corrected.type().id()))
                        .with("street", changed(before.street(), corrected.street()))
                        .with("address", changed(before.address(), corrected.address()))
                        .with("subject", changed(before.subjectName(), corrected.subjectName())),
                new ComplaintCorrected(
                        id.toString(),
                        complaint.file().number(),
                        corrected.type().id(),
                        corrected.subtype() == null ? null : corrected.subtype().id(),
                        street,
                        move.at()));
    }

    private static @Nullable String changed(@Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? null : before + " → " + after;
    }
}
