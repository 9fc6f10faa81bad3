package cn.bishui.monitoring.further.web;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.FurtherItem;
import cn.bishui.standards.FurtherItems;
import cn.bishui.standards.Item;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Released findings of chemicals that no standard limits in their water. */
@Component
class SubstanceTable {

    private static final String SELECT = """
            select s.number, s.site, t.name as site_name, t.kind, s.taken_on, v.item, v.found, v.method,
                   f.zh, f.en, f.cas, f.unit
            from sample_value v
            join sample_work w on w.sample = v.sample and w.work = v.work and w.stage = 'released'
            join sample s on s.number = v.sample
            join site t on t.code = s.site
            join unnest(cast(:places as text[]), cast(:items as text[]), cast(:zhs as text[]), cast(:ens as text[]),
                cast(:numbers as text[]), cast(:units as text[])) as f (place, item, zh, en, cas, unit)
              on f.item = v.item and f.place = case t.kind
                when 'section' then 'section'
                when 'well' then 'groundwater'
                when 'source' then case when t.source_kind = 'groundwater' then 'groundwater' else 'surface-source' end
                else 'drinking-water' end
            where v.item = any (cast(:items as text[]))
              and (:substance = '' or v.item = :substance)
              and (:q = '' or t.name ilike '%' || :q || '%' or s.site = :q)
              and (:year = 0 or extract(year from s.taken_on) = :year)
            """;

    private static final Map<String, String> SORTS =
            Map.of("substance", "f.zh", "cas", "f.cas", "site", "t.name", "day", "s.taken_on", "number", "s.number");

    private final Lists lists;
    private final FurtherItems furtherItems;
    private final Clock clock;

    SubstanceTable(Lists lists, FurtherItems furtherItems, Clock clock) {
        this.lists = lists;
        this.furtherItems = furtherItems;
        this.clock = clock;
    }

    /**
     * What the reader looks for.
     *
     * @param substance key of its item; empty for all
     * @param q name or code of a site; empty for all
     * @param year 0 for all
     */
    record Filter(String substance, String q, int year) {}

    /**
     * What was found of a chemical in a sample.
     *
     * @param number of the sample
     * @param item its key
     * @param value as reported, in the unit
     * @param method empty if none was given
     */
    record Row(
            String item,
            String name,
            String nameEn,
            String cas,
            String site,
            String siteName,
            String kind,
            LocalDate takenOn,
            String value,
            String unit,
            String method,
            String number) {}

    /** A chemical as it is measured at a place. */
    private record Placed(String place, FurtherItem further) {

        String of(Function<FurtherItem, String> what) {
            return what.apply(further);
        }
    }

    Listing<Row> page(Filter filter, ListRequest request) {
        return lists.page(query(filter), request);
    }

    void each(Filter filter, ListRequest order, Consumer<Row> reader) {
        lists.each(query(filter), order, reader);
    }

    /** Every chemical that may be measured anywhere, or might be once, by its key. */
    Map<String, FurtherItem> substances() {
        Map<String, FurtherItem> substances = new LinkedHashMap<>();
        furtherItems.all().stream()
                .filter(FurtherItem::isChemical)
                .forEach(each -> substances.put(each.item().key(), each));
        return substances;
    }

    private ListQuery<Row> query(Filter filter) {
        List<Placed> placed = placed();
        return new ListQuery<>(
                SELECT,
                Map.of(
                        "places", placed.stream().map(Placed::place).toArray(String[]::new),
                        "items", texts(placed, each -> each.item().key()),
                        "zhs", texts(placed, each -> each.item().zh()),
                        "ens", texts(placed, each -> each.item().en()),
                        "numbers", texts(placed, each -> String.valueOf(each.cas())),
                        "units", texts(placed, each -> each.item().unit()),
                        "substance", filter.substance(),
                        "q", filter.q(),
                        "year", filter.year()),
                SORTS,
                "s.taken_on desc, s.number desc, f.zh",
                SubstanceTable::row);
    }

    private static String[] texts(List<Placed> placed, Function<FurtherItem, String> what) {
        return placed.stream().map(each -> each.of(what)).toArray(String[]::new);
    }

    /** Where each is measured without a limit: a section has fewer limits than a source. */
    private List<Placed> placed() {
        LocalDate today = LocalDate.now(clock);
        List<Placed> placed = new ArrayList<>();
        add(placed, "section", Water.SURFACE_WATER, Items.ofLake(today));
        add(placed, "surface-source", Water.SURFACE_WATER, Items.ofSurfaceSource(WaterType.RIVER, today));
        add(placed, "groundwater", Water.GROUNDWATER, Items.of(Water.GROUNDWATER, WaterType.RIVER, today));
        add(placed, "drinking-water", Water.DRINKING_WATER, Items.of(Water.DRINKING_WATER, WaterType.RIVER, today));
        return placed;
    }

    private void add(List<Placed> placed, String place, Water water, Items limited) {
        Map<String, FurtherItem> byKey = new LinkedHashMap<>();
        furtherItems.all().stream()
                .filter(each -> each.isChemical() && each.waters().contains(water.code()))
                .forEach(each -> byKey.put(each.item().key(), each));
        for (Item item : limited.beside(
                        byKey.values().stream().map(FurtherItem::item).toList())
                .further()) {
            placed.add(new Placed(place, Objects.requireNonNull(byKey.get(item.key()))));
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                text(row, "item"),
                text(row, "zh"),
                text(row, "en"),
                text(row, "cas"),
                text(row, "site"),
                text(row, "site_name"),
                text(row, "kind"),
                day(row, "taken_on"),
                text(row, "found"),
                text(row, "unit"),
                text(row, "method"),
                text(row, "number"));
    }
}
