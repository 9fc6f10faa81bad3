package cn.bishui.disclosure.clue.jdbc;

import cn.bishui.disclosure.clue.ClueStep;
import cn.bishui.disclosure.clue.Clues;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clues in PostgreSQL: a step writes its own columns only. */
@Repository
class JdbcClues implements Clues {

    private final JdbcClient jdbc;

    JdbcClues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(ClueStep step) {
        switch (step) {
            case ClueStep.Opened opened -> {
                jdbc.sql("""
                                insert into clue (id, number, opened_at) values (:id, :number, :at)
                                on conflict (id) do update set number = excluded.number, opened_at = excluded.opened_at""")
                        .param("id", opened.clue())
                        .param("number", opened.number())
                        .param("at", Timestamp.from(opened.at()))
                        .update();
                if (opened.exceedance() != null) {
                    link(opened.clue(), opened.exceedance());
                }
            }
            case ClueStep.Joined joined -> link(joined.clue(), joined.exceedance());
            case ClueStep.Filed filed ->
                jdbc.sql("""
                                insert into clue (id, case_number, filed_at) values (:id, :number, :at)
                                on conflict (id) do update
                                set case_number = excluded.case_number, filed_at = excluded.filed_at""")
                        .param("id", filed.clue())
                        .param("number", filed.caseNumber())
                        .param("at", Timestamp.from(filed.at()))
                        .update();
            case ClueStep.Dismissed dismissed ->
                jdbc.sql("""
                                insert into clue (id, dismissal_reason, dismissed_at) values (:id, :reason, :at)
                                on conflict (id) do update set dismissal_reason = excluded.dismissal_reason,
                                    dismissed_at = excluded.dismissed_at""")
                        .param("id", dismissed.clue())
                        .param("reason", dismissed.reason())
                        .param("at", Timestamp.from(dismissed.at()))
                        .update();
        }
    }

    private void link(String clue, String exceedance) {
        jdbc.sql("insert into clue_exceedance (clue, exceedance) values (:clue, :exceedance) on conflict do nothing")
                .param("clue", clue)
                .param("exceedance", exceedance)
                .update();
    }
}
