package cn.bishui.monitoring.network.web;

import cn.bishui.monitoring.course.MapGround;
import cn.bishui.monitoring.network.Zone;
import cn.bishui.monitoring.network.Zones;
import cn.bishui.web.Texts;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network as GeoJSON (RFC 7946), for maps. */
@RestController
class NetworkMap {

    private static final Map<String, String> SHAPES = Map.of(
            "section", "circle", "source", "square", "well", "triangle", "works-outlet", "square", "tap", "triangle");
    private static final Map<String, String> COLOURS = Map.of(
            "section",
            "#0e6b72",
            "source",
            "#1d4ed8",
            "well",
            "#7a4a12",
            "station",
            "#44545e",
            "point",
            "#44545e",
            "works-outlet",
            "#6d28d9",
            "tap",
            "#6d28d9");
    private static final Map<String, String> ZONES =
            Map.of("level1", "#b3261e", "level2", "#b45309", "quasi", "#0e6b72");

    private final SiteTable table;
    private final Zones zones;
    private final MapGround ground;

    NetworkMap(SiteTable table, Zones zones, MapGround ground) {
        this.table = table;
        this.zones = zones;
        this.ground = ground;
    }

    /** A collection of features. */
    record Collection(String type, List<Feature> features) {}

    /** A point or an outline with what is known of it. */
    record Feature(String type, @JsonRawValue String geometry, Properties properties) {}

    /** What a map shows. */
    record Properties(
            String title,
            String note,
            @Nullable String href,
            String colour,
            @Nullable String shape,
            @Nullable Integer weight,
            boolean ground) {}

    @GetMapping(
            path = "/monitoring/network/map.geojson",
            produces = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.network-editor', 'monitoring.network-approver')")
    Collection map(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable Long zone,
            Texts texts) {
        List<Feature> features = new ArrayList<>(
                ground.layers().stream().map(each -> layer(each, site)).toList());
        if (site == null) {
            table.onMap(SiteTable.Filter.of(q, kind, state, level)).forEach(row -> features.add(point(row, texts)));
        } else {
            zones.of(site).stream()
                    .filter(each -> zone == null ? each.endedOn() == null : each.id() == zone)
                    .forEach(each -> outline(each, texts, features));
            table.find(site).filter(row -> row.longitude() != null).ifPresent(row -> features.add(point(row, texts)));
        }
        return new Collection("FeatureCollection", features);
    }

    /** Ground, unless it is what is asked for. */
    private static Feature layer(MapGround.Layer layer, @Nullable String site) {
        return new Feature(
                "Feature",
                layer.geometry(),
                new Properties(
                        layer.title() == null ? "" : layer.title(),
                        "",
                        layer.site() == null ? null : NetworkPages.PATH + "/" + layer.site(),
                        layer.colour(),
                        null,
                        layer.weight(),
                        layer.site() == null || !layer.site().equals(site)));
    }

    private static void outline(Zone zone, Texts texts, List<Feature> features) {
        if (zone.outline() != null) {
            features.add(new Feature(
                    "Feature",
                    zone.outline(),
                    new Properties(
                            texts.of("zone.level." + zone.level().code()),
                            zone.endedOn() == null
                                    ? texts.of("zone.state." + zone.state().code())
                                    : texts.of("zone.until", zone.endedOn()),
                            NetworkPages.PATH + "/" + zone.site() + "/zones/" + zone.id(),
                            ZONES.getOrDefault(zone.level().code(), "#0e6b72"),
                            null,
                            null,
                            false)));
        }
    }

    private static Feature point(SiteRow row, Texts texts) {
        String target = row.targetClass() == null
                ? ""
                : " · " + texts.of("site.target") + " " + texts.of("site.class." + row.targetClass());
        return new Feature(
                "Feature",
                "{\"type\":\"Point\",\"coordinates\":[" + row.longitude() + "," + row.latitude() + "]}",
                new Properties(
                        row.name(),
                        texts.of("site.kind." + row.kind()) + " · " + texts.of("site.state." + row.state()) + target,
                        NetworkPages.PATH + "/" + row.code(),
                        COLOURS.getOrDefault(row.kind(), "#0e6b72"),
                        SHAPES.getOrDefault(row.kind(), "circle"),
                        null,
                        false));
    }
}
