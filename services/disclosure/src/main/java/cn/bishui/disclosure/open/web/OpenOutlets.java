package cn.bishui.disclosure.open.web;

import cn.bishui.disclosure.unit.Units;
import cn.bishui.web.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The outlets as GeoJSON, for maps: ours and others'. */
@RestController
@Public
@Tag(name = "units")
class OpenOutlets {

    private static final String GEO_JSON = "application/geo+json";
    private static final int DAYS = 30;

    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    OpenOutlets(Units units, MessageSource messages, Clock clock) {
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    /** GeoJSON (RFC 7946). */
    record FeatureCollection(String type, List<Feature> features) {}

    /** A point with what is known of it. */
    record Feature(String type, Point geometry, Properties properties) {}

    /** Degrees east, degrees north. */
    record Point(String type, List<BigDecimal> coordinates) {}

    /** What a map shows of an outlet. */
    record Properties(
            @Schema(description = "单位和排放口。Unit and outlet.") String title,

            @Schema(description = "近30天超标次数。What happened in the last 30 days, in words.")
            String note,

            String unitCode,
            String outlet,

            @Schema(description = "近30天超标次数。Exceedances in the last 30 days.")
            long exceedances,

            @Schema(description = "本站页面。This site's page of the unit.")
            String href,

            String colour,
            String shape) {}

    @GetMapping(
            path = "/open/v1/outlets.geojson",
            produces = {GEO_JSON, MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "有效许可证上的排放口，GeoJSON。Outlets of permits in force that have coordinates.")
    FeatureCollection outlets(Locale locale) {
        return new FeatureCollection(
                "FeatureCollection",
                units.places(LocalDate.now(clock).minusDays(DAYS - 1)).stream()
                        .flatMap(place -> feature(place, locale))
                        .toList());
    }

    private Stream<Feature> feature(Units.Place place, Locale locale) {
        BigDecimal longitude = place.longitude();
        BigDecimal latitude = place.latitude();
        if (longitude == null || latitude == null) {
            return Stream.empty();
        }
        boolean over = place.exceedances() > 0;
        String note = over
                ? messages.getMessage("place.over", new Object[] {place.exceedances()}, locale)
                : messages.getMessage("place.none", null, locale);
        return Stream.of(new Feature(
                "Feature",
                new Point("Point", List.of(longitude, latitude)),
                new Properties(
                        place.unitName() + " " + place.code(),
                        String.valueOf(note),
                        place.unit(),
                        place.code(),
                        place.exceedances(),
                        "/units/" + place.unit(),
                        over ? "#b3261e" : "#0e6b72",
                        over ? "triangle" : "circle")));
    }
}
