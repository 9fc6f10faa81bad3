package cn.bishui.monitoring.network.jdbc;

import static cn.bishui.web.rows.Columns.dayOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.contracts.Bureau;
import cn.bishui.monitoring.network.Description;
import cn.bishui.monitoring.network.Description.Details;
import cn.bishui.monitoring.network.NetworkLevel;
import cn.bishui.monitoring.network.Position;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.SiteState;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSites implements Sites {

    private static final String SELECT = """
            select code, kind, name, parent, water_type, level, longitude, latitude, target_class, source_kind,
                   supply_per_day, population, well_depth, aquifer, supplier, disinfection, note, state, proposed_by, valid_from, valid_to, version
            from site""";

    /** What changes with the years is of the version, the rest of the site. */
    private static final String SELECT_ON = """
            select s.code, s.kind, v.name, v.parent, v.water_type, v.level, v.longitude, v.latitude, v.target_class,
                   s.source_kind, s.supply_per_day, s.population, s.well_depth, s.aquifer, s.supplier, s.disinfection,
                   s.note, v.state, s.proposed_by, s.valid_from, s.valid_to, v.version
            from site s
            join site_version v on v.site = s.code
            where s.code = :code and v.effective_from <= :day
            order by v.effective_from desc, v.version desc
            limit 1""";

    private final JdbcClient jdbc;

    JdbcSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Site> find(String code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code)
                .query((row, _) -> site(row))
                .optional();
    }

    @Override
    public void hold(String code) {
        jdbc.sql("select code from site where code = :code for update")
                .param("code", code)
                .query()
                .singleRow();
    }

    @Override
    public Optional<Site> on(String code, LocalDate day) {
        return jdbc.sql(SELECT_ON)
                .param("code", code)
                .param("day", day)
                .query((row, _) -> site(row))
                .optional();
    }

    @Override
    public boolean add(Site site, Change change) {
        boolean added = jdbc.sql("""
                        insert into site (code, kind, name, parent, water_type, level, longitude, latitude, target_class,
                            source_kind, supply_per_day, population, well_depth, aquifer, supplier, disinfection, note, state, proposed_by,
                            valid_from, valid_to, version)
                        values (:code, :kind, :name, :parent, :water, :level, :longitude, :latitude, :target, :source,
                            :supply, :population, :depth, :aquifer, :supplier, :disinfection, :note, :state, :by, :from, :to, :version)
                        on conflict (code) do nothing""").params(columns(site)).update() == 1;
        if (added) {
            keep(site, change);
        }
        return added;
    }

    @Override
    public boolean update(Site changed, Change change) {
        boolean updated = jdbc.sql("""
                        update site set name = :name, parent = :parent, water_type = :water, level = :level,
                            longitude = :longitude, latitude = :latitude, target_class = :target, source_kind = :source,
                            supply_per_day = :supply, population = :population, well_depth = :depth, aquifer = :aquifer,
                            supplier = :supplier, disinfection = :disinfection, note = :note, state = :state, proposed_by = :by, valid_from = :from, valid_to = :to,
                            version = :version
                        where code = :code and kind = :kind and version = :version - 1""").params(columns(changed)).update() == 1;
        if (updated) {
            keep(changed, change);
        }
        return updated;
    }

    private void keep(Site site, Change change) {
        jdbc.sql("""
                        insert into site_version (site, version, change, effective_from, changed_at, changed_by, reason, name,
                            parent, water_type, level, longitude, latitude, target_class, state)
                        values (:code, :version, :change, :effective, :at, :who, :reason, :name, :parent, :water, :level,
                            :longitude, :latitude, :target, :state)""")
                .params(columns(site))
                .param("change", change.what())
                .param("effective", change.effectiveFrom())
                .param("at", timestamp(change.at()))
                .param("who", change.by())
                .param("reason", change.reason())
                .update();
    }

    private static Map<String, @Nullable Object> columns(Site site) {
        Description is = site.description();
        Position position = is.position();
        WaterType water = is.waterType();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("code", site.code());
        columns.put("kind", is.kind().code());
        columns.put("name", is.name());
        columns.put("parent", is.parent());
        columns.put("water", water == null ? null : water.name().toLowerCase(Locale.ROOT));
        columns.put("level", is.level().code());
        columns.put("longitude", position == null ? null : position.longitude());
        columns.put("latitude", position == null ? null : position.latitude());
        columns.put("target", is.targetClass());
        columns.put("source", is.details().sourceKind());
        columns.put("supply", is.details().supplyPerDay());
        columns.put("population", is.details().population());
        columns.put("depth", is.details().wellDepth());
        columns.put("aquifer", is.details().aquifer());
        Bureau supplier = is.details().supplier();
        Disinfection disinfection = is.details().disinfection();
        columns.put("supplier", supplier == null ? null : supplier.name());
        columns.put("disinfection", disinfection == null ? null : code(disinfection));
        columns.put("note", is.note());
        columns.put("state", site.state().code());
        columns.put("by", site.proposedBy());
        columns.put("from", site.validFrom());
        columns.put("to", site.validTo());
        columns.put("version", site.version());
        return columns;
    }

    private static String code(Disinfection disinfection) {
        return disinfection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Disinfection disinfection(String code) {
        return Disinfection.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Site site(ResultSet row) throws SQLException {
        BigDecimal longitude = row.getBigDecimal("longitude");
        String water = row.getString("water_type");
        String supplier = row.getString("supplier");
        String disinfection = row.getString("disinfection");
        return new Site(
                text(row, "code"),
                new Description(
                        SiteKind.of(text(row, "kind")),
                        text(row, "name"),
                        row.getString("parent"),
                        water == null ? null : WaterType.valueOf(water.toUpperCase(Locale.ROOT)),
                        NetworkLevel.of(text(row, "level")),
                        longitude == null ? null : new Position(longitude, row.getBigDecimal("latitude")),
                        row.getObject("target_class", Integer.class),
                        new Details(
                                row.getString("source_kind"),
                                row.getBigDecimal("supply_per_day"),
                                row.getObject("population", Integer.class),
                                row.getBigDecimal("well_depth"),
                                row.getString("aquifer"),
                                supplier == null ? null : Bureau.valueOf(supplier),
                                disinfection == null ? null : disinfection(disinfection)),
                        text(row, "note")),
                SiteState.of(text(row, "state")),
                text(row, "proposed_by"),
                dayOrNull(row, "valid_from"),
                dayOrNull(row, "valid_to"),
                row.getLong("version"));
    }
}
