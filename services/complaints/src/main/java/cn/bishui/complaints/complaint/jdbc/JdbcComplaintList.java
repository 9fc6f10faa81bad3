package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.ComplaintSheet;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Refused ones are late too, until their reporters are told. */
    private static final String LATE =
            "c.state in ('received', 'refused', 'accepted', 'assigned', 'objected', 'investigating', 'drafted', 'reexamining',"
                    + " 'reviewing') and c.due < :now";

    private static final Set<String> OPEN_STATES = Stream.concat(
                    Stream.of("open", "overdue"),
                    Arrays.stream(ComplaintSheet.State.values())
                            .filter(ComplaintSheet.State::open)
                            .map(ComplaintSheet.State::id))
            .collect(Collectors.toUnmodifiableSet());

    /** What has an index in that order; numbers are given in the order of receipt. */
    private static final Map<String, String> SORTED =
            Map.of("number", "c.received_at", "received", "c.received_at", "due", "c.due");

    private static final Pattern NUMBER = Pattern.compile("JB-\\d{4}-\\d{7,}");

    /** Stands in a condition for the moment of receipt, which two tables have. */
    private static final String RECEIVED = "{received_at}";

    private final Lists lists;
    private final WordFrequency frequency;

    JdbcComplaintList(Lists lists, WordFrequency frequency) {
        this.lists = lists;
        this.frequency = frequency;
    }

    @Override
    public Listing<Row> page(Filter filter, Sight sight, ListRequest request) {
        Question question = new Question(filter, sight);
        WordFrequency.Share share = frequency.of(question.pairs);
        return lists.page(
                question.query(share != WordFrequency.Share.RARE),
                request,
                question.counting(share == WordFrequency.Share.COMMON),
                filter.counted());
    }

    @Override
    public void each(Filter filter, Sight sight, ListRequest order, Consumer<Row> reader) {
        lists.each(new Question(filter, sight).query(false), order, reader);
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
        private final @Nullable String bureau;
        private final boolean openOnly;
        private String pairs = "";

        Question(Filter filter, Sight sight) {
            bureau = sight.bureau();
            if (bureau != null) {
                values.put("sight", bureau);
            }
            words(filter.q().strip());
            openOnly = OPEN_STATES.contains(filter.state());
            switch (filter.state()) {
                case "" -> {}
                case "open" -> conditions.add(OPEN);
                case "overdue" -> ask(LATE, "now", Timestamp.from(filter.now()));
                default -> ask("c.state = :state", "state", filter.state());
            }
            askIf("c.channel = :channel", "channel", filter.channel());
            askIf("c.pollution_type = :type", "type", filter.type());
            askIf("c.bureau = :bureau", "bureau", filter.bureau());
            askIf("c.street = :street", "street", filter.street());
            askIf("c.handler = :handler", "handler", filter.handler());
            if (filter.from() != null) {
                ask(RECEIVED + " >= :from", "from", startOf(filter.from()));
            }
            if (filter.to() != null) {
                ask(RECEIVED + " < :to", "to", startOf(filter.to().plusDays(1)));
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
            List<String> parts = List.of(q.toLowerCase(Locale.ROOT).split("\\s+"));
            pairs = parts.stream().map(SearchWords::query).distinct().collect(Collectors.joining(" & "));
            values.put("pairs", pairs);
            values.put("pairs_of_bureau", bureau == null ? pairs : pairs + " & " + SearchWords.bureau(bureau));
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                String found = part.equals(part.toUpperCase(Locale.ROOT)) ? "strpos(%s, :q" : "strpos(lower(%s), :q";
                ask(
                        Stream.of("c.content", "c.address", "c.subject_name", "c.number")
                                .map((found + i + ") > 0")::formatted)
                                .collect(Collectors.joining(" or ", "(", ")")),
                        "q" + i,
                        part);
            }
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

        /**
         * The query. PostgreSQL guesses badly how many texts have several pairs at once, so it is told how to go: through the
         * newest until enough are found, which is quick for common words, or from the index of words and then sort, which is quick
         * for rare ones. A bureau's newest are read from its parties, in their order.
         */
        ListQuery<Row> query(boolean common) {
            List<String> all = new ArrayList<>();
            boolean byParties = bureau != null && (common || pairs.isEmpty());
            String from = "complaint c";
            if (byParties) {
                from = "party p join complaint c on c.id = p.complaint";
                all.add(openOnly ? "p.bureau = :sight and p.open" : "p.bureau = :sight");
            }
            conditions.stream()
                    .map(condition -> condition.replace(RECEIVED, byParties ? "p.received_at" : "c.received_at"))
                    .forEach(all::add);
            if (!pairs.isEmpty() && common) {
                // the function behind @@, which no index answers
                all.add("ts_match_vq(c.words, cast(:pairs as tsquery))");
            } else if (!pairs.isEmpty()) {
                // offset 0 keeps the order out, and with it the index on receipt
                from = "(select * from complaint where words @@ cast(:pairs_of_bureau as tsquery) offset 0) c";
                if (bureau != null) {
                    // offset 0 again: one look at the key for each that was found, not all of the bureau's parties
                    all.add("exists (select from party p where p.bureau = :sight and p.received_at = c.received_at"
                            + " and p.complaint = c.id offset 0)");
                }
            }
            return new ListQuery<>(
                    "select c.*, left(c.content, 60) as excerpt from " + from
                            + (all.isEmpty() ? "" : " where " + String.join(" and ", all)),
                    values,
                    SORTED,
                    byParties ? "p.received_at desc, p.complaint" : "c.received_at desc, c.id",
                    JdbcComplaintList::row);
        }

        /** The query that counts: what is common is found sooner along the newest than by a look at every text. */
        String counting(boolean common) {
            ListQuery<Row> query = query(common);
            return pairs.isEmpty() || !common ? query.select() : query.select() + " order by " + query.order();
        }
    }
}
