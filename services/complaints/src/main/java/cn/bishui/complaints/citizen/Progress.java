package cn.bishui.complaints.citizen;

import cn.bishui.complaints.complaint.AddedFact;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.Step;
import cn.bishui.complaints.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a complaint is, as its reporter sees it.
 *
 * @param due last day of the clock that leads, null where none runs
 * @param dueProvisional whether that day was counted over days no notice has settled
 * @param first how far the earlier complaint is that this one repeats, null where it repeats none
 */
public record Progress(
        UUID id,
        String number,
        Instant receivedAt,
        ComplaintSheet.State state,
        @Nullable LocalDate due,
        boolean dueProvisional,
        List<Step> steps,
        @Nullable First first,
        Own own,
        Possible possible) {

    /** The last step at which something was said to the reporter, null while nothing was. */
    public @Nullable Step lastWords() {
        return steps.reversed().stream()
                .filter(step -> step.words() != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * The way of an earlier complaint about the same matter: where it stands, and nothing that anybody wrote.
     *
     * @param due as above
     * @param steps without words
     */
    public record First(
            ComplaintSheet.State state, @Nullable LocalDate due, List<Step> steps) {}

    /** What the reporter told. */
    public record Own(Matter matter, List<AddedFact> facts, List<Evidence> files) {}

    /**
     * What the reporter can do now.
     *
     * @param add whether facts can be added
     * @param rate whether the answer can be rated
     * @param reexamination last day on which re-examination can be asked for, null where it cannot
     * @param review last day on which review can be asked for, null where it cannot
     * @param reopening last day on which it can be opened again, null where it cannot
     */
    public record Possible(
            boolean add,
            boolean rate,
            @Nullable LocalDate reexamination,
            @Nullable LocalDate review,
            @Nullable LocalDate reopening) {

        /** Whether there is anything. */
        public boolean any() {
            return add || rate || reexamination != null || review != null || reopening != null;
        }
    }
}
