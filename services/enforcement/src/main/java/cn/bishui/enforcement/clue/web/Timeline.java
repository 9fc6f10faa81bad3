package cn.bishui.enforcement.clue.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditEntry;
import cn.bishui.contracts.Bureau;
import cn.bishui.web.page.HistoryEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the audit log into the reader's words. */
@Component
class Timeline {

    private static final String SYSTEM = "system:";

    /** Details whose value is a word of ours, not of the person's. */
    private static final List<String> WORDED = List.of("measure", "decision", "provisional");

    /** What is worth reading, in this order. */
    private static final List<String> SHOWN = List.of(
            "number", "case", "decision", "measure", "pollutant", "day", "from", "due", "provisional", "reason");

    private final MessageSource messages;

    Timeline(MessageSource messages) {
        this.messages = messages;
    }

    /** The newest first. */
    List<HistoryEntry> of(List<AuditEntry> entries, Locale locale) {
        return entries.reversed().stream().map(entry -> entry(entry, locale)).toList();
    }

    private HistoryEntry entry(AuditEntry entry, Locale locale) {
        return new HistoryEntry(
                entry.at(),
                who(entry.actor(), locale),
                text("history." + entry.action(), locale),
                detail(entry.details(), locale));
    }

    private String who(Actor actor, Locale locale) {
        if (actor.username().startsWith(SYSTEM)) {
            return text("history.system", locale);
        }
        String bureau = bureau(actor.bureau(), locale);
        return bureau.isEmpty() ? actor.username() : bureau + " " + actor.username();
    }

    private static String bureau(@Nullable String id, Locale locale) {
        return Arrays.stream(Bureau.values())
                .filter(bureau -> bureau.name().equals(id))
                .map(bureau -> locale.getLanguage().equals("en") ? bureau.englishName() : bureau.chineseName())
                .findFirst()
                .orElse(Objects.requireNonNullElse(id, ""));
    }

    private @Nullable String detail(Map<String, Object> details, Locale locale) {
        String lines = SHOWN.stream()
                .filter(details::containsKey)
                .filter(key -> !Boolean.FALSE.equals(details.get(key)))
                .map(key -> text("history.detail." + key, locale, value(key, details.get(key), locale)))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private String value(String key, @Nullable Object value, Locale locale) {
        String plain = String.valueOf(value);
        return WORDED.contains(key) ? text("history." + key + "." + plain, locale) : plain;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, locale));
    }
}
