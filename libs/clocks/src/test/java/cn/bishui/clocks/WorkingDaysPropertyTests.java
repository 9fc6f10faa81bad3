package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysPropertyTests {

    private final WorkingDays days = WorkingDays.china();

    @Property
    void theLastDayIsAWorkingDayAndTheCountIsRight(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(min = 1, max = 120) int count) {
        LocalDate due = days.plus(from, count);
        assertThat(days.isWorkingDay(due)).isTrue();
        assertThat(days.between(from, due)).isEqualTo(count);
    }

    @Property
    void countingInTwoStepsComesOutAlike(
            @ForAll("dates") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 60) int second) {
        assertThat(days.plus(days.plus(from, first), second)).isEqualTo(days.plus(from, first + second));
    }

    @Property
    void aLaterEventIsNeverDueEarlier(@ForAll("dates") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int count) {
        assertThat(days.plus(from.plusDays(1), count)).isAfterOrEqualTo(days.plus(from, count));
    }

    @Property
    void aSpanIsSettledIfEachOfItsDaysIs(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int count) {
        LocalDate due = days.plus(from, count);
        boolean each = true;
        for (LocalDate day = due; day.isAfter(from); day = day.minusDays(1)) {
            each &= days.settled(day);
        }
        assertThat(days.settled(from, due)).isEqualTo(each);
        if (!days.publishedYears().contains(due.getYear())) {
            assertThat(days.settled(from, due)).isFalse();
        }
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2014, 6, 1).toEpochDay(),
                        LocalDate.of(2028, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
