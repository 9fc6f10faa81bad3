package cn.bishui.enforcement.clue.web;

import cn.bishui.audit.AuditEntry;
import cn.bishui.web.page.History;
import cn.bishui.web.page.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The audit log of a clue as its page's timeline: numbers, dates and decisions besides the reasons. */
@Component
class Timeline {

    /** Details whose value is a word of ours, not of the person's. */
    private static final List<String> WORDED = List.of("measure", "decision", "provisional");

    /** What is worth reading, in this order. */
    private static final List<String> SHOWN = List.of(
            "number",
            "case",
            "decision",
            "measure",
            "pollutant",
            "complaint",
            "act",
            "day",
            "from",
            "due",
            "provisional",
            "reason");

    private final MessageSource messages;

    Timeline(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The newest first.
     *
     * @param entries the oldest first
     */
    List<HistoryEntry> of(List<AuditEntry> entries, Locale locale) {
        List<HistoryEntry> plain = History.of(entries, messages, locale);
        List<HistoryEntry> told = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            HistoryEntry entry = plain.get(i);
            String detail = detail(entries.get(plain.size() - 1 - i).details(), locale);
            told.add(new HistoryEntry(entry.at(), entry.who(), entry.what(), detail));
        }
        return told;
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
        return messages.getMessage(key, arguments, locale);
    }
}
