package cn.bishui.disclosure.card.jdbc;

import cn.bishui.disclosure.card.Card;
import cn.bishui.disclosure.card.Cards;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards in PostgreSQL. */
@Repository
class JdbcCards implements Cards {

    private static final String CARDS =
            "select card.*, array(select exceedance from card_exceedance where card = number order by exceedance)"
                    + " as exceedances from card";

    private static final String WANTED = """
             where (cast(:from as date) is null or shown_on >= :from)
               and (cast(:to as date) is null or shown_on <= :to)
               and (cast(:unit as text) is null or unit_code = :unit or position(:unit in unit_name) > 0)
            """;

    private final JdbcClient jdbc;

    JdbcCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Card card, Instant publishedAt) {
        jdbc.sql("""
                        insert into card (number, clue, colour, unit_code, unit_name, reason, measure, shown_on, shown_at,
                            published_at)
                        values (:number, :clue, :colour, :unit, :unitName, :reason, :measure, :shownOn, :shownAt, :publishedAt)
                        on conflict do nothing""")
                .param("number", card.number())
                .param("clue", card.clue())
                .param("colour", card.colour().code())
                .param("unit", card.unit())
                .param("unitName", card.unitName())
                .param("reason", card.reason())
                .param("measure", card.measure())
                .param("shownOn", card.shownOn())
                .param("shownAt", Timestamp.from(card.shownAt()))
                .param("publishedAt", Timestamp.from(publishedAt))
                .update();
        for (String exceedance : card.exceedances()) {
            jdbc.sql(
                            "insert into card_exceedance (card, exceedance) values (:card, :exceedance) on conflict do nothing")
                    .param("card", card.number())
                    .param("exceedance", exceedance)
                    .update();
        }
    }

    @Override
    public Listing<Card> page(Wanted wanted, ListRequest request) {
        Map<String, @Nullable Object> parameters = parameters(wanted);
        long total = jdbc.sql("select count(*) from card" + WANTED)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Card> rows = jdbc.sql(CARDS + WANTED + " order by shown_on desc, number desc limit :size offset :offset")
                .params(parameters)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcCards::card)
                .list();
        return new Listing<>(rows, total, request);
    }

    @Override
    public List<Card> after(Wanted wanted, @Nullable Place place, int count) {
        return jdbc.sql(CARDS + WANTED + """
                         and (cast(:lastDay as date) is null or (shown_on, number) < (:lastDay, :lastNumber))
                        order by shown_on desc, number desc limit :count""")
                .params(parameters(wanted))
                .param("lastDay", place == null ? null : place.shownOn())
                .param("lastNumber", place == null ? null : place.number())
                .param("count", count)
                .query(JdbcCards::card)
                .list();
    }

    @Override
    public @Nullable String unitName(String creditCode) {
        return jdbc.sql("select unit_name from card where unit_code = :unit order by shown_on desc limit 1")
                .param("unit", creditCode)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public long shownSince(LocalDate day) {
        return jdbc.sql("select count(*) from card where shown_on >= :day")
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public long publishedSince(Instant moment) {
        return jdbc.sql("select count(*) from card where published_at >= :moment")
                .param("moment", Timestamp.from(moment))
                .query(Long.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Wanted wanted) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("from", wanted.from());
        parameters.put("to", wanted.to());
        parameters.put("unit", wanted.unit());
        return parameters;
    }

    private static Card card(ResultSet row, int number) throws SQLException {
        return new Card(
                row.getString("number"),
                row.getString("clue"),
                Card.Colour.of(row.getString("colour")),
                row.getString("unit_code"),
                row.getString("unit_name"),
                List.of((String[]) row.getArray("exceedances").getArray()),
                row.getString("reason"),
                row.getString("measure"),
                row.getObject("shown_on", LocalDate.class),
                row.getTimestamp("shown_at").toInstant());
    }
}
