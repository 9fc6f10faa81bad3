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
 * @param tellDays calendar days after which the supervisor sees that a reporter was not told what was decided; no law, so that
 *     an answer that nobody passes on is late for somebody
 * @param profile file with the stricter time limits of the province or city, as {@code libs/clocks} reads it; null for none
 */
@ConfigurationProperties("bishui.complaints")
public record ComplaintSettings(
        @DefaultValue("30") int reopenDays,
        @DefaultValue("3") int tellDays,
        @Nullable Path profile) {}
