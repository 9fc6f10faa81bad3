package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;

/**
 * Who moves a complaint, when, and by which law.
 *
 * @param actor the person, or the service itself
 * @param at the moment of the move
 * @param law the clocks and calendar known then
 */
public record Move(Actor actor, Instant at, LegalClocks law) {

    /** The account's name, by which files remember who did what. */
    public String by() {
        return actor.username();
    }

    /** Makes sure that it is somebody of that bureau; to anybody else the complaint is unknown. */
    void mustBeOf(String bureau) {
        if (!bureau.equals(actor.bureau())) {
            throw Complaint.unknown();
        }
    }

    /** Makes sure that a decision is not its drafter's. */
    void mustNotBe(String drafter) {
        if (actor.isSamePersonAs(drafter)) {
            throw RuleBroken.forbidden("complaint.four-eyes", drafter);
        }
    }
}
