package cn.bishui.web.page;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditEntry;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the audit log says of a thing, as its page's timeline. */
public final class History {

    private static final String SYSTEM = "system:";

    private History() {}

    /** As {@link #of(List, Texts)}, for those who hold no texts. */
    public static List<HistoryEntry> of(List<AuditEntry> entries, MessageSource messages, Locale locale) {
        return of(entries, new Texts(messages, locale));
    }

    /**
     * The entries in the reader's language, newest first. What was done is the message {@code audit.<action>}, the
     * detail is the entry's {@code reason}.
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
        return body.isEmpty() ? actor.username() : body + " " + actor.username();
    }
}
