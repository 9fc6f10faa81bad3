package cn.bishui.enforcement.card.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.texts;
import static cn.bishui.web.rows.Columns.timestamp;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.enforcement.card.CardAudit;
import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.card.Draft;
import cn.bishui.enforcement.card.GivenBack;
import cn.bishui.enforcement.card.Measure;
import cn.bishui.enforcement.card.Signature;
import cn.bishui.enforcement.card.YellowCard;
import cn.bishui.enforcement.card.YellowCards;
import cn.bishui.web.StaleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row per yellow card. */
@Repository
class JdbcYellowCards implements YellowCards {

    private final JdbcClient jdbc;

    JdbcYellowCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<YellowCard> find(UUID clue) {
        return jdbc.sql("select * from yellow_card where clue = :clue")
                .param("clue", clue)
                .query((row, _) -> card(row))
                .optional();
    }

    @Override
    public Optional<YellowCard> lock(UUID clue) {
        return jdbc.sql("select * from yellow_card where clue = :clue for update")
                .param("clue", clue)
                .query((row, _) -> card(row))
                .optional();
    }

    @Override
    public void add(YellowCard.Proposed card) {
        jdbc.sql("insert into yellow_card (clue, state, version) values (:clue, 'proposed', :version)")
                .param("clue", card.clue())
                .param("version", card.version())
                .update();
    }

    @Override
    public void save(YellowCard card) {
        CardSheet sheet = CardSheet.of(card);
        int saved = jdbc.sql("""
                        update yellow_card set state = :state, reason = :reason, measure = :measure,
                            exceedances = :exceedances, drafted_by = :draftedBy, drafted_at = :draftedAt,
                            return_reason = :returnReason, returned_by = :returnedBy, returned_at = :returnedAt,
                            number = :number, signed_by = :signedBy, signed_at = :signedAt, shown_on = :shownOn,
                            version = :version
                        where clue = :clue and version = :before""")
                .param("state", sheet.state())
                .param("reason", sheet.reason())
                .param("measure", sheet.measure())
                .param("exceedances", sheet.exceedances().toArray(String[]::new))
                .param("draftedBy", sheet.draftedBy())
                .param("draftedAt", timestamp(sheet.draftedAt()))
                .param("returnReason", sheet.returnReason())
                .param("returnedBy", sheet.returnedBy())
                .param("returnedAt", timestamp(sheet.returnedAt()))
                .param("number", sheet.number())
                .param("signedBy", sheet.signedBy())
                .param("signedAt", timestamp(sheet.signedAt()))
                .param("shownOn", sheet.shownOn())
                .param("version", sheet.version())
                .param("clue", sheet.clue())
                .param("before", sheet.version() - 1)
                .update();
        if (saved == 0) {
            throw new StaleVersion(CardAudit.subject(sheet.clue()), sheet.version() - 1);
        }
    }

    private static YellowCard card(ResultSet row) throws SQLException {
        UUID clue = uuid(row, "clue");
        long version = row.getLong("version");
        String state = text(row, "state");
        return switch (state) {
            case CardSheet.PROPOSED -> new YellowCard.Proposed(clue, version);
            case CardSheet.DRAFTED -> new YellowCard.Drafted(clue, version, draft(row));
            case CardSheet.RETURNED -> new YellowCard.Returned(clue, version, draft(row), givenBack(row));
            case CardSheet.SIGNED ->
                new YellowCard.Signed(clue, version, draft(row), signature(row), text(row, "number"));
            case CardSheet.LAPSED -> new YellowCard.Lapsed(clue, version, draftIfAny(row));
            default -> throw new IllegalStateException("state " + state + " of the yellow card of clue " + clue);
        };
    }

    private static @Nullable Draft draftIfAny(ResultSet row) throws SQLException {
        return row.getString("reason") == null ? null : draft(row);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                text(row, "reason"),
                Measure.of(text(row, "measure")),
                texts(row, "exceedances"),
                text(row, "drafted_by"),
                instant(row, "drafted_at"));
    }

    private static GivenBack givenBack(ResultSet row) throws SQLException {
        return new GivenBack(text(row, "return_reason"), text(row, "returned_by"), instant(row, "returned_at"));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(text(row, "signed_by"), instant(row, "signed_at"), day(row, "shown_on"));
    }
}
