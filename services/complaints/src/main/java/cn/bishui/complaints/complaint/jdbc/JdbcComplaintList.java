package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.uuid;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Only what is asked for gets into the statement, so that each question finds its index: the newest come from the index on
 * receipt, a bureau's from its parties, what is open from the index of those, and words from theirs.
 */
@Repository
class JdbcComplaintList implements ComplaintList {

    private static final String OPEN =
            "c.state in ('received', 'accepted', 'assigned', 'objected', 'investigating', 'drafted', 'reexamining', 'reviewing')";

    private static final Map<String, String> SORTED = Map.of(
            "number", "c.number",
            "received", "c.received_at",
            "address", "c.address",
            "type", "c.pollution_type",
            "state", "c.state",
            "bureau", "c.bureau",
            "due", "c.due");

    private static final Pattern NUMBER = Pattern.compile("JB-\\d{4}-\\d{7,}");

    private final Lists lists;

    JdbcComplaintList(Lists lists) {
        this.lists = lists;
    }

    @Override
    public Listing<Row> page(Filter filter, Sight sight, ListRequest request) {
        return lists.page(new Question(filter, sight).query(), request, COUNTED);
    }

    @Override
    public void each(Filter filter, Sight sight, ListRequest order, Consumer<Row> reader) {
        lists.each(new Question(filter, sight).query(), order, reader);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                uuid(row, "id"),
                text(row, "number"),
                text(row, "channel"),
                instant(row, "received_at"),
                text(row, "address"),
                row.getString("street"),
                row.getString("subject_name"),
                text(row, "pollution_type"),
                row.getString("water_subtype"),
                text(row, "state"),
                row.getBoolean("urgent"),
                row.getString("bureau"),
                row.getString("handler"),
                instantOrNull(row, "due"),
                row.getBoolean("due_provisional"),
                row.getString("finding"),
                row.getObject("in_time", Boolean.class),
                row.getObject("satisfaction", Integer.class),
                text(row, "excerpt"));
    }

    /** A filter as conditions and their values. */
    private static final class Question {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, @Nullable Object> values = new HashMap<>();
        private final boolean ofBureau;

        Question(Filter filter, Sight sight) {
            ofBureau = sight.bureau() != null;
            if (ofBureau) {
                ask("p.bureau = :sight", "sight", sight.bureau());
            }
            words(filter.q().strip());
            switch (filter.state()) {
                case "" -> {}
                case "open" -> conditions.add(OPEN);
                case "overdue" -> ask(OPEN + " and c.due < :now", "now", Timestamp.from(filter.now()));
                default -> ask("c.state = :state", "state", filter.state());
            }
            askIf("c.channel = :channel", "channel", filter.channel());
            askIf("c.pollution_type = :type", "type", filter.type());
            askIf("c.bureau = :bureau", "bureau", filter.bureau());
            askIf("c.street = :street", "street", filter.street());
            askIf("c.handler = :handler", "handler", filter.handler());
            if (filter.from() != null) {
                ask(received() + " >= :from", "from", startOf(filter.from()));
            }
            if (filter.to() != null) {
                ask(received() + " < :to", "to", startOf(filter.to().plusDays(1)));
            }
        }

        private void words(String q) {
            if (q.isEmpty()) {
                return;
            }
            String number = q.toUpperCase(Locale.ROOT);
            if (NUMBER.matcher(number).matches()) {
                ask("c.number = :number", "number", number);
                return;
            }
            String pairs = SearchWords.query(q);
            if (!pairs.isEmpty()) {
                ask("c.words @@ cast(:pairs as tsquery)", "pairs", pairs);
            }
            ask(
                    "(c.number ilike :q or c.address ilike :q or c.subject_name ilike :q or c.content ilike :q)",
                    "q",
                    "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }

        private void askIf(String condition, String name, String value) {
            if (!value.isBlank()) {
                ask(condition, name, value.strip());
            }
        }

        private void ask(String condition, String name, @Nullable Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        private static Timestamp startOf(LocalDate day) {
            return Timestamp.from(day.atStartOfDay(LegalClocks.ZONE).toInstant());
        }

        /** A bureau's list is read from its parties, in their order. */
        private String received() {
            return ofBureau ? "p.received_at" : "c.received_at";
        }

        ListQuery<Row> query() {
            String from = ofBureau ? " from party p join complaint c on c.id = p.complaint" : " from complaint c";
            String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            return new ListQuery<>(
                    "select c.*, left(c.content, 60) as excerpt" + from + where,
                    values,
                    SORTED,
                    ofBureau ? "p.received_at desc, p.complaint" : "c.received_at desc, c.id",
                    JdbcComplaintList::row);
        }
    }
}
