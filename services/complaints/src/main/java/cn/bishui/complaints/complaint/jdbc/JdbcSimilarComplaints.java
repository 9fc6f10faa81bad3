package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.complaints.complaint.SimilarComplaints;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the end of the address, which is the exact part of a Chinese one; without the house number where that finds nothing. */
@Repository
class JdbcSimilarComplaints implements SimilarComplaints {

    /** So many characters of an address tell places apart. */
    private static final int EXACT = 6;

    private static final int SHORTEST = 2;

    /** So many are looked at where words are common. */
    private static final int LOOKED_AT = 500;

    private static final List<String> OPEN =
            List.of("received", "accepted", "assigned", "objected", "investigating", "drafted");

    private static final List<String> ALSO_ANSWERED = Stream.concat(
                    OPEN.stream(), Stream.of("answered", "reexamining", "reviewing", "closed"))
            .toList();

    private final JdbcClient jdbc;

    JdbcSimilarComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Similar> to(
            String address, String subjectName, @Nullable String except, Instant since, boolean answered, int most) {
        Asked asked = new Asked(except, since, answered ? ALSO_ANSWERED : OPEN, most);
        Map<String, Similar> found = new LinkedHashMap<>();
        String place = address.replaceAll("\\s", "");
        add(found, with(end(place), asked));
        if (found.isEmpty()) {
            add(found, with(end(place.replaceAll("[0-9０-９a-zA-Z#号楼栋单元室-]+$", "")), asked));
        }
        add(found, with(subjectName.strip(), asked));
        return found.values().stream().limit(most).toList();
    }

    /** What is asked beside the words. */
    private record Asked(@Nullable String except, Instant since, List<String> states, int most) {}

    private static void add(Map<String, Similar> found, Collection<Similar> more) {
        more.forEach(each -> found.putIfAbsent(each.number(), each));
    }

    private static String end(String address) {
        return address.length() <= EXACT ? address : address.substring(address.length() - EXACT);
    }

    private List<Similar> with(String words, Asked asked) {
        if (words.length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from (
                            select number, received_at, pollution_type, address, subject_name, state, bureau,
                                   left(content, 60) as excerpt
                            from complaint
                            where words @@ cast(:pairs as tsquery) and received_at >= :since
                              and state = any (:states)
                              and number is distinct from cast(:except as text)
                            limit :lookedAt
                        ) alike
                        order by received_at desc, number limit :most""")
                .param("pairs", SearchWords.query(words))
                .param("since", Timestamp.from(asked.since()))
                .param("states", asked.states().toArray(String[]::new))
                .param("except", asked.except())
                .param("lookedAt", LOOKED_AT)
                .param("most", asked.most())
                .query((row, _) -> new Similar(
                        text(row, "number"),
                        instant(row, "received_at"),
                        text(row, "pollution_type"),
                        text(row, "address"),
                        row.getString("subject_name"),
                        text(row, "state"),
                        row.getString("bureau"),
                        text(row, "excerpt")))
                .list();
    }
}
