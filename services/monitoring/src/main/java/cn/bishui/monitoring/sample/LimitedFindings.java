package cn.bishui.monitoring.sample;

import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.openjudge.Items;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What of released samples is assessed: findings of items that the standard of their site limits. Levels and chemicals that it does
 * not limit decide nothing, and a sample with nothing else is none for an assessment.
 */
@Component
public class LimitedFindings {

    private final Samples samples;
    private final Sites sites;

    LimitedFindings(Samples samples, Sites sites) {
        this.samples = samples;
        this.sites = sites;
    }

    /** Released samples of a site in a month, as {@link Samples#released} gives them, without what no standard limits. */
    public List<Sample> released(String site, YearMonth month) {
        return samples.released(site, month).stream()
                .flatMap(each -> limited(each).stream())
                .toList();
    }

    private Optional<Sample> limited(Sample sample) {
        Work work = sample.work();
        Items items = Laboratory.limited(on(sample.site(), sample.takenOn()), sample.takenOn());
        List<Finding> findings = work.findings().stream()
                .filter(each -> items.find(each.item()).isPresent())
                .toList();
        if (findings.isEmpty() && !work.findings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sample(
                sample.number(),
                sample.site(),
                sample.takenOn(),
                sample.takenBy(),
                sample.condition(),
                sample.note(),
                new Work(work.number(), work.stage(), work.reason(), work.remark(), findings, work.steps()),
                sample.version()));
    }

    private Site on(String site, LocalDate day) {
        return sites.on(site, day).or(() -> sites.find(site)).orElseThrow();
    }

    /**
     * Those of found values that the standard of a site limits.
     *
     * @param found by keys of items
     */
    public Map<String, String> of(String site, LocalDate day, Map<String, String> found) {
        Items items = Laboratory.limited(on(site, day), day);
        Map<String, String> limited = new LinkedHashMap<>(found);
        limited.keySet().removeIf(item -> items.find(item).isEmpty());
        return limited;
    }
}
