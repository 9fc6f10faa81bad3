package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.clocks.ClockRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RunningClockTests {

    private final LegalClocks clocks = new LegalClocks(WorkingDays.china());

    @Test
    void startsUnderTheLawOfTheEventsDay() {
        assertThat(start("ENF-FILE", "2023-06-30T10:00").rule()).isEqualTo("ENF-FILE-OLD");
        RunningClock now = start("ENF-FILE", "2026-02-10T10:00");
        assertThat(now.rule()).isEqualTo("ENF-FILE");
        assertThat(now.lastDay()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(now.due()).isEqualTo(at("2026-03-09T23:59"));
        assertThat(now.isRunning()).isTrue();
        assertThat(now.isOverdue(at("2026-03-09T23:59:59"))).isFalse();
        assertThat(now.isOverdue(at("2026-03-10T00:00"))).isTrue();
    }

    @Test
    void leavesOutTheDaysOfAHearing() {
        // acceptance on Monday 2 March; 45 working days end on Friday 8 May
        RunningClock clock = start("WTR-DECIDE", "2026-03-02T10:00");
        assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2026, 5, 8));

        RunningClock paused = clock.pause("hearing", at("2026-03-10T09:00"), clocks);
        assertThat(paused.isPaused()).isTrue();
        assertThat(paused.isRunning()).isFalse();
        assertThat(paused.isOverdue(at("2027-01-01T00:00"))).isFalse();
        assertThat(paused.due()).isEqualTo(clock.due());

        // 10 to 13 and 16 March are left out: five working days more, 9 May is a Saturday that is worked
        RunningClock resumed = paused.resume(at("2026-03-17T09:00"), clocks);
        assertThat(resumed.isRunning()).isTrue();
        assertThat(resumed.lastDay()).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(resumed.event()).isEqualTo(clock.event());
    }

    @Test
    void leavesOutCalendarDaysWhereTheClockCountsThose() {
        RunningClock clock = start("ENF-DECIDE", "2026-04-22T10:00");
        assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2026, 7, 21));
        RunningClock appraised = clock.pause("appraisal", at("2026-05-04T09:00"), clocks)
                .resume(at("2026-05-14T09:00"), clocks)
                .pause("transfer", at("2026-06-01T09:00"), clocks)
                .resume(at("2026-06-01T17:00"), clocks);
        assertThat(appraised.lastDay()).isEqualTo(LocalDate.of(2026, 7, 31));
    }

    @Test
    void pausesOnlyForWhatTheRuleExcludes() {
        RunningClock clock = start("WTR-DECIDE", "2026-03-02T10:00");
        refuses(Reason.NOT_EXCLUDED, () -> clock.pause("appraisal", at("2026-03-03T10:00"), clocks));
        refuses(Reason.TOO_EARLY, () -> clock.pause("hearing", at("2026-03-02T09:00"), clocks));
        refuses(Reason.RAN_OUT, () -> clock.pause("hearing", at("2026-05-09T00:00"), clocks));
        refuses(Reason.NOT_PAUSED, () -> clock.resume(at("2026-03-03T10:00"), clocks));
        RunningClock paused = clock.pause("hearing", at("2026-03-03T10:00"), clocks);
        refuses(Reason.PAUSED, () -> paused.pause("hearing", at("2026-03-04T10:00"), clocks));
        refuses(Reason.TOO_EARLY, () -> paused.resume(at("2026-03-03T09:00"), clocks));
        RunningClock resumed = paused.resume(at("2026-03-05T10:00"), clocks);
        refuses(Reason.TOO_EARLY, () -> resumed.pause("hearing", at("2026-03-04T10:00"), clocks));
        refuses(
                Reason.NOT_EXCLUDED,
                () -> start("CMP-FINISH", "2026-03-02T10:00").pause("hearing", at("2026-03-03T10:00"), clocks));
    }

    @Test
    void extendsOnceAndByWhatTheRuleAllows() {
        RunningClock clock = start("CMP-FINISH", "2026-02-05T10:00");
        assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2026, 4, 6));
        RunningClock extended = clock.extend("head", 30, "env-head", at("2026-04-06T23:59:59"), clocks);
        assertThat(extended.lastDay()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(extended.extensions())
                .containsExactly(new Extension("head", 30, "env-head", at("2026-04-06T23:59:59")));

        refuses(Reason.EXTENDED, () -> extended.extend("head", 1, "env-head", at("2026-04-07T10:00"), clocks));
        refuses(Reason.TOO_LONG, () -> clock.extend("head", 31, "env-head", at("2026-03-01T10:00"), clocks));
        refuses(Reason.TOO_LONG, () -> clock.extend("head", 0, "env-head", at("2026-03-01T10:00"), clocks));
        refuses(Reason.RAN_OUT, () -> clock.extend("head", 30, "env-head", at("2026-04-07T00:00"), clocks));
        refuses(Reason.NOT_EXTENDABLE, () -> clock.extend("province", 1, "x", at("2026-03-01T10:00"), clocks));
        refuses(
                Reason.NOT_EXTENDABLE,
                () -> start("CMP-TELL", "2026-03-02T10:00").extend("head", 1, "x", at("2026-03-03T10:00"), clocks));
        assertThatThrownBy(() -> clock.extend("head", 30, " ", at("2026-03-01T10:00"), clocks))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void extendsInWorkingDaysMonthsAndWholeTerms() {
        Instant soon = at("2026-02-11T10:00");
        // 15 and 15 working days from 10 February: 9 March and 30 March
        assertThat(start("ENF-FILE", "2026-02-10T10:00")
                        .extend("head", 15, "env-head", soon, clocks)
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 30));
        // three and three months from 30 November are six, whatever February has
        assertThat(start("LIM-MAX", "2025-11-30T10:00")
                        .extend("head", 3, "env-head", soon, clocks)
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 5, 30));
        // the police may take 7 days in all, or 30; not fewer than they have
        RunningClock police = start("TRF-POLICE", "2026-03-02T10:00");
        assertThat(police.lastDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        RunningClock checking = police.extend("check", 7, "police", at("2026-03-03T10:00"), clocks);
        assertThat(checking.lastDay()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(checking.extend("major", 30, "county-police", at("2026-03-04T10:00"), clocks)
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 4, 1));
        refuses(Reason.TOO_LONG, () -> police.extend("check", 3, "police", at("2026-03-03T10:00"), clocks));
        // a collective decision sets its own term, but only after the head's extension
        RunningClock decide = start("ENF-DECIDE", "2026-04-22T10:00");
        Instant may = at("2026-05-10T10:00");
        refuses(Reason.NOT_EXTENDABLE, () -> decide.extend("collective", 45, "heads", may, clocks));
        assertThat(decide.extend("head", 30, "env-head", may, clocks)
                        .extend("collective", 45, "heads", may, clocks)
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 10, 4));
    }

    @Test
    void endsEarlierWhereASuperiorSaysSoAndNeverLater() {
        RunningClock clock = start("CMP-FINISH", "2026-02-05T10:00");
        RunningClock capped = clock.capAt(LocalDate.of(2026, 3, 1), clocks);
        assertThat(capped.due()).isEqualTo(at("2026-03-01T23:59"));
        assertThat(capped.capAt(LocalDate.of(2026, 3, 9), clocks).lastDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(clock.capAt(LocalDate.of(2026, 12, 1), clocks).due()).isEqualTo(clock.due());
        assertThat(capped.extend("head", 30, "env-head", at("2026-02-20T10:00"), clocks)
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void takesNoLastDayBeforeItBegan() {
        RunningClock clock = start("CMP-FINISH", "2026-02-05T10:00");
        refuses(Reason.TOO_EARLY, () -> clock.capAt(LocalDate.of(2025, 3, 1), clocks));
        assertThat(clock.capAt(LocalDate.of(2026, 2, 5), clocks).due()).isEqualTo(at("2026-02-05T23:59"));
    }

    @Test
    void saysThatItIsLateWhereItsEndMovesBeforeWhatWasTold() {
        RunningClock clock = start("CMP-FINISH", "2026-02-05T10:00");
        Instant half = clock.next(clocks).orElseThrow();
        RunningClock told = clock.told(half);
        LocalDate before = LegalClocks.day(half).minusDays(1);

        RunningClock capped = told.capAt(before, clocks);

        assertThat(capped.pending(half.plus(Duration.ofDays(9)), clocks))
                .extracting(Moment::step)
                .containsExactly("overdue", "escalated");
        RunningClock late = capped.told(capped.next(clocks).orElseThrow());
        assertThat(late.capAt(before.minusDays(1), clocks).pending(half.plus(Duration.ofDays(9)), clocks))
                .as("it was told that it is late")
                .extracting(Moment::step)
                .doesNotContain("overdue");
    }

    @Test
    void extendsToWhatCanBeCountedWhereTheLawSetsNoBound() {
        Instant may = at("2026-05-10T10:00");
        RunningClock decide = start("ENF-DECIDE", "2026-04-22T10:00").extend("head", 30, "env-head", may, clocks);
        refuses(Reason.TOO_LONG, () -> decide.extend("collective", Integer.MAX_VALUE, "heads", may, clocks));
        refuses(Reason.TOO_LONG, () -> decide.extend("collective", 9_881, "heads", may, clocks));
        assertThat(decide.extend("collective", 9_880, "heads", may, clocks)
                        .pause("hearing", may, clocks)
                        .resume(may.plus(Duration.ofDays(1)), clocks)
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 4, 22).plusDays(10_001));
    }

    @Test
    void goesAlongWithTheFileWhenThatIsTransferred() {
        RunningClock clock =
                start("CMP-FINISH", "2026-02-05T10:00").extend("head", 30, "env-head", at("2026-02-20T10:00"), clocks);
        RunningClock moved = clock.transfer("WATER");
        assertThat(moved.holder()).isEqualTo("WATER");
        assertThat(moved.transfer("ENV")).isEqualTo(clock);
    }

    @Test
    void saysByHowMuchItWasLate() {
        RunningClock days = start("CMP-PASS", "2026-03-02T10:00");
        assertThat(days.outcome()).isEmpty();
        assertThat(days.stop(at("2026-03-05T23:59:59"), clocks).outcome())
                .hasValueSatisfying(outcome -> assertThat(outcome.isInTime()).isTrue());
        Outcome late = days.stop(at("2026-03-09T08:59"), clocks).outcome().orElseThrow();
        assertThat(late.isInTime()).isFalse();
        assertThat(late.daysLate()).isEqualTo(4);
        assertThat(late.late()).isEqualTo(Duration.ofHours(3 * 24 + 9));
        Outcome hours = start("EMG-II-I", "2026-03-02T10:00:30")
                .stop(at("2026-03-02T12:07:10"), clocks)
                .outcome()
                .orElseThrow();
        assertThat(hours.late()).isEqualTo(Duration.ofMinutes(7));
        assertThat(hours.daysLate()).isZero();
    }

    @Test
    void doesNothingMoreOnceItIsStopped() {
        RunningClock stopped = start("CMP-FINISH", "2026-02-05T10:00").stop(at("2026-03-01T10:00"), clocks);
        assertThat(stopped.isRunning()).isFalse();
        assertThat(stopped.isOverdue(at("2027-01-01T00:00"))).isFalse();
        assertThat(stopped.moments(clocks)).isEmpty();
        assertThat(stopped.recount(clocks)).isSameAs(stopped);
        refuses(Reason.STOPPED, () -> stopped.stop(at("2026-03-02T10:00"), clocks));
        refuses(Reason.STOPPED, () -> stopped.transfer("WATER"));
        refuses(Reason.STOPPED, () -> stopped.capAt(LocalDate.of(2026, 3, 1), clocks));
        refuses(Reason.STOPPED, () -> stopped.extend("head", 1, "x", at("2026-03-01T10:00"), clocks));
        refuses(Reason.TOO_EARLY, () -> start("CMP-FINISH", "2026-02-05T10:00").stop(at("2026-02-05T09:00"), clocks));
    }

    @Test
    void endsAPauseWhenItIsStoppedInIt() {
        RunningClock paused =
                start("CMP-REVIEW-ANS", "2026-02-05T10:00").pause("hearing", at("2026-03-01T10:00"), clocks);
        RunningClock stopped = paused.stop(at("2026-05-01T10:00"), clocks);
        assertThat(stopped.outcome().orElseThrow().isInTime()).isTrue();
        assertThat(stopped.pauses().getLast().to()).isEqualTo(at("2026-05-01T10:00"));
    }

    @Test
    void countsBackFromAnEventThatLiesAhead() {
        RunningClock tell = clocks.start("ENF-HEARING-TELL", at("2026-10-13T09:00"), at("2026-09-10T09:00"), "ENV");
        assertThat(tell.lastDay()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(tell.stop(at("2026-09-28T16:00"), clocks)
                        .outcome()
                        .orElseThrow()
                        .isInTime())
                .isTrue();
        assertThat(tell.stop(at("2026-09-29T16:00"), clocks)
                        .outcome()
                        .orElseThrow()
                        .daysLate())
                .isEqualTo(1);
    }

    @Test
    void goesToPlainColumnsAndBack() {
        RunningClock clock = start("ENF-DECIDE", "2026-04-22T10:00:05")
                .pause("appraisal", at("2026-05-04T09:00"), clocks)
                .resume(at("2026-05-14T09:00"), clocks)
                .extend("head", 30, "head of the bureau", at("2026-05-20T10:00"), clocks)
                .capAt(LocalDate.of(2026, 8, 1), clocks)
                .told(at("2026-05-20T10:00"))
                .pause("hearing", at("2026-06-01T10:00"), clocks);
        assertThat(clock.row().pauses())
                .isEqualTo("appraisal 2026-05-04T01:00:00Z 2026-05-14T01:00:00Z;hearing 2026-06-01T02:00:00Z");
        assertThat(clock.row().extensions()).isEqualTo("head 30 2026-05-20T02:00:00Z head of the bureau");
        assertThat(RunningClock.of(clock.row())).isEqualTo(clock);
        RunningClock plain = start("CMP-PASS", "2026-03-02T10:00");
        assertThat(plain.row().pauses()).isEmpty();
        assertThat(RunningClock.of(plain.row())).isEqualTo(plain);
    }

    @Test
    void namesTheRuleThatRefused() {
        assertThatThrownBy(() -> start("CMP-PASS", "2026-03-02T10:00").resume(at("2026-03-03T10:00"), clocks))
                .isInstanceOfSatisfying(
                        ClockRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("clock.not-paused"));
    }

    private RunningClock start(String clock, String event) {
        return clocks.start(clock, at(event), at(event), "ENV");
    }

    private static void refuses(Reason reason, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        ClockRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    static Instant at(String beijing) {
        return LocalDateTime.parse(beijing).atZone(LegalClocks.ZONE).toInstant();
    }
}
