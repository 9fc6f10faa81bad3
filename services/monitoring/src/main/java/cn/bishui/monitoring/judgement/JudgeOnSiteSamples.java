package cn.bishui.monitoring.judgement;

import cn.bishui.monitoring.judgement.Judgements.Latest;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges what the authority's samples found at an outlet by the limit of the day. They win over automatic data of that day
 * (排污许可管理条例 art 29), and one that is over the limit proves the exceedance by itself.
 */
@Service
public class JudgeOnSiteSamples {

    private final Judgements judgements;
    private final Permits permits;
    private final JudgeDays judgeDays;

    JudgeOnSiteSamples(Judgements judgements, Permits permits, JudgeDays judgeDays) {
        this.judgements = judgements;
        this.permits = permits;
        this.judgeDays = judgeDays;
    }

    /**
     * What a sample found.
     *
     * @param sample its id
     * @param hour of the day at which it was taken
     * @param value in the pollutant's own unit
     */
    public record Found(long sample, int hour, BigDecimal value) {}

    /**
     * Judges a day of an outlet by all samples that hold: by the one that is furthest over the limit, else by the last.
     *
     * @param permit number of the permit whose limits hold at the outlet
     * @param found in the order in which they were taken; empty where none holds any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void judge(String permit, String outlet, String pollutant, LocalDate day, List<Found> found) {
        Permit held = held(permit, outlet);
        Latest before = judgements.latest(held.unit(), outlet, pollutant, day).stream()
                .filter(each -> each.mean().basis() == Basis.ON_SITE_SAMPLE)
                .findFirst()
                .orElse(null);
        DayMean mean = mean(held, outlet, pollutant, day, found);
        if (before == null || !mean.comesToTheSameAs(before.mean())) {
            judgeDays.keep(
                    new Place(null, null, held.unit(), outlet, permit),
                    day,
                    mean,
                    before == null ? 1 : before.revision() + 1,
                    Cause.ON_SITE_SAMPLE,
                    held);
        }
    }

    /** Holds an outlet until the transaction ends: the samples of its days are read after that, so that none is overlooked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String permit, String outlet) {
        held(permit, outlet);
    }

    private Permit held(String permit, String outlet) {
        Permit held = permits.hold(Set.of(permit)).get(permit);
        if (held == null) {
            throw new IllegalStateException("unknown permit " + permit);
        }
        judgements.hold(held.unit(), outlet);
        return held;
    }

    private static DayMean mean(Permit permit, String outlet, String pollutant, LocalDate day, List<Found> found) {
        if (found.isEmpty()) {
            return DayMean.withoutSample(pollutant);
        }
        List<Working.Line> lines = new ArrayList<>();
        BigDecimal decisive = null;
        BigDecimal furthest = BigDecimal.ZERO;
        for (Found each : found) {
            lines.add(new Working.Line(each.hour(), each.value(), null, null, "valid", null, null, each.sample()));
            BigDecimal over = over(permit, outlet, pollutant, day, each.value());
            if (over.compareTo(furthest) > 0) {
                furthest = over;
                decisive = each.value();
            }
        }
        return DayMean.ofSample(
                pollutant, decisive == null ? found.getLast().value() : decisive, new Working(lines, ""));
    }

    /** How far a value is beyond the bound that it breaks; zero where it breaks none. */
    private static BigDecimal over(Permit permit, String outlet, String pollutant, LocalDate day, BigDecimal value) {
        Finding finding = Bench.judge(DayMean.ofSample(pollutant, value, Working.NONE), day, outlet, permit);
        BigDecimal broken =
                finding instanceof Finding.Judged judged ? judged.judgement().broken() : null;
        return broken == null || !(finding instanceof Finding.Judged judged)
                ? BigDecimal.ZERO
                : judged.judgement().value().subtract(broken).abs();
    }
}
