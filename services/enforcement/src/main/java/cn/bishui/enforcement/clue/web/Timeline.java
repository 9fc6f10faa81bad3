package cn.bishui.enforcement.clue.web;

import cn.bishui.audit.AuditEntry;
import cn.bishui.web.Texts;
import cn.bishui.web.page.History;
import cn.bishui.web.page.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit log of a clue as its page's timeline: numbers, dates and decisions besides the reasons. */
final class Timeline {

    /** Details whose value is a word of ours, not of the person's. */
    private static final List<String> WORDED = List.of("measure", "decision", "provisional", "stands", "correction");

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
            "stands",
            "correction",
            "from",
            "due",
            "provisional",
            "reason");

    private Timeline() {}

    /**
     * The newest first.
     *
     * @param entries the oldest first
     */
    static List<HistoryEntry> of(List<AuditEntry> entries, Texts texts) {
        List<HistoryEntry> plain = History.of(entries, texts);
        List<HistoryEntry> told = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            HistoryEntry entry = plain.get(i);
            String detail = detail(entries.get(plain.size() - 1 - i).details(), texts);
            told.add(new HistoryEntry(entry.at(), entry.who(), entry.what(), detail));
        }
        return told;
    }

    private static @Nullable String detail(Map<String, Object> details, Texts texts) {
        String lines = SHOWN.stream()
                .filter(details::containsKey)
                .filter(key -> !Boolean.FALSE.equals(details.get(key)))
                .map(key -> texts.of("history.detail." + key, value(key, details.get(key), texts)))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    private static String value(String key, @Nullable Object value, Texts texts) {
        String plain = String.valueOf(value);
        return WORDED.contains(key) ? texts.of("history." + key + "." + plain) : plain;
    }
}
