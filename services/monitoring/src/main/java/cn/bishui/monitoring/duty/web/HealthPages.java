package cn.bishui.monitoring.duty.web;

import cn.bishui.monitoring.course.MapGround;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** How the devices do, on a map and as a table. */
@Controller
class HealthPages {

    /** By health; a shape besides, since colour alone says nothing to some. */
    private static final Map<String, String> COLOURS = Map.of("fine", "#0e6b72", "silent", "#b3261e", "out", "#44545e");

    private static final Map<String, String> SHAPES = Map.of("fine", "circle", "silent", "triangle", "out", "square");

    private final HealthTable table;
    private final MapGround ground;

    HealthPages(HealthTable table, MapGround ground) {
        this.table = table;
        this.ground = ground;
    }

    /** A GeoJSON collection (RFC 7946). */
    record Collection(String type, List<Feature> features) {}

    /** A device on the map. */
    record Feature(String type, @JsonRawValue String geometry, Properties properties) {}

    /** What the map shows of it. */
    record Properties(
            String title,
            String note,
            @Nullable String href,
            String colour,
            @Nullable String shape,
            @Nullable Integer weight,
            boolean ground) {}

    @GetMapping("/monitoring/health")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String show(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String health,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("listing", table.page(HealthTable.Filter.of(q, health), request));
        model.addAttribute("healths", texts.options("health.", List.of("silent", "fine", "out")));
        return "duty/health";
    }

    @GetMapping("/monitoring/health.csv")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String health,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("health.title") + ".csv",
                texts.all(
                        "device.mn",
                        "device.place",
                        "device.state",
                        "device.last-packet",
                        "device.silent-since",
                        "health.packets",
                        "health.repeats",
                        "health.valid",
                        "health.gaps",
                        "site.longitude",
                        "site.latitude"),
                csv -> table.each(
                        HealthTable.Filter.of(q, health),
                        order,
                        row -> csv.row(
                                row.mn(),
                                row.place(),
                                texts.of("device.state." + row.state()),
                                row.lastPacketAt(),
                                row.silentSince(),
                                row.packets(),
                                row.repeats(),
                                row.validHours(),
                                row.gaps(),
                                row.longitude(),
                                row.latitude())));
    }

    @GetMapping(
            path = "/monitoring/health.geojson",
            produces = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    @ResponseBody
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    Collection map(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String health,
            Texts texts) {
        return new Collection(
                "FeatureCollection",
                Stream.concat(
                                ground.layers().stream().map(HealthPages::layer),
                                table.onMap(HealthTable.Filter.of(q, health)).stream()
                                        .map(row -> point(row, texts)))
                        .toList());
    }

    private static Feature layer(MapGround.Layer layer) {
        return new Feature(
                "Feature",
                layer.geometry(),
                new Properties(
                        layer.title() == null ? "" : layer.title(),
                        "",
                        null,
                        layer.colour(),
                        null,
                        layer.weight(),
                        true));
    }

    private static Feature point(HealthTable.HealthRow row, Texts texts) {
        return new Feature(
                "Feature",
                "{\"type\":\"Point\",\"coordinates\":[" + row.longitude() + "," + row.latitude() + "]}",
                new Properties(
                        row.place(),
                        row.mn() + " · " + texts.of("health." + row.health()),
                        "/monitoring/devices/" + row.mn(),
                        Objects.requireNonNull(COLOURS.get(row.health())),
                        Objects.requireNonNull(SHAPES.get(row.health())),
                        null,
                        false));
    }
}
