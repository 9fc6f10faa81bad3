package cn.bishui.complaints.complaint;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district sets.
 *
 * @param reopenDays calendar days after the answer in which the reporter may have the complaint opened again; no law, a
 *     habit of the national platform
 * @param profile file with the stricter time limits of the province or city, as {@code libs/clocks} reads it; null for none
 */
@ConfigurationProperties("bishui.complaints")
public record ComplaintSettings(
        @DefaultValue("30") int reopenDays, @Nullable Path profile) {}
