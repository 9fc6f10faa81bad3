package cn.bishui.monitoring.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ground of every map, tiles or none: the outline of the district, and its waters. */
public class MapGround {

    private static final String GREY = "#8a9aa2";
    private static final String WATER = "#3b7dc4";

    private final Courses courses;
    private final @Nullable String district;

    /** @param district GeoJSON geometry of its outline; null for none */
    public MapGround(Courses courses, @Nullable String district) {
        this.courses = courses;
        this.district = district;
    }

    /**
     * A line or an area.
     *
     * @param geometry GeoJSON
     * @param title what it is called; null for the district
     * @param site code of the water; null for the district
     */
    public record Layer(
            String geometry,
            @Nullable String title,
            @Nullable String site,
            String colour,
            int weight) {}

    /** From the lowest up. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        Optional.ofNullable(district).ifPresent(shape -> layers.add(new Layer(shape, null, null, GREY, 2)));
        courses.latest().forEach(each -> layers.add(new Layer(each.shape(), each.name(), each.site(), WATER, 3)));
        return layers;
    }
}
