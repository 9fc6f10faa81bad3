package cn.bishui.monitoring.course.web;

import cn.bishui.monitoring.course.Courses;
import cn.bishui.monitoring.course.MapGround;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the ground of maps, with the district's outline where the settings name one. */
@Configuration(proxyBeanMethods = false)
class MapConfiguration {

    @Bean
    MapGround mapGround(Courses courses, MapSettings settings) {
        return new MapGround(courses, read(settings.district()));
    }

    private static @Nullable String read(@Nullable Path district) {
        if (district == null) {
            return null;
        }
        try {
            return Shape.read(Files.readString(district));
        } catch (IOException e) {
            throw new UncheckedIOException("bishui.map.district cannot be read", e);
        }
    }
}
