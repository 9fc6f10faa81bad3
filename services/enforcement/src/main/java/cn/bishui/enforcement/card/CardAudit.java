package cn.bishui.enforcement.card;

import java.util.UUID;

/** How the audit log speaks of yellow cards. */
public final class CardAudit {

    public static final String PROPOSED = "card.proposed";
    public static final String DRAFTED = "card.drafted";
    public static final String RETURNED = "card.returned";
    public static final String SIGNED = "card.signed";
    public static final String LAPSED = "card.lapsed";

    private CardAudit() {}

    /** The subject under which everything about a clue's card is noted. */
    public static String subject(UUID clue) {
        return "card/" + clue;
    }
}
