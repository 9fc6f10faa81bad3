package cn.bishui.monitoring.network.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.network.Zone;
import cn.bishui.monitoring.network.Zones;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcZones implements Zones {

    private static final String COLUMNS =
            "id, site, level, outline, area, description, state, state_since, document, drawn_by, replaces, ended_on,"
                    + " end_document, version";

    private final JdbcClient jdbc;

    JdbcZones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Zone> of(String site) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from protection_zone where site = :site order by ended_on is not null, ended_on desc, level, id")
                .param("site", site)
                .query((row, _) -> zone(row))
                .list();
    }

    @Override
    public Optional<Zone> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from protection_zone where id = :id")
                .param("id", id)
                .query((row, _) -> zone(row))
                .optional();
    }

    @Override
    public Zone add(Zone zone) {
        return jdbc.sql("""
                        insert into protection_zone (site, level, outline, area, description, state, state_since, document, drawn_by, replaces,
                            version)
                        values (:site, :level, :outline, :area, :description, :state, :since, :document, :drawnBy, :replaces,
                            :version)
                        returning\s""" + COLUMNS)
                .param("site", zone.site())
                .param("level", zone.level().code())
                .param("outline", zone.outline())
                .param("area", zone.area())
                .param("description", zone.description())
                .param("state", zone.state().code())
                .param("since", zone.stateSince())
                .param("document", zone.document())
                .param("drawnBy", zone.drawnBy())
                .param("replaces", zone.replaces())
                .param("version", zone.version())
                .query((row, _) -> zone(row))
                .single();
    }

    @Override
    public boolean update(Zone changed) {
        return jdbc.sql("""
                        update protection_zone set state = :state, state_since = :since, document = :document, ended_on = :endedOn,
                            end_document = :endDocument, version = :version
                        where id = :id and version = :version - 1""")
                        .param("id", changed.id())
                        .param("state", changed.state().code())
                        .param("since", changed.stateSince())
                        .param("document", changed.document())
                        .param("endedOn", changed.endedOn())
                        .param("endDocument", changed.endDocument())
                        .param("version", changed.version())
                        .update()
                == 1;
    }

    private static Zone zone(ResultSet row) throws SQLException {
        return new Zone(
                row.getLong("id"),
                text(row, "site"),
                Zone.Level.of(text(row, "level")),
                row.getString("outline"),
                row.getBigDecimal("area"),
                text(row, "description"),
                Zone.State.of(text(row, "state")),
                day(row, "state_since"),
                text(row, "document"),
                text(row, "drawn_by"),
                row.getObject("replaces", Long.class),
                dayOrNull(row, "ended_on"),
                text(row, "end_document"),
                row.getLong("version"));
    }
}
