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

    private final JdbcClient jdbc;

    JdbcSimilarComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Similar> to(String address, String subjectName, @Nullable String except, Instant since, int most) {
        Map<String, Similar> found = new LinkedHashMap<>();
        String place = address.replaceAll("\\s", "");
        add(found, with(end(place), except, since, most));
        if (found.isEmpty()) {
            add(found, with(end(place.replaceAll("[0-9０-９a-zA-Z#号楼栋单元室-]+$", "")), except, since, most));
        }
        add(found, with(subjectName.strip(), except, since, most));
        return found.values().stream().limit(most).toList();
    }

    private static void add(Map<String, Similar> found, Collection<Similar> more) {
        more.forEach(each -> found.putIfAbsent(each.number(), each));
    }

    private static String end(String address) {
        return address.length() <= EXACT ? address : address.substring(address.length() - EXACT);
    }

    private List<Similar> with(String words, @Nullable String except, Instant since, int most) {
        if (words.length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from (
                            select number, received_at, pollution_type, address, subject_name, state, bureau,
                                   left(content, 60) as excerpt
                            from complaint
                            where words @@ cast(:pairs as tsquery) and received_at >= :since
                              and state in ('received', 'accepted', 'assigned', 'objected', 'investigating', 'drafted')
                              and number is distinct from cast(:except as text)
                            limit :lookedAt
                        ) similar
                        order by received_at desc, number limit :most""")
                .param("pairs", SearchWords.query(words))
                .param("since", Timestamp.from(since))
                .param("except", except)
                .param("lookedAt", LOOKED_AT)
                .param("most", most)
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
