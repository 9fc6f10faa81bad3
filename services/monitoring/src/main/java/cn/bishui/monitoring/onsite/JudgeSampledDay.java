package cn.bishui.monitoring.onsite;

import cn.bishui.monitoring.judgement.JudgeOnSiteSamples;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has the day of a sample judged by all samples that hold. */
@Component
class JudgeSampledDay {

    private final OnSiteSamples samples;
    private final JudgeOnSiteSamples judgeOnSiteSamples;
    private final ZoneId zone;

    JudgeSampledDay(OnSiteSamples samples, JudgeOnSiteSamples judgeOnSiteSamples, Clock clock) {
        this.samples = samples;
        this.judgeOnSiteSamples = judgeOnSiteSamples;
        this.zone = clock.getZone();
    }

    /** Judges each pollutant of the sample, in one order. */
    void judge(OnSiteSample changed) {
        judgeOnSiteSamples.hold(changed.permit(), changed.outlet());
        LocalDate day = LocalDate.ofInstant(changed.entry().sampledAt(), zone);
        List<OnSiteSample> holding = samples.confirmed(
                changed.unit(),
                changed.outlet(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        changed.entry().values().stream()
                .map(OnSiteSample.Value::pollutant)
                .sorted()
                .forEach(pollutant -> judgeOnSiteSamples.judge(
                        changed.permit(), changed.outlet(), pollutant, day, found(holding, pollutant)));
    }

    private List<JudgeOnSiteSamples.Found> found(List<OnSiteSample> holding, String pollutant) {
        List<JudgeOnSiteSamples.Found> found = new ArrayList<>();
        for (OnSiteSample sample : holding) {
            sample.entry().values().stream()
                    .filter(value -> value.pollutant().equals(pollutant))
                    .forEach(value -> found.add(new JudgeOnSiteSamples.Found(
                            sample.id(), sample.entry().sampledAt().atZone(zone).getHour(), value.value())));
        }
        return found;
    }
}
