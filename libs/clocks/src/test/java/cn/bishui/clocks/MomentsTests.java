package cn.bishui.clocks;

import static cn.bishui.clocks.RunningClockTests.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.clocks.Moment.Kind;
import cn.bishui.clocks.Moment.Recipient;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class MomentsTests {

    private final LegalClocks clocks = new LegalClocks(WorkingDays.china());

    @Test
    void warnsTheHandlerAndEscalatesToSupervisorThenHead() {
        RunningClock pass = clocks.start("CMP-PASS", at("2026-09-30T10:00"), at("2026-09-30T10:00"), "ENV");
        // due on Saturday 10 October, which is worked
        assertThat(pass.moments(clocks))
                .containsExactly(
                        new Moment(at("2026-10-09T08:30"), "soon", Kind.WARNING, Recipient.HANDLER),
                        new Moment(at("2026-10-10T08:30"), "last-day", Kind.WARNING, Recipient.HANDLER),
                        new Moment(at("2026-10-11T00:00"), "overdue", Kind.OVERDUE, Recipient.SUPERVISOR),
                        new Moment(at("2026-10-12T08:30"), "escalated", Kind.OVERDUE, Recipient.HEAD));
    }

    @Test
    void warnsOnWorkingDaysBeforeALastDayThatIsNone() {
        RunningClock finish = clocks.start("CMP-FINISH", at("2026-02-05T10:00"), at("2026-02-05T10:00"), "ENV");
        // due on Monday 6 April, Qingming
        assertThat(finish.moments(clocks))
                .extracting(moment -> moment.step() + " "
                        + moment.at().atZone(LegalClocks.ZONE).toLocalDateTime())
                .containsExactly(
                        "half 2026-03-06T08:30",
                        "soon 2026-03-30T08:30",
                        "last-day 2026-04-03T08:30",
                        "overdue 2026-04-07T00:00",
                        "escalated 2026-04-09T08:30");
    }

    @Test
    void warnsByTheMinuteWhereTheClockRunsByTheHour() {
        RunningClock report = clocks.start("EMG-IV-III", at("2026-02-17T01:30:40"), at("2026-02-17T01:30:40"), "ENV");
        assertThat(report.moments(clocks))
                .extracting(moment -> moment.step() + " "
                        + moment.at().atZone(LegalClocks.ZONE).toLocalTime())
                .containsExactly("half 03:30", "soon 04:42", "overdue 05:31", "escalated 06:30");
    }

    @Test
    void doesNotCallARightThatLapsedLate() {
        RunningClock ask = clocks.start("CMP-REEX", at("2026-03-02T10:00"), at("2026-03-02T10:00"), "reporter");
        assertThat(ask.moments(clocks))
                .containsExactly(new Moment(at("2026-04-02T00:00"), "over", Kind.OVER, Recipient.HANDLER));
    }

    @Test
    void givesNoWarningThatWasPastWhenItWasSetRunningButTellsThatItIsLate() {
        // a letter that came on 2 March is entered on 9 March
        RunningClock late = clocks.start("CMP-PASS", at("2026-03-02T10:00"), at("2026-03-09T10:00"), "ENV");
        assertThat(late.moments(clocks)).extracting(Moment::step).containsExactly("overdue", "escalated");
        assertThat(late.next(clocks)).contains(at("2026-03-06T00:00"));
    }

    @Test
    void tellsEachMomentOnceInOrder() {
        RunningClock clock = clocks.start("CMP-PASS", at("2026-09-30T10:00"), at("2026-09-30T10:00"), "ENV");
        assertThat(clock.next(clocks)).contains(at("2026-10-09T08:30"));
        assertThat(clock.pending(at("2026-10-09T08:29"), clocks)).isEmpty();
        assertThat(clock.pending(at("2026-10-10T08:30"), clocks))
                .extracting(Moment::step)
                .containsExactly("soon", "last-day");

        RunningClock told = clock.told(at("2026-10-10T08:30"));

        assertThat(told.pending(at("2026-10-10T08:30"), clocks)).isEmpty();
        assertThat(told.next(clocks)).contains(at("2026-10-11T00:00"));
        assertThat(told.told(at("2026-10-09T08:30"))).isEqualTo(told);
        assertThat(told.told(at("2026-10-12T08:30")).next(clocks)).isEmpty();
    }

    @Test
    void sleepsWhileItIsPausedAndGoesOnWithTheNewDays() {
        RunningClock clock = clocks.start("WTR-DECIDE", at("2026-03-02T10:00"), at("2026-03-02T10:00"), "WATER")
                .told(at("2026-04-03T08:30"));
        RunningClock paused = clock.pause("hearing", at("2026-04-07T09:00"), clocks);
        assertThat(paused.next(clocks)).isEmpty();
        assertThat(paused.resume(at("2026-05-07T09:00"), clocks).next(clocks))
                .hasValueSatisfying(next -> assertThat(next).isAfter(at("2026-04-07T09:00")));
    }

    @Test
    void warnsAgainBeforeTheDayOfAnExtension() {
        RunningClock clock = clocks.start("CMP-FINISH", at("2026-02-05T10:00"), at("2026-02-05T10:00"), "ENV")
                .told(at("2026-04-03T08:30"));
        RunningClock extended = clock.extend("head", 30, "env-head", at("2026-04-06T10:00"), clocks);
        assertThat(extended.pending(at("2026-12-31T00:00"), clocks))
                .extracting(Moment::step)
                .containsExactly("soon", "last-day", "overdue", "escalated");
    }

    @Test
    void followsAPlanOfTheDistrictsOwn() throws IOException {
        LegalClocks own = clocks.withReminders(new StringReader("""
                plan,step,kind,tells,anchor,amount,unit,at
                short,third-of-the-time,warning,handler,share,33,percent,
                short,overdue,overdue,head,due,,,
                """));
        RunningClock pass = own.start("CMP-PASS", at("2026-03-02T10:00"), at("2026-03-02T10:00"), "ENV");
        assertThat(pass.moments(own))
                .containsExactly(
                        new Moment(at("2026-03-03T14:22"), "third-of-the-time", Kind.WARNING, Recipient.HANDLER),
                        new Moment(at("2026-03-06T00:00"), "overdue", Kind.OVERDUE, Recipient.HEAD));
        assertThat(own.start("CMP-FINISH", at("2026-02-05T10:00"), at("2026-02-05T10:00"), "ENV")
                        .moments(own))
                .hasSize(5);
    }

    @Test
    void givesEveryClockMomentsAfterItsEventAndEndsThem() {
        for (LegalClock clock : clocks.all()) {
            if (clock.counted() == LegalClock.Counted.NONE) {
                continue;
            }
            var day = clock.validTo() == null ? "2026-04-22T10:00" : "2023-06-20T10:00";
            RunningClock running = clocks.start(clock.clock(), at(day), at("2020-01-01T00:00"), "ENV");
            assertThat(running.moments(clocks)).as(clock.id()).isNotEmpty();
            assertThat(running.moments(clocks))
                    .filteredOn(moment -> moment.kind() != Kind.WARNING)
                    .as(clock.id())
                    .isNotEmpty()
                    .allSatisfy(moment -> assertThat(moment.at()).isAfter(running.due()));
        }
    }
}
