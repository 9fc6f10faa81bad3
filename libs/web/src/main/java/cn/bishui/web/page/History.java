package cn.bishui.web.page;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditEntry;
import cn.bishui.web.Person;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the audit log says of a thing, as its page's timeline. */
public final class History {

    private static final String SYSTEM = "system:";

    private History() {}

    /**
     * The entries in the reader's language, newest first. What was done is the message {@code audit.<action>}, the
     * detail is the entry's {@code reason}.
     */
    public static List<HistoryEntry> of(List<AuditEntry> entries, MessageSource messages, Locale locale) {
        return entries.reversed().stream()
                .map(entry -> new HistoryEntry(
                        entry.at(),
                        who(entry.actor(), messages, locale),
                        messages.getMessage("audit." + entry.action(), null, locale),
                        entry.details().get("reason") instanceof String reason ? reason : null))
                .toList();
    }

    private static String who(Actor actor, MessageSource messages, Locale locale) {
        if (actor.username().startsWith(SYSTEM)) {
            String service = actor.username().substring(SYSTEM.length());
            return String.valueOf(messages.getMessage("web.service." + service, null, service, locale));
        }
        String body = Person.bodyName(actor.bureau(), actor.unit(), locale);
        return body.isEmpty() ? actor.username() : body + " " + actor.username();
    }
}
