package cn.bishui.monitoring.course.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What maps have below their points.
 *
 * @param district GeoJSON geometry file of the district's outline; none where it is not set
 */
@ConfigurationProperties("bishui.map")
record MapSettings(@Nullable Path district) {}
