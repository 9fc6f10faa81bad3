package cn.bishui.monitoring.course.web;

import cn.bishui.contracts.RuleBroken;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads GeoJSON geometries (RFC 7946): longitude before latitude, degrees of WGS 84. */
final class Shape {

    private static final int LONGEST = 200_000;
    private static final int EAST = 180;
    private static final int NORTH = 90;
    private static final Set<String> TYPES = Set.of("LineString", "MultiLineString", "Polygon", "MultiPolygon");

    private Shape() {}

    /** Reads lines or polygons; codes {@code course.shape}, {@code course.degrees} and {@code course.long}. */
    static String read(String typed) {
        if (typed.length() > LONGEST) {
            throw RuleBroken.invalid("course.long", LONGEST);
        }
        JsonNode read;
        try {
            read = JsonMapper.shared().readTree(typed);
        } catch (JacksonException notJson) {
            throw RuleBroken.invalid("course.shape");
        }
        JsonNode coordinates = read.path("coordinates");
        if (!TYPES.contains(read.path("type").asString("")) || !coordinates.isArray() || coordinates.isEmpty()) {
            throw RuleBroken.invalid("course.shape");
        }
        check(coordinates);
        return read.toString();
    }

    private static void check(JsonNode coordinates) {
        if (!coordinates.isArray() || coordinates.isEmpty()) {
            throw RuleBroken.invalid("course.shape");
        }
        if (!coordinates.get(0).isNumber()) {
            coordinates.forEach(Shape::check);
        } else if (coordinates.size() < 2
                || !coordinates.get(1).isNumber()
                || Math.abs(coordinates.get(0).asDouble()) > EAST
                || Math.abs(coordinates.get(1).asDouble()) > NORTH) {
            throw RuleBroken.invalid("course.degrees", coordinates.toString());
        }
    }
}
