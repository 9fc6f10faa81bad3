package cn.bishui.enforcement.officer;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;

/**
 * Somebody who makes a move in enforcement: a person of the environmental bureau, whatever roles people of other bureaus
 * may have been given.
 *
 * @param actor who the audit log names
 */
public record Officer(Actor actor) {

    /** Refuses people of any other bureau with {@code officer.bureau}. */
    public Officer {
        if (!Bureau.ENV.name().equals(actor.bureau())) {
            throw RuleBroken.forbidden("officer.bureau");
        }
    }

    /** The account's name, by which files remember who did what. */
    public String username() {
        return actor.username();
    }

    /** Whether this is the person that a file remembers, for moves that take two. */
    public boolean is(String otherUsername) {
        return actor.isSamePersonAs(otherUsername);
    }
}
