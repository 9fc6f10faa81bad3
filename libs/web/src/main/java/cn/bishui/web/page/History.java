package cn.bishui.web.page;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditEntry;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import java.util.List;

/** What the audit log says of a thing, as its page's timeline. */
public final class History {

    private static final String SYSTEM = "system:";

    private History() {}

    /**
     * The entries in the reader's language, newest first. What was done is the message {@code audit.<action>}, the
     * detail is the entry's {@code reason}. An account of no body is named by the message {@code actor.<account>}, where
     * there is one.
     */
    public static List<HistoryEntry> of(List<AuditEntry> entries, Texts texts) {
        return entries.reversed().stream()
                .map(entry -> new HistoryEntry(
                        entry.at(),
                        who(entry.actor(), texts),
                        texts.of("audit." + entry.action()),
                        entry.details().get("reason") instanceof String reason ? reason : null))
                .toList();
    }

    private static String who(Actor actor, Texts texts) {
        if (actor.username().startsWith(SYSTEM)) {
            return texts.orWord("web.service.", actor.username().substring(SYSTEM.length()));
        }
        String body = Person.bodyName(actor.bureau(), actor.unit(), texts.locale());
        return body.isEmpty() ? texts.orWord("actor.", actor.username()) : body + " " + actor.username();
    }
}
