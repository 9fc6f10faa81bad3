package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static java.util.Objects.requireNonNull;

import cn.bishui.complaints.complaint.Act;
import cn.bishui.complaints.complaint.Acts;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row per act. Facts of enforcement come in their order, so what came last counts. */
@Repository
class JdbcActs implements Acts {

    private final JdbcClient jdbc;

    JdbcActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(UUID complaint, Act act) {
        return jdbc.sql("""
                        insert into act (complaint, unit, unit_name, outlet, act, found_on, found_by, found_at)
                        values (:complaint, :unit, :unitName, :outlet, :act, :foundOn, :by, :at)
                        on conflict do nothing""")
                        .param("complaint", complaint)
                        .param("unit", act.unit())
                        .param("unitName", act.unitName())
                        .param("outlet", act.outlet())
                        .param("act", act.act())
                        .param("foundOn", act.foundOn())
                        .param("by", act.by())
                        .param("at", Timestamp.from(act.at()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Act> of(UUID complaint) {
        return jdbc.sql("select * from act where complaint = :complaint")
                .param("complaint", complaint)
                .query((row, _) -> new Act(
                        text(row, "unit"),
                        text(row, "unit_name"),
                        row.getString("outlet"),
                        text(row, "act"),
                        requireNonNull(row.getObject("found_on", LocalDate.class)),
                        text(row, "found_by"),
                        instant(row, "found_at"),
                        row.getString("clue_number"),
                        row.getString("came_to")))
                .optional();
    }

    @Override
    public void follow(UUID complaint, String clue, @Nullable String number, Instant at) {
        jdbc.sql("""
                        update act set clue = :clue, clue_number = coalesce(:number, clue_number), came_to = 'clue',
                            came_to_at = :at
                        where complaint = :complaint and clue is null""")
                .param("clue", clue)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .param("complaint", complaint)
                .update();
    }

    @Override
    public void cameTo(String clue, String what, Instant at) {
        jdbc.sql("update act set came_to = :what, came_to_at = :at where clue = :clue")
                .param("what", what)
                .param("at", Timestamp.from(at))
                .param("clue", clue)
                .update();
    }
}
