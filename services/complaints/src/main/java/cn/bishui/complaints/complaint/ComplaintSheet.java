package cn.bishui.complaints.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A complaint laid flat: what it says in whatever state it is, for those who keep or show it. What a state does not have
 * is null.
 */
public record ComplaintSheet(ComplaintFile file, State state, Parts parts) {

    /** Where a complaint stands. */
    public enum State {
        RECEIVED,
        REFUSED,
        ACCEPTED,
        ASSIGNED,
        OBJECTED,
        INVESTIGATING,
        DRAFTED,
        ANSWERED,
        REEXAMINING,
        REVIEWING,
        CLOSED;

        /** Its name in tables, messages and addresses. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its id. */
        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        /** Whether somebody still has to do something about it. */
        public boolean open() {
            return switch (this) {
                case REFUSED, ANSWERED, CLOSED -> false;
                case RECEIVED, ACCEPTED, ASSIGNED, OBJECTED, INVESTIGATING, DRAFTED, REEXAMINING, REVIEWING -> true;
            };
        }
    }

    /** The parts that the states are made of. */
    public record Parts(
            @Nullable Acceptance acceptance,
            @Nullable Refusal refusal,
            @Nullable Assignment assignment,
            @Nullable Objection objection,
            @Nullable Handling handling,
            @Nullable Result result,
            @Nullable SignedResult signed,
            @Nullable Rating rating,
            @Nullable Ruling reexamination,
            @Nullable Request request,
            @Nullable Ruling review,
            @Nullable Instant closedAt) {

        private static final Parts NONE =
                new Parts(null, null, null, null, null, null, null, null, null, null, null, null);

        private Parts accepted(Acceptance given, @Nullable Assignment to) {
            return new Parts(given, null, to, null, null, null, null, null, null, null, null, null);
        }

        private Parts objected(@Nullable Objection said) {
            return new Parts(acceptance, null, assignment, said, null, null, null, null, null, null, null, null);
        }

        private Parts handled(Handling by, @Nullable Result draft) {
            return new Parts(acceptance, null, assignment, null, by, draft, null, null, null, null, null, null);
        }

        private Parts answered(
                SignedResult answer, @Nullable Rating rated, @Nullable Ruling ruled, @Nullable Request asked) {
            return new Parts(
                    acceptance, null, assignment, null, handling, null, answer, rated, ruled, asked, null, null);
        }

        private Parts closed(@Nullable Ruling reviewed, Instant at) {
            return new Parts(
                    acceptance,
                    null,
                    assignment,
                    null,
                    handling,
                    null,
                    signed,
                    rating,
                    reexamination,
                    null,
                    reviewed,
                    at);
        }
    }

    /** Whether the time of the clock that leads is over. */
    public boolean isLate(Instant now) {
        return state.open()
                && file.clocks().leading().filter(each -> each.isOverdue(now)).isPresent();
    }

    /** Lays a complaint flat. */
    public static ComplaintSheet of(Complaint complaint) {
        Parts none = Parts.NONE;
        return switch (complaint) {
            case Complaint.Received c -> new ComplaintSheet(c.file(), State.RECEIVED, none);
            case Complaint.Refused c ->
                new ComplaintSheet(
                        c.file(),
                        State.REFUSED,
                        new Parts(null, c.refusal(), null, null, null, null, null, null, null, null, null, null));
            case Complaint.Accepted c ->
                new ComplaintSheet(
                        c.file(),
                        State.ACCEPTED,
                        none.accepted(c.acceptance(), null).objected(c.objection()));
            case Complaint.Assigned c ->
                new ComplaintSheet(c.file(), State.ASSIGNED, none.accepted(c.acceptance(), c.assignment()));
            case Complaint.Objected c ->
                new ComplaintSheet(
                        c.file(),
                        State.OBJECTED,
                        none.accepted(c.acceptance(), c.assignment()).objected(c.objection()));
            case Complaint.Investigating c ->
                new ComplaintSheet(
                        c.file(),
                        State.INVESTIGATING,
                        none.accepted(c.acceptance(), c.assignment()).handled(c.handling(), null));
            case Complaint.Drafted c ->
                new ComplaintSheet(
                        c.file(),
                        State.DRAFTED,
                        none.accepted(c.acceptance(), c.assignment()).handled(c.handling(), c.result()));
            case Complaint.Answered c ->
                new ComplaintSheet(
                        c.file(),
                        State.ANSWERED,
                        none.accepted(c.acceptance(), c.assignment())
                                .handled(c.handling(), null)
                                .answered(c.signed(), c.rating(), c.reexamination(), null));
            case Complaint.Reexamining c ->
                new ComplaintSheet(
                        c.file(),
                        State.REEXAMINING,
                        none.accepted(c.acceptance(), c.assignment())
                                .handled(c.handling(), null)
                                .answered(c.signed(), c.rating(), null, c.request()));
            case Complaint.Reviewing c ->
                new ComplaintSheet(
                        c.file(),
                        State.REVIEWING,
                        none.accepted(c.acceptance(), c.assignment())
                                .handled(c.handling(), null)
                                .answered(c.signed(), c.rating(), c.reexamination(), c.request()));
            case Complaint.Closed c ->
                new ComplaintSheet(
                        c.file(),
                        State.CLOSED,
                        none.accepted(c.acceptance(), c.assignment())
                                .handled(c.handling(), null)
                                .answered(c.signed(), c.rating(), c.reexamination(), null)
                                .closed(c.review(), c.closedAt()));
        };
    }

    /** Folds the sheet up again. */
    public Complaint complaint() {
        return switch (state) {
            case RECEIVED -> new Complaint.Received(file);
            case REFUSED -> new Complaint.Refused(file, has(parts.refusal));
            case ACCEPTED -> new Complaint.Accepted(file, has(parts.acceptance), parts.objection);
            case ASSIGNED -> new Complaint.Assigned(file, has(parts.acceptance), has(parts.assignment));
            case OBJECTED ->
                new Complaint.Objected(file, has(parts.acceptance), has(parts.assignment), has(parts.objection));
            case INVESTIGATING ->
                new Complaint.Investigating(file, has(parts.acceptance), has(parts.assignment), has(parts.handling));
            case DRAFTED ->
                new Complaint.Drafted(
                        file, has(parts.acceptance), has(parts.assignment), has(parts.handling), has(parts.result));
            case ANSWERED ->
                new Complaint.Answered(
                        file,
                        has(parts.acceptance),
                        has(parts.assignment),
                        has(parts.handling),
                        has(parts.signed),
                        parts.rating,
                        parts.reexamination);
            case REEXAMINING ->
                new Complaint.Reexamining(
                        file,
                        has(parts.acceptance),
                        has(parts.assignment),
                        has(parts.handling),
                        has(parts.signed),
                        parts.rating,
                        has(parts.request));
            case REVIEWING ->
                new Complaint.Reviewing(
                        file,
                        has(parts.acceptance),
                        has(parts.assignment),
                        has(parts.handling),
                        has(parts.signed),
                        parts.rating,
                        has(parts.reexamination),
                        has(parts.request));
            case CLOSED ->
                new Complaint.Closed(
                        file,
                        has(parts.acceptance),
                        has(parts.assignment),
                        has(parts.handling),
                        has(parts.signed),
                        parts.rating,
                        parts.reexamination,
                        parts.review,
                        has(parts.closedAt));
        };
    }

    private <T> T has(@Nullable T part) {
        return requireNonNull(part, () -> "complaint " + file.number() + ", " + state + ", lacks a part");
    }
}
