package cn.bishui.monitoring.course.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.course.Course;
import cn.bishui.monitoring.course.Courses;
import cn.bishui.monitoring.course.MapGround;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapConfigurationTests {

    private static final String OUTLINE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[126.4,43.7],[126.6,43.7],[126.6,43.9],[126.4,43.7]]]}";

    @TempDir
    Path directory;

    /** A district with one water. */
    private record OneWater() implements Courses {

        @Override
        public List<Course> latest() {
            return List.of(new Course("W", "示例江", 1, "{}", "", "planner", Instant.EPOCH));
        }

        @Override
        public List<Course> of(String site) {
            return List.of();
        }

        @Override
        public int add(String site, String shape, String reason, String by, Instant at) {
            return 1;
        }
    }

    private static MapGround ground(@Nullable Path district) {
        return new MapConfiguration().mapGround(new OneWater(), new MapSettings(district));
    }

    @Test
    void theDistrictLiesBelowItsWaters() throws IOException {
        Path file = Files.writeString(directory.resolve("district.geojson"), OUTLINE);
        assertThat(ground(file).layers())
                .extracting(MapGround.Layer::geometry, MapGround.Layer::site)
                .containsExactly(tuple(OUTLINE, null), tuple("{}", "W"));
        assertThat(ground(null).layers()).extracting(MapGround.Layer::site).containsExactly("W");
    }

    @Test
    void anOutlineThatIsNoneKeepsTheServiceFromStarting() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.geojson"), "{\"type\":\"Point\"}");
        assertThatThrownBy(() -> ground(wrong)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> ground(directory.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }
}
