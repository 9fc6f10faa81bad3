package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Move;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.supervision.SuperviseComplaint;
import cn.bishui.complaints.supervision.UrgeBureau;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what somebody may do about a complaint now: what the role allows and the complaint itself does not refuse.
 *
 * @param all in their order
 */
record Moves(List<FileMove> all) {

    Moves {
        all = List.copyOf(all);
    }

    /**
     * Tries each move that the person's roles know.
     *
     * @param actReported whether an act was reported to enforcement, which happens once
     * @param supervised whether a supervision goes on
     * @param untold whether the reporter is still to be told something
     */
    static Moves of(
            Complaint complaint, boolean actReported, boolean supervised, boolean untold, Person person, Move move) {
        Offer offer = new Offer(person, move);
        switch (complaint) {
            case Complaint.Received _ ->
                offer.to(Roles.OPERATOR, FileMove.ACCEPT, FileMove.ACCEPT_URGENT, FileMove.REFUSE);
            case Complaint.Refused c -> offer.to(Roles.SUPERVISOR, FileMove.OVERTURN, () -> c.overturn(move));
            case Complaint.Accepted _ -> offer.to(Roles.OPERATOR, FileMove.ASSIGN);
            case Complaint.Assigned c -> {
                offer.to(Roles.HANDLER, FileMove.TAKE, () -> c.take(move));
                offer.to(Roles.HANDLER, FileMove.OBJECT, () -> c.object("", move));
                offer.to(Roles.HEAD, FileMove.OBJECT, () -> c.object("", move));
            }
            case Complaint.Objected _ -> offer.to(Roles.SUPERVISOR, FileMove.SETTLE);
            case Complaint.Investigating c -> offer.investigating(c);
            case Complaint.Drafted c -> {
                offer.to(Roles.HEAD, FileMove.SIGN, () -> c.sign(move));
                offer.to(Roles.HEAD, FileMove.RETURN_RESULT, () -> c.sendBack("", move));
            }
            case Complaint.Answered c -> offer.to(Roles.SUPERVISOR, FileMove.SEND_BACK, () -> c.sendBack("", move));
            case Complaint.Reexamining c -> offer.to(Roles.SUPERVISOR, FileMove.RULE, () -> c.redo(move));
            case Complaint.Reviewing c -> offer.to(Roles.SUPERVISOR, FileMove.RULE, () -> c.redo(move));
            case Complaint.Closed _ -> {}
        }
        offer.always(complaint, actReported, supervised, untold);
        return new Moves(offer.all);
    }

    /** The one that the page offers first, null where nothing waits for the person. */
    @Nullable
    FileMove primary() {
        return all.stream().filter(FileMove::leads).findFirst().orElse(null);
    }

    boolean allow(FileMove move) {
        return all.contains(move);
    }

    private static final class Offer {

        private final List<FileMove> all = new ArrayList<>();
        private final Person person;
        private final Move move;

        Offer(Person person, Move move) {
            this.person = person;
            this.move = move;
        }

        void to(String role, FileMove... moves) {
            if (person.roles().contains(role)) {
                Collections.addAll(all, moves);
            }
        }

        void to(String role, FileMove offered, Supplier<?> tried) {
            if (person.roles().contains(role) && !all.contains(offered) && succeeds(tried)) {
                all.add(offered);
            }
        }

        private static boolean succeeds(Supplier<?> tried) {
            try {
                return tried.get() != null;
            } catch (RuleBroken _) {
                return false;
            }
        }

        /** Who has it drafts; a colleague takes it over first. */
        void investigating(Complaint.Investigating c) {
            if (c.handling().handler().equals(person.username())) {
                to(Roles.HANDLER, FileMove.DRAFT, () -> c.takeOver(move));
                if (c.handling().wanted() == null) {
                    to(Roles.HANDLER, FileMove.ASK_TIME, () -> c.askForTime(1, "", move));
                }
            } else {
                to(Roles.HANDLER, FileMove.TAKE_OVER, () -> c.takeOver(move));
            }
            to(Roles.HEAD, FileMove.GRANT_TIME, () -> c.grantTime(move));
            to(Roles.HEAD, FileMove.DENY_TIME, () -> c.denyTime("", move));
        }

        void always(Complaint complaint, boolean actReported, boolean supervised, boolean untold) {
            if (complaint instanceof Complaint.InBureau inBureau
                    && !actReported
                    && inBureau.assignment().involves(person.bureau())) {
                to(Roles.HANDLER, FileMove.ACT);
            }
            if (UrgeBureau.possible(complaint, untold)) {
                to(Roles.SUPERVISOR, FileMove.URGE);
            }
            if (SuperviseComplaint.possible(complaint) && !supervised) {
                to(Roles.SUPERVISOR, FileMove.SUPERVISE);
            }
            if (!(complaint instanceof Complaint.Closed)
                    && person.hasAnyOf(List.of(Roles.OPERATOR, Roles.HANDLER, Roles.SUPERVISOR))) {
                all.add(FileMove.FACT);
            }
            if (ComplaintSheet.of(complaint).state().open()
                    && person.hasAnyOf(List.of(Roles.OPERATOR, Roles.SUPERVISOR))) {
                all.add(FileMove.MATTER);
            }
            Collections.sort(all);
        }
    }
}
