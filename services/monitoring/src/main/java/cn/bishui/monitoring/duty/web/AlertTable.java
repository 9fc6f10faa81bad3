package cn.bishui.monitoring.duty.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.texts;

import cn.bishui.monitoring.duty.Acknowledgements;
import cn.bishui.web.Texts;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All alerts in one list, whatever they are about; what has waited longest comes first. */
@Component
class AlertTable implements Acknowledgements {

    private static final Duration YOUNG = Duration.ofHours(2);

    /** A fault is to be reported in so long: what is older has waited too long. */
    private static final Duration OLD = Duration.ofHours(12);

    private static final int MONTH_DAYS = 30;

    private static final Map<String, String> SORTS =
            Map.of("since", "since", "kind", "kind", "place", "place", "mn", "mn");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Clock clock;
    private final Map<String, AlertSource> sources;

    AlertTable(JdbcClient jdbc, Lists lists, Clock clock, Collection<AlertSource> sources) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
        this.sources = new TreeMap<>(sources.stream().collect(Collectors.toMap(AlertSource::kind, each -> each)));
    }

    /**
     * What the reader looks for; empty texts for no matter.
     *
     * @param state {@code waiting} or {@code all}
     */
    record Filter(String q, String kind, String state) {

        static Filter of(@Nullable String q, @Nullable String kind, @Nullable String state) {
            return new Filter(stripped(q), stripped(kind), "all".equals(state) ? "all" : "waiting");
        }

        private static String stripped(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    /**
     * An alert.
     *
     * @param age {@code young}, {@code waiting} or {@code old}; {@code seen} of what was seen to
     * @param acknowledgeable whether it may be acknowledged from the list
     * @param seenBy account, or {@code system:…} where what it was about was found otherwise
     */
    record AlertRow(
            String kind,
            String ref,
            Instant since,
            String age,
            String mn,
            String place,
            String href,
            String words,
            @Nullable Instant due,
            boolean overdue,
            boolean acknowledgeable,
            @Nullable Instant seenAt,
            @Nullable String seenBy,
            @Nullable String note) {

        /** Whether nobody has to see to it any more, because it was found otherwise. */
        public boolean withdrawn() {
            return seenBy != null && seenBy.startsWith("system:");
        }
    }

    /** The kinds there are. */
    List<String> kinds() {
        return List.copyOf(sources.keySet());
    }

    Listing<AlertRow> page(Filter filter, ListRequest request, Texts texts) {
        return lists.page(query(filter, texts), request);
    }

    void each(Filter filter, ListRequest order, Texts texts, Consumer<AlertRow> reader) {
        lists.each(query(filter, texts), order, reader);
    }

    /**
     * What waits, of each kind the most pressing: what is overdue comes first, then what is due, then what has waited longest.
     *
     * @param mostOfKind so many of each kind
     */
    Pressing pressing(int mostOfKind, Texts texts) {
        AtomicLong total = new AtomicLong();
        List<AlertRow> rows = jdbc.sql("select * from (select alerts.*, count(*) over () as total, row_number() over"
                        + " (partition by kind order by due nulls last, since, ref) as place_in_kind from ("
                        + select(sources.values())
                        + ") as alerts where seen_at is null) as ranked where place_in_kind <= :most")
                .params(moments())
                .param("most", mostOfKind)
                .query((row, _) -> {
                    total.set(row.getLong("total"));
                    return row(row, texts);
                })
                .list();
        return new Pressing(
                rows.stream()
                        .sorted(Comparator.comparing((AlertRow each) -> !each.overdue())
                                .thenComparing(AlertRow::due, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(AlertRow::since)
                                .thenComparing(AlertRow::kind)
                                .thenComparing(AlertRow::ref))
                        .toList(),
                total.get());
    }

    /**
     * What is to be seen to first.
     *
     * @param total how many wait, those too that are not among the rows
     */
    record Pressing(List<AlertRow> rows, long total) {}

    /** How many wait. */
    long waiting() {
        return jdbc.sql("select count(*) from (" + select(sources.values()) + ") as alerts where seen_at is null")
                .params(moments())
                .query(Long.class)
                .single();
    }

    @Override
    public boolean exists(String kind, String ref) {
        AlertSource source = sources.get(kind);
        return source != null
                && source.acknowledgedHere()
                && jdbc.sql("select exists (select from (" + select(List.of(source)) + ") as alerts where ref = :ref)")
                        .params(moments())
                        .param("ref", ref)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean add(String kind, String ref, String note, Instant at, String by) {
        return jdbc.sql("""
                        insert into alert_acknowledged (kind, ref, acknowledged_at, acknowledged_by, note)
                        values (:kind, :ref, :at, :by, :note) on conflict do nothing""")
                        .param("kind", kind)
                        .param("ref", ref)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("note", note)
                        .update()
                == 1;
    }

    private ListQuery<AlertRow> query(Filter filter, Texts texts) {
        Map<String, Object> parameters = new HashMap<>(moments());
        parameters.put("q", filter.q());
        parameters.put("state", filter.state());
        Collection<AlertSource> wanted =
                sources.containsKey(filter.kind()) ? List.of(sources.get(filter.kind())) : sources.values();
        return new ListQuery<>(
                "select * from (" + select(wanted) + """
                        ) as alerts
                        where (:q = '' or mn ilike '%' || :q || '%' or place ilike '%' || :q || '%')
                          and (:state = 'all' or seen_at is null)
                        """,
                parameters,
                SORTS,
                "since, kind, ref",
                row -> row(row, texts));
    }

    private static String select(Collection<AlertSource> wanted) {
        return "select a.kind, a.ref, a.since, a.mn, a.place, a.href, a.details, a.due,"
                + " coalesce(a.seen_at, k.acknowledged_at) as seen_at, coalesce(a.seen_by, k.acknowledged_by) as seen_by,"
                + " k.note from ("
                + wanted.stream()
                        .map(each -> "select '" + each.kind() + "' as kind, s.* from (" + each.select() + ") as s")
                        .collect(Collectors.joining(" union all "))
                + ") as a left join alert_acknowledged k on k.kind = a.kind and k.ref = a.ref";
    }

    private Map<String, Object> moments() {
        Instant now = clock.instant();
        return Map.of(
                "now", Timestamp.from(now),
                "day", Timestamp.from(now.minus(Duration.ofDays(1))),
                "month", Timestamp.from(now.minus(Duration.ofDays(MONTH_DAYS))),
                "today", LocalDate.now(clock).toString(),
                "zone", clock.getZone().getId());
    }

    private AlertRow row(ResultSet row, Texts texts) throws SQLException {
        AlertSource source = Objects.requireNonNull(sources.get(text(row, "kind")));
        Instant now = clock.instant();
        Instant since = instant(row, "since");
        Instant seenAt = instantOrNull(row, "seen_at");
        Instant told = instantOrNull(row, "due");
        Instant due = told == null ? source.due().apply(since) : told;
        return new AlertRow(
                source.kind(),
                text(row, "ref"),
                since,
                seenAt == null ? age(Duration.between(since, now)) : "seen",
                text(row, "mn"),
                text(row, "place"),
                text(row, "href"),
                source.words().apply(new AlertSource.Details(texts(row, "details")), texts),
                due,
                due != null && due.isBefore(now),
                source.acknowledgedHere() && seenAt == null,
                seenAt,
                row.getString("seen_by"),
                row.getString("note"));
    }

    private static String age(Duration waited) {
        if (waited.compareTo(YOUNG) < 0) {
            return "young";
        }
        return waited.compareTo(OLD) < 0 ? "waiting" : "old";
    }
}
