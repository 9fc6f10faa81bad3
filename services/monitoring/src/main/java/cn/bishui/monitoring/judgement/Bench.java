package cn.bishui.monitoring.judgement;

import cn.bishui.monitoring.judgement.Finding.Reason;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one mean by the limit of the day. */
final class Bench {

    /** Device clocks may be ahead by this much when they close the day. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private Bench() {}

    /**
     * Judges a mean.
     *
     * @param permit null if the register has not told it
     * @param receivedAt when the record came
     * @param zone the district's
     */
    static Finding judge(
            DayValue value, LocalDate day, String outlet, @Nullable Permit permit, Instant receivedAt, ZoneId zone) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (receivedAt.isBefore(end.minus(CLOCK_TOLERANCE))) {
            return new Finding.NotJudged(Reason.DAY_NOT_OVER);
        }
        return judge(value, day, outlet, permit);
    }

    /** Judges a mean of a day that is over. */
    static Finding judge(DayValue value, LocalDate day, String outlet, @Nullable Permit permit) {
        Optional<Pollutant> pollutant = Pollutants.find(value.pollutant());
        if (pollutant.isEmpty()) {
            return new Finding.NotJudged(Reason.UNKNOWN_POLLUTANT);
        }
        if (!"N".equals(value.flag())) {
            return new Finding.NotJudged(Reason.NOT_NORMAL);
        }
        if (value.mean() == null) {
            return new Finding.NotJudged(Reason.NO_MEAN);
        }
        Optional<Permit.SetLimit> found = Optional.ofNullable(permit)
                .flatMap(held -> held.outlet(outlet))
                .flatMap(held -> held.limit(value.pollutant(), day));
        if (permit == null || found.isEmpty()) {
            return new Finding.NotJudged(Reason.NO_LIMIT);
        }
        Limit limit = found.get().limit();
        if (!limit.unit().equals(pollutant.get().judgedUnit())) {
            return new Finding.NotJudged(Reason.OTHER_UNIT);
        }
        return new Finding.Judged(
                Judgement.ofSent(pollutant.get(), value.mean(), limit),
                permit.version(),
                found.get().limitSet());
    }
}
