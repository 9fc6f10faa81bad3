package cn.bishui.disclosure.complaint;

import cn.bishui.contracts.complaints.SmallCount;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the statistics of complaints to whoever asks. */
@Service
public class TellStatistics {

    private final Complaints complaints;
    private final Clock clock;

    TellStatistics(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param lastTold the last month that is told at all
     * @param since the first day after it
     * @param receivedSince how many have come in since at least: a multiple of {@value SmallCount#SMALLEST_TOLD}, so that it
     *     does not grow with each
     */
    public record Answer(Statistics statistics, YearMonth lastTold, LocalDate since, int receivedSince) {}

    /** The statistics of the months that are asked for; see {@link Period#asked} for what breaks a rule. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Answer tell(@Nullable YearMonth from, @Nullable YearMonth to) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = Period.untold(today);
        Period period = Period.asked(from, to, today);
        int received = complaints.receivedSince(since);
        return new Answer(
                Statistics.of(period, period.months().isEmpty() ? List.of() : complaints.counts(period)),
                Period.lastTold(today),
                since,
                received - received % SmallCount.SMALLEST_TOLD);
    }
}
