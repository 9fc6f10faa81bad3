package cn.bishui.complaints.complaint.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often words occur, by the newest complaints: so the list knows on which way it finds them sooner. */
@Repository
class WordFrequency {

    /** What share of complaints has the words. */
    enum Share {
        /** At least one in 16. */
        COMMON,
        /** At least one in 120. */
        FREQUENT,
        /** Fewer. */
        RARE
    }

    private static final int PAGE = 25;
    private static final int COMMON_WITHIN = 16 * PAGE;
    private static final int FREQUENT_WITHIN = 120 * PAGE;

    private final JdbcClient jdbc;

    WordFrequency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The share of those that have the pairs of {@link SearchWords#query}; of no pairs it is common. */
    Share of(String pairs) {
        if (pairs.isEmpty() || fillAPage(pairs, COMMON_WITHIN)) {
            return Share.COMMON;
        }
        return fillAPage(pairs, FREQUENT_WITHIN) ? Share.FREQUENT : Share.RARE;
    }

    private boolean fillAPage(String pairs, int newest) {
        return jdbc.sql("""
                        select count(*) from (
                            select from (select words from complaint order by received_at desc, id limit :newest) c
                            where words @@ cast(:pairs as tsquery) limit :page
                        ) found""")
                        .param("newest", newest)
                        .param("pairs", pairs)
                        .param("page", PAGE)
                        .query((row, _) -> row.getInt(1))
                        .single()
                == PAGE;
    }
}
