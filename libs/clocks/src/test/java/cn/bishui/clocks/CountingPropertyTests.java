package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.clocks.LegalClock.Counted;
import cn.bishui.clocks.LegalClock.DayKind;
import cn.bishui.clocks.LegalClock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compares counting with the slow and plain way, and the moves of a clock with what must always hold. */
class CountingPropertyTests {

    private static final LegalClocks CLOCKS = new LegalClocks(WorkingDays.china());
    private static final WorkingDays DAYS = WorkingDays.china();

    /** A made-up complaint: when it came, what was left out, whether it was extended. */
    record Life(Instant event, int pauseAfterHours, int pauseHours, int extension) {}

    @Property(tries = 2000)
    void countsEveryClockAsSomebodyWithAWallCalendarWould(
            @ForAll("clocks") LegalClock clock, @ForAll("moments") Instant event) {
        Expiry expiry = clock.from(event, DAYS);
        if (clock.unit() == Unit.HOUR) {
            Duration run = Duration.between(minute(event), expiry.due());
            assertThat(run.abs()).isEqualTo(Duration.ofHours(clock.value()));
            return;
        }
        LocalDate day = LegalClocks.day(event);
        LocalDate last = expiry.lastDay();
        assertThat(expiry.due()).isEqualTo(LegalClocks.endOf(last));
        if (clock.dayKind() == DayKind.WORKING) {
            List<LocalDate> ticked = ticked(day, last, clock.counted() == Counted.BEFORE);
            assertThat(ticked).hasSize(clock.value());
            assertThat(DAYS.isWorkingDay(last)).isTrue();
            assertThat(expiry.provisional()).isEqualTo(!allSettled(day, last));
        } else if (clock.shiftsHoliday()) {
            assertThat(DAYS.isWorkingDay(last)).isTrue();
            LocalDate plain = day.plusDays(clock.value());
            assertThat(ticked(plain.minusDays(1), last, false)).containsExactly(last);
        } else {
            assertThat(expiry.provisional()).isFalse();
        }
    }

    @Property
    void aLaterEventIsNeverDueEarlier(@ForAll("clocks") LegalClock clock, @ForAll("moments") Instant event) {
        Instant later = event.plus(Duration.ofHours(7));
        assertThat(clock.from(later, DAYS).due())
                .isAfterOrEqualTo(clock.from(event, DAYS).due());
    }

    @Property
    void countingBackAndOnAgainComesHome(
            @ForAll("moments") Instant moment, @ForAll @IntRange(min = 1, max = 120) int count) {
        LocalDate event = LegalClocks.day(moment);
        Assume.that(DAYS.isWorkingDay(event));
        assertThat(DAYS.plus(DAYS.minus(event, count), count)).isEqualTo(event);
    }

    @Property
    void leavesOutExactlyTheDaysOfAPause(@ForAll("lives") Life life) {
        RunningClock clock = CLOCKS.start("WTR-DECIDE", life.event(), life.event(), "WATER");
        Instant from = life.event().plus(Duration.ofHours(life.pauseAfterHours()));
        Assume.that(!clock.isOverdue(from));
        Instant to = from.plus(Duration.ofHours(life.pauseHours()));

        RunningClock resumed = clock.pause("hearing", from, CLOCKS).resume(to, CLOCKS);

        List<LocalDate> counted = ticked(LegalClocks.day(life.event()), resumed.lastDay(), false).stream()
                .filter(day -> day.isBefore(LegalClocks.day(from)) || !day.isBefore(LegalClocks.day(to)))
                .toList();
        assertThat(counted).hasSize(45).endsWith(resumed.lastDay());
        assertThat(resumed.due()).isAfterOrEqualTo(clock.due());
    }

    @Property
    void noEditStartsAClockAnew(@ForAll("lives") Life life) {
        RunningClock clock = CLOCKS.start("CMP-FINISH", life.event(), life.event(), "ENV");
        Instant told = life.event().plus(Duration.ofHours(life.pauseAfterHours()));
        RunningClock edited = RunningClock.of(
                clock.transfer("WATER").told(told).recount(CLOCKS).row());
        assertThat(edited.due()).isEqualTo(clock.due());
        assertThat(edited.event()).isEqualTo(clock.event());
        assertThat(edited.moments(CLOCKS)).isEqualTo(clock.moments(CLOCKS));
        RunningClock extended = edited.extend("head", life.extension(), "env-head", life.event(), CLOCKS);
        assertThat(extended.lastDay()).isEqualTo(clock.lastDay().plusDays(life.extension()));
        assertThat(extended.recount(CLOCKS)).isEqualTo(extended);
        assertThat(RunningClock.of(extended.row())).isEqualTo(extended);
    }

    @Property
    void walkingFromMomentToMomentTellsEachOnceInOrder(
            @ForAll("clocks") LegalClock law, @ForAll("moments") Instant event) {
        Assume.that(law.holdsOn(LegalClocks.day(event)));
        RunningClock clock = CLOCKS.start(law.clock(), event, event, "ENV");
        List<Moment> told = new ArrayList<>();
        for (int steps = 0; clock.next(CLOCKS).isPresent() && steps < 20; steps++) {
            Instant next = clock.next(CLOCKS).get();
            told.addAll(clock.pending(next, CLOCKS));
            clock = clock.told(next);
        }
        assertThat(told).isEqualTo(clock.moments(CLOCKS));
        assertThat(told).isSortedAccordingTo(Comparator.comparing(Moment::at));
    }

    private static List<LocalDate> ticked(LocalDate from, LocalDate to, boolean back) {
        List<LocalDate> ticked = new ArrayList<>();
        for (LocalDate day = from; !day.equals(to); ) {
            day = back ? day.minusDays(1) : day.plusDays(1);
            if (DAYS.isWorkingDay(day)) {
                ticked.add(day);
            }
        }
        return ticked;
    }

    private static boolean allSettled(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(to) ? from.plusDays(1) : to;
        LocalDate last = from.isBefore(to) ? to : from.minusDays(1);
        return first.datesUntil(last.plusDays(1)).allMatch(DAYS::settled);
    }

    private static Instant minute(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), 60L) * 60);
    }

    @Provide
    Arbitrary<LegalClock> clocks() {
        return Arbitraries.of(CLOCKS.all().stream()
                .filter(clock -> clock.counted() != Counted.NONE)
                .toList());
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2022-06-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2027-06-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Life> lives() {
        return Combinators.combine(
                        moments(),
                        Arbitraries.integers().between(0, 1500),
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(1, 30))
                .as(Life::new);
    }
}
