package cn.bishui.complaints.complaint.web;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.complaints.complaint.Bureaus;
import cn.bishui.web.Texts;
import cn.bishui.web.page.History;
import cn.bishui.web.page.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the audit log says of a complaint, with what was decided in words. */
@Component
class Timeline {

    /** Details whose value is an id with a text of its own, and the text's key. */
    private static final Map<String, String> NAMED = Map.of(
            "outcome", "complaint.outcome.",
            "finding", "complaint.finding.",
            "verdict", "complaint.verdict.",
            "clock", "clock.",
            "notice", "complaint.notice.",
            "supervision", "supervision.reason.",
            "callOutcome", "call-back.outcome.",
            "channel", "complaint.channel.");

    /** Details that are told as they are, behind their name. */
    private static final List<String> PLAIN =
            List.of("days", "due", "satisfaction", "first", "unit", "from", "type", "street", "address", "subject");

    private final AuditReader audit;

    Timeline(AuditReader audit) {
        this.audit = audit;
    }

    /** What operators wrote of their talks with reporters, before only its fingerprint was kept. */
    private static final Set<String> OF_TALKS = Set.of("complaint.told", "complaint.called-back");

    /**
     * Newest first.
     *
     * @param seesAll whether the reader sees every complaint
     */
    List<HistoryEntry> of(String number, boolean seesAll, Texts texts) {
        return audit.about("complaint/" + number).reversed().stream()
                .map(entry -> {
                    HistoryEntry told = History.of(List.of(entry), texts).getFirst();
                    return new HistoryEntry(told.at(), told.who(), told.what(), detail(entry, seesAll, texts));
                })
                .toList();
    }

    private static @Nullable String detail(AuditEntry entry, boolean seesAll, Texts texts) {
        Map<String, Object> details = entry.details();
        Map<String, String> bureaus = Bureaus.names(texts.locale());
        String decided = Stream.of(
                        bureaus(details, bureaus),
                        NAMED.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(named -> named(details, named.getKey(), named.getValue(), texts))
                                .filter(Objects::nonNull),
                        PLAIN.stream().map(name -> plain(details, name, texts)).filter(Objects::nonNull),
                        flags(details, texts))
                .flatMap(each -> each)
                .collect(Collectors.joining(" · "));
        Object reason = seesAll || !OF_TALKS.contains(entry.action()) ? details.get("reason") : null;
        String all = Stream.of(decided, reason == null ? "" : reason.toString())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : all;
    }

    private static Stream<String> bureaus(Map<String, Object> details, Map<String, String> names) {
        Object bureau = details.get("bureau");
        List<?> joint = details.get("joint") instanceof List<?> list ? list : List.of();
        return Stream.concat(Stream.ofNullable(bureau), joint.stream())
                .map(id -> names.getOrDefault(id.toString(), id.toString()));
    }

    private static @Nullable String named(Map<String, Object> details, String name, String prefix, Texts texts) {
        Object value = details.get(name);
        return value == null ? null : texts.orWord(prefix, value.toString());
    }

    private static @Nullable String plain(Map<String, Object> details, String name, Texts texts) {
        Object value = details.get(name);
        if (value == null || value.equals("null")) {
            return null;
        }
        boolean typeOfNew = name.equals("type") && details.containsKey("channel");
        return typeOfNew ? texts.orWord("complaint.type.", value.toString()) : texts.of("timeline." + name, value);
    }

    private static Stream<String> flags(Map<String, Object> details, Texts texts) {
        return Stream.of("urgent", "inTime", "reached")
                .filter(name -> details.get(name) instanceof Boolean)
                .filter(name -> !name.equals("urgent") || Boolean.TRUE.equals(details.get(name)))
                .map(name -> texts.of("timeline." + name + "." + details.get(name)));
    }
}
