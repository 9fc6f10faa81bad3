package cn.bishui.complaints.complaint;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint (举报). Its state is its type: the hotline accepts it or not and assigns it to a bureau, which investigates it or
 * says that it is not competent; a handler drafts the result and the head signs it; the reporter may have it re-examined
 * and reviewed. Source: Order 15; Regulations on petitions arts. 23, 35, 36 for what follows the answer.
 */
public sealed interface Complaint {

    /** What it has in every state. */
    ComplaintFile file();

    /** The same with another file, in the same state. */
    Complaint with(ComplaintFile file);

    /** A complaint that was never there, or that is none of the asker's business: nobody learns which. */
    static RuleBroken unknown() {
        return RuleBroken.missing("complaint.unknown");
    }

    /** A complaint that somebody in a bureau works on. */
    sealed interface InBureau extends Complaint {

        Acceptance acceptance();

        Assignment assignment();
    }

    /** It came in; nothing is decided. */
    record Received(ComplaintFile file) implements Complaint {

        @Override
        public Received with(ComplaintFile other) {
            return new Received(other);
        }

        /** Accepts it; where the reporter learns that at once, or cannot learn it, the time to tell ends too. */
        public Accepted accept(boolean urgent, Move move) {
            return new Accepted(accepted(file, move), new Acceptance(urgent, move.by(), move.at()), null);
        }

        /** Does not accept it. */
        public Refused refuse(IntakeOutcome outcome, String told, @Nullable UUID first, Move move) {
            if (file.id().equals(first)) {
                throw RuleBroken.invalid("complaint.first-itself");
            }
            ComplaintFile refused = file.after(HotlineStep.REFUSED, move);
            return new Refused(
                    file.reach().immediate() ? refused.and(HotlineStep.TOLD, move) : refused,
                    new Refusal(outcome, told, first, move.by(), move.at()));
        }
    }

    /** It was not accepted. */
    record Refused(ComplaintFile file, Refusal refusal) implements Complaint {

        @Override
        public Refused with(ComplaintFile other) {
            return new Refused(other, refusal);
        }

        /** Accepts it after all: a supervisor found that it was refused wrongly. Nobody overturns an own refusal. */
        public Accepted overturn(Move move) {
            move.mustNotBe(refusal.by());
            return new Accepted(accepted(file, move), new Acceptance(false, move.by(), move.at()), null);
        }
    }

    /**
     * It is accepted and waits for a bureau.
     *
     * @param objection why the bureau that had it says it is not competent, null where none had it
     */
    record Accepted(
            ComplaintFile file,
            Acceptance acceptance,
            @Nullable Objection objection) implements Complaint {

        @Override
        public Accepted with(ComplaintFile other) {
            return new Accepted(other, acceptance, objection);
        }

        /** Gives it to a bureau. */
        public Assigned assign(Assignment assignment, Move move) {
            return new Assigned(assigned(file, assignment, move, HotlineStep.ASSIGNED), acceptance, assignment);
        }
    }

    /** A bureau has it and nobody there has taken it up. */
    record Assigned(ComplaintFile file, Acceptance acceptance, Assignment assignment) implements InBureau {

        @Override
        public Assigned with(ComplaintFile other) {
            return new Assigned(other, acceptance, assignment);
        }

        /** Somebody in the bureau takes it up. */
        public Investigating take(Move move) {
            move.mustBeOf(assignment.bureau());
            return new Investigating(
                    file.after(HotlineStep.TAKEN, move), acceptance, assignment, Handling.by(move.by(), move.at()));
        }

        /** The bureau says that it is not competent, while it has the right to; not where that was settled before. */
        public Objected object(String reason, Move move) {
            move.mustBeOf(assignment.bureau());
            if (assignment.settled()) {
                throw RuleBroken.conflict("complaint.settled");
            }
            if (file.clocks().latest(HotlineClocks.OBJECT).isPresent()
                    && file.clocks().open(HotlineClocks.OBJECT, move.at()).isEmpty()) {
                throw RuleBroken.conflict("complaint.objection-late");
            }
            return new Objected(
                    file.after(HotlineStep.OBJECTED, move),
                    acceptance,
                    assignment,
                    new Objection(reason, move.by(), move.at()));
        }
    }

    /** Its bureau has objected: the common superior decides. */
    record Objected(ComplaintFile file, Acceptance acceptance, Assignment assignment, Objection objection)
            implements InBureau {

        @Override
        public Objected with(ComplaintFile other) {
            return new Objected(other, acceptance, assignment, objection);
        }

        /** Decides who is competent, the same bureau or another, alone or with others. */
        public Assigned settle(Assignment settled, Move move) {
            if (!settled.settled()) {
                throw new IllegalArgumentException("not settled: " + settled);
            }
            return new Assigned(assigned(file, settled, move, HotlineStep.SETTLED), acceptance, settled);
        }
    }

    /** Somebody investigates it. */
    record Investigating(ComplaintFile file, Acceptance acceptance, Assignment assignment, Handling handling)
            implements InBureau {

        @Override
        public Investigating with(ComplaintFile other) {
            return new Investigating(other, acceptance, assignment, handling);
        }

        /** Hands it on to whoever asks, within the bureau. */
        public Investigating takeOver(Move move) {
            move.mustBeOf(assignment.bureau());
            return new Investigating(file.moved(), acceptance, assignment, handling.takenOver(move.by(), move.at()));
        }

        /** Asks the head for more time; Order 15 art. 11: once, no more than 30 days, before it is over. */
        public Investigating askForTime(int days, String reason, Move move) {
            move.mustBeOf(assignment.bureau());
            file.clocks().extendFinish(days, move); // what the law forbids is not even asked for
            return new Investigating(
                    file.moved(),
                    acceptance,
                    assignment,
                    handling.wanting(new WantedTime(days, reason, move.by(), move.at())));
        }

        /** The head grants the time that is asked for. */
        public Investigating grantTime(Move move) {
            move.mustBeOf(assignment.bureau());
            WantedTime wanted = wanted();
            move.mustNotBe(wanted.by());
            return new Investigating(
                    file.moved(file.clocks().extendFinish(wanted.days(), move)),
                    acceptance,
                    assignment,
                    handling.wanting(null));
        }

        /** The head does not grant it. */
        public Investigating denyTime(String reason, Move move) {
            move.mustBeOf(assignment.bureau());
            wanted();
            return new Investigating(
                    file.moved(), acceptance, assignment, handling.after(new SentBack(reason, move.by(), move.at())));
        }

        /** Puts a result before the head. */
        public Drafted draft(Result result, Move move) {
            move.mustBeOf(assignment.bureau());
            return new Drafted(file.moved(), acceptance, assignment, handling.wanting(null), result);
        }

        private WantedTime wanted() {
            WantedTime wanted = handling.wanted();
            if (wanted == null) {
                throw RuleBroken.conflict("complaint.no-time-wanted");
            }
            return wanted;
        }
    }

    /** A result waits for the head's signature. */
    record Drafted(ComplaintFile file, Acceptance acceptance, Assignment assignment, Handling handling, Result result)
            implements InBureau {

        @Override
        public Drafted with(ComplaintFile other) {
            return new Drafted(other, acceptance, assignment, handling, result);
        }

        /** Signs it: the complaint is answered. The drafter does not sign. */
        public Answered sign(Move move) {
            move.mustBeOf(assignment.bureau());
            move.mustNotBe(result.by());
            boolean inTime = file.clocks().finishedInTime(move.at());
            ComplaintFile signed = file.after(HotlineStep.ANSWERED, move);
            return new Answered(
                    file.reach().immediate() ? signed.and(HotlineStep.ANSWER_TOLD, move) : signed,
                    acceptance,
                    assignment,
                    handling,
                    new SignedResult(result, move.by(), move.at(), inTime),
                    null,
                    null);
        }

        /** Gives it back to the handler. */
        public Investigating sendBack(String reason, Move move) {
            move.mustBeOf(assignment.bureau());
            move.mustNotBe(result.by());
            return new Investigating(
                    file.moved(),
                    acceptance,
                    assignment,
                    handling.after(new SentBack(reason, move.by(), move.at()), result));
        }
    }

    /**
     * It is answered.
     *
     * @param rating what the reporter thinks of it, null where that was not said
     * @param reexamination what a re-examination decided, null where there was none
     */
    record Answered(
            ComplaintFile file,
            Acceptance acceptance,
            Assignment assignment,
            Handling handling,
            SignedResult signed,
            @Nullable Rating rating,
            @Nullable Ruling reexamination)
            implements InBureau {

        @Override
        public Answered with(ComplaintFile other) {
            return new Answered(other, acceptance, assignment, handling, signed, rating, reexamination);
        }

        /** The reporter says what the answer was worth, once. */
        public Answered rate(Rating given, Move move) {
            if (rating != null) {
                throw RuleBroken.conflict("complaint.rated");
            }
            return new Answered(file.moved(), acceptance, assignment, handling, signed, given, reexamination);
        }

        /** The reporter asks for re-examination within the time that the law gives; once. */
        public Reexamining askReexamination(String reason, Move move) {
            if (reexamination != null) {
                throw RuleBroken.conflict("complaint.reexamined");
            }
            mustBeOpen(HotlineClocks.REEXAMINE, "complaint.reexamination-late", move);
            return new Reexamining(
                    file.after(HotlineStep.REEXAMINATION_ASKED, move),
                    acceptance,
                    assignment,
                    handling,
                    signed,
                    rating,
                    new Request(reason, move.at()));
        }

        /** The reporter asks for review of the re-examination within the time that the law gives. */
        public Reviewing askReview(String reason, Move move) {
            if (reexamination == null) {
                throw RuleBroken.conflict("complaint.not-reexamined");
            }
            mustBeOpen(HotlineClocks.REVIEW, "complaint.review-late", move);
            return new Reviewing(
                    file.after(HotlineStep.REVIEW_ASKED, move),
                    acceptance,
                    assignment,
                    handling,
                    signed,
                    rating,
                    reexamination,
                    new Request(reason, move.at()));
        }

        /** The reporter says that it goes on: the bureau gets it again. */
        public Assigned reopen(Move move) {
            return redo(file.after(HotlineStep.REOPENED, move), acceptance, assignment, move);
        }

        /** A superior finds that the result is incomplete or unclear: it was no answer, and the time goes on as it ran. */
        public Investigating sendBack(String reason, Move move) {
            ComplaintFile open = file.after(HotlineStep.CLOSED, move);
            return new Investigating(
                    open.withClocks(open.clocks().resumeFinish(move.law())),
                    acceptance,
                    assignment,
                    handling.after(new SentBack(reason, move.by(), move.at()), signed.result()));
        }

        /** Nothing more came in the time that the law gives, or nothing more is wanted. */
        public Closed close(Move move) {
            return new Closed(
                    file.after(HotlineStep.CLOSED, move),
                    acceptance,
                    assignment,
                    handling,
                    signed,
                    rating,
                    reexamination,
                    null,
                    move.at());
        }

        /** Whether the reporter's right to ask for more has begun and is over. */
        boolean hasLapsed(Instant at) {
            return file.clocks()
                    .latest(reexamination == null ? HotlineClocks.REEXAMINE : HotlineClocks.REVIEW)
                    .filter(right -> right.isOverdue(at))
                    .isPresent();
        }

        /** The last day on which the reporter may have it opened again, that many calendar days after it was answered. */
        LocalDate reopenableUntil(int days) {
            return LegalClocks.day(signed.at()).plusDays(days);
        }

        private void mustBeOpen(String clock, String otherwise, Move move) {
            if (file.clocks().open(clock, move.at()).isEmpty()) {
                throw RuleBroken.conflict(otherwise);
            }
        }
    }

    /** The reporter wants it re-examined (复查). */
    record Reexamining(
            ComplaintFile file,
            Acceptance acceptance,
            Assignment assignment,
            Handling handling,
            SignedResult signed,
            @Nullable Rating rating,
            Request request)
            implements InBureau {

        @Override
        public Reexamining with(ComplaintFile other) {
            return new Reexamining(other, acceptance, assignment, handling, signed, rating, request);
        }

        /** Leaves the answer as it is, or puts it right. Nobody re-examines what they signed or drafted. */
        public Answered rule(Verdict verdict, String text, Move move) {
            mustBeAnother(signed, move);
            mustNotRedo(verdict);
            ComplaintFile ruled = file.after(HotlineStep.REEXAMINED, move);
            return new Answered(
                    file.reach().immediate() ? ruled.and(HotlineStep.REEXAMINATION_TOLD, move) : ruled,
                    acceptance,
                    assignment,
                    handling,
                    signed,
                    rating,
                    new Ruling(request, verdict, text, move.by(), move.at()));
        }

        /** Has the bureau deal with it again. */
        public Assigned redo(Move move) {
            mustBeAnother(signed, move);
            return Complaint.redo(
                    file.after(HotlineStep.REEXAMINED, move).and(HotlineStep.REOPENED, move),
                    acceptance,
                    assignment,
                    move);
        }
    }

    /** The reporter wants the re-examination reviewed (复核). */
    record Reviewing(
            ComplaintFile file,
            Acceptance acceptance,
            Assignment assignment,
            Handling handling,
            SignedResult signed,
            @Nullable Rating rating,
            Ruling reexamination,
            Request request)
            implements InBureau {

        @Override
        public Reviewing with(ComplaintFile other) {
            return new Reviewing(other, acceptance, assignment, handling, signed, rating, reexamination, request);
        }

        /** Decides; that is the end. Nobody reviews an own re-examination. */
        public Closed rule(Verdict verdict, String text, Move move) {
            mustBeReviewer(move);
            mustNotRedo(verdict);
            return new Closed(
                    file.after(HotlineStep.REVIEWED, move).and(HotlineStep.CLOSED, move),
                    acceptance,
                    assignment,
                    handling,
                    signed,
                    rating,
                    reexamination,
                    new Ruling(request, verdict, text, move.by(), move.at()),
                    move.at());
        }

        /** Has the bureau deal with it again. */
        public Assigned redo(Move move) {
            mustBeReviewer(move);
            return Complaint.redo(
                    file.after(HotlineStep.REVIEWED, move).and(HotlineStep.REOPENED, move),
                    acceptance,
                    assignment,
                    move);
        }

        private void mustBeReviewer(Move move) {
            mustBeAnother(signed, move);
            move.mustNotBe(reexamination.by());
        }
    }

    /** It is over. */
    record Closed(
            ComplaintFile file,
            Acceptance acceptance,
            Assignment assignment,
            Handling handling,
            SignedResult signed,
            @Nullable Rating rating,
            @Nullable Ruling reexamination,
            @Nullable Ruling review,
            Instant closedAt)
            implements InBureau {

        @Override
        public Closed with(ComplaintFile other) {
            return new Closed(other, acceptance, assignment, handling, signed, rating, reexamination, review, closedAt);
        }
    }

    private static ComplaintFile accepted(ComplaintFile file, Move move) {
        ComplaintFile accepted = file.after(HotlineStep.ACCEPTED, move);
        if (file.superiorDue() != null) {
            accepted = accepted.withClocks(accepted.clocks().finishBy(file.superiorDue(), move));
        }
        return file.reach().immediate() ? accepted.and(HotlineStep.TOLD, move) : accepted;
    }

    private static ComplaintFile assigned(ComplaintFile file, Assignment assignment, Move move, HotlineStep step) {
        ComplaintFile assigned = file.after(step, move);
        return assigned.withClocks(assigned.clocks().handTo(assignment.bureau()));
    }

    private static Assigned redo(ComplaintFile reopened, Acceptance acceptance, Assignment assignment, Move move) {
        return new Assigned(
                reopened.withClocks(reopened.clocks().handTo(assignment.bureau())),
                acceptance,
                new Assignment(assignment.bureau(), assignment.joint(), true, move.by(), move.at()));
    }

    private static void mustBeAnother(SignedResult signed, Move move) {
        move.mustNotBe(signed.by());
        move.mustNotBe(signed.result().by());
    }

    private static void mustNotRedo(Verdict verdict) {
        if (verdict == Verdict.REDO) {
            throw new IllegalArgumentException("redo is a move of its own");
        }
    }
}
