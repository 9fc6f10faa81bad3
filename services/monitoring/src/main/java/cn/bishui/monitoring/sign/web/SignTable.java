package cn.bishui.monitoring.sign.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.monitoring.sign.Sign;
import cn.bishui.monitoring.sign.Suspicion;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of suspicions. */
@Component
class SignTable {

    private static final String ENGLISH = "en";

    private static final Map<String, String> COLUMNS = Map.of(
            "found",
            "found_at",
            "sign",
            "sign",
            "unit",
            "unit_name",
            "state",
            "state",
            "last",
            "last_seen",
            "count",
            "count");

    private final Lists lists;

    SignTable(Lists lists) {
        this.lists = lists;
    }

    /**
     * Which of them.
     *
     * @param q part of an MN or of a unit's name, or a credit code; empty for all
     * @param sign such as {@code F01}; empty for all
     * @param state a state, or {@code open} for those that wait; empty for all
     */
    record Filter(String q, String sign, String state) {

        boolean isEmpty() {
            return q.isEmpty() && sign.isEmpty() && state.isEmpty();
        }
    }

    /** A suspicion in the list. */
    record Row(
            UUID id,
            Sign sign,
            String mn,
            String unit,
            String unitName,
            String outlet,
            String outletName,
            @Nullable String pollutant,
            LocalDateTime from,
            LocalDateTime until,
            Instant foundAt,
            String zh,
            String en,
            String state,
            int count,
            LocalDateTime lastSeen,
            String ruleVersion,
            String evidenceHash,
            int records,
            @Nullable String clue,
            @Nullable String clueNumber,
            @Nullable String outcome) {

        public String name(Locale locale) {
            return locale.getLanguage().equals(ENGLISH) ? sign.nameEn() : sign.nameZh();
        }

        public String finding(Locale locale) {
            return locale.getLanguage().equals(ENGLISH) ? en : zh;
        }

        public String pollutantName(Locale locale) {
            return nameOf(pollutant, locale);
        }
    }

    /** A pollutant's name; empty where there is none. */
    static String nameOf(@Nullable String pollutant, Locale locale) {
        if (pollutant == null) {
            return "";
        }
        return Pollutants.find(pollutant)
                .map((Pollutant known) -> locale.getLanguage().equals(ENGLISH) ? known.nameEn() : known.nameZh())
                .orElse(pollutant);
    }

    Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    private static ListQuery<Row> query(Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("select * from suspicion where true");
        if (!filter.q().isEmpty()) {
            where.append(" and (mn ilike :part or unit_name ilike :part or unit = :q or clue_number = :q)");
            parameters.put("q", filter.q());
            parameters.put("part", "%" + filter.q().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        if (!filter.sign().isEmpty()) {
            where.append(" and sign = :sign");
            parameters.put("sign", filter.sign());
        }
        if (filter.state().equals("open")) {
            where.append(" and state in ('%s', '%s')"
                    .formatted(Suspicion.State.FOUND.code(), Suspicion.State.HANDED_OVER.code()));
        } else if (!filter.state().isEmpty()) {
            where.append(" and state = :state");
            parameters.put("state", filter.state());
        }
        return new ListQuery<>(where.toString(), parameters, COLUMNS, "found_at desc, id", SignTable::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                uuid(row, "id"),
                Sign.valueOf(text(row, "sign")),
                text(row, "mn"),
                text(row, "unit"),
                text(row, "unit_name"),
                text(row, "outlet"),
                text(row, "outlet_name"),
                row.getString("pollutant"),
                time(row, "window_from"),
                time(row, "window_until"),
                instant(row, "found_at"),
                text(row, "finding_zh"),
                text(row, "finding_en"),
                text(row, "state"),
                row.getInt("count"),
                time(row, "last_seen"),
                text(row, "rule_version"),
                text(row, "evidence_hash"),
                row.getInt("records"),
                row.getString("clue"),
                row.getString("clue_number"),
                row.getString("outcome"));
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column);
    }
}
