package cn.bishui.monitoring.report;

import java.time.LocalDate;
import java.util.Map;

/** Samples that were taken but are not released. */
public interface PendingSamples {

    /**
     * How far those taken in a period are, by the code of their site: {@code in-work}, {@code in-review} or {@code to-release}; of
     * several the one that is farthest.
     */
    Map<String, String> between(LocalDate first, LocalDate last);
}
