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

/** Judges what is known of a day by the limit of the day. */
final class Bench {

    /** Device clocks may be ahead by this much when they close the day. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private Bench() {}

    /** Whether a record of a day came before the day was over. */
    static boolean isEarly(LocalDate day, Instant receivedAt, ZoneId zone) {
        return receivedAt.isBefore(endOf(day, zone).minus(CLOCK_TOLERANCE));
    }

    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Judges a mean of a day that is over.
     *
     * @param permit null if the register has not told it
     */
    static Finding judge(DayMean mean, LocalDate day, String outlet, @Nullable Permit permit) {
        Optional<Pollutant> pollutant = Pollutants.find(mean.pollutant());
        if (pollutant.isEmpty()) {
            return new Finding.NotJudged(Reason.UNKNOWN_POLLUTANT);
        }
        if (mean.unjudged() != null) {
            return new Finding.NotJudged(mean.unjudged());
        }
        if (mean.value() == null) {
            return new Finding.NotJudged(Reason.NO_MEAN);
        }
        Optional<Permit.SetLimit> found = limit(permit, outlet, mean.pollutant(), day);
        if (permit == null || found.isEmpty()) {
            return new Finding.NotJudged(Reason.NO_LIMIT);
        }
        Limit limit = found.get().limit();
        if (!limit.unit().equals(pollutant.get().judgedUnit())) {
            return new Finding.NotJudged(Reason.OTHER_UNIT);
        }
        return new Finding.Judged(
                Judgement.ofSent(pollutant.get(), mean.value(), limit),
                permit.version(),
                found.get().limitSet());
    }

    static Optional<Permit.SetLimit> limit(@Nullable Permit permit, String outlet, String pollutant, LocalDate day) {
        return Optional.ofNullable(permit)
                .flatMap(held -> held.outlet(outlet))
                .flatMap(held -> held.limit(pollutant, day));
    }
}
