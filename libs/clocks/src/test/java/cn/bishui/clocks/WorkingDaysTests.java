package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

    private final WorkingDays days = WorkingDays.china();

    @ParameterizedTest
    @CsvSource({
        // New Year and Spring Festival 2025
        "2025-01-01, false",
        "2025-01-26, true",
        "2025-01-27, true",
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-05, true",
        "2025-02-08, true",
        // Qingming, Labour Day, Dragon Boat, National Day 2025
        "2025-04-04, false",
        "2025-04-27, true",
        "2025-05-05, false",
        "2025-06-02, false",
        "2025-09-28, true",
        "2025-10-08, false",
        "2025-10-11, true",
        // 2026
        "2026-01-02, false",
        "2026-01-04, true",
        "2026-02-14, true",
        "2026-02-15, false",
        "2026-02-23, false",
        "2026-02-28, true",
        "2026-04-06, false",
        "2026-05-09, true",
        "2026-06-19, false",
        "2026-09-20, true",
        "2026-09-25, false",
        "2026-10-07, false",
        "2026-10-08, true",
        "2026-10-10, true",
        // plain week and weekend
        "2026-11-24, true",
        "2026-11-28, false",
    })
    void knowsTheDaysThatWereMoved(LocalDate day, boolean working) {
        assertThat(days.isWorkingDay(day)).isEqualTo(working);
        assertThat(days.settled(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248", "2024, 251", "2023, 249"})
    void countsTheWorkingDaysOfAYearAsTheNoticeDoes(int year, int count) {
        assertThat(days.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-12-31, false",
        "2015-01-01, true",
        "2025-12-31, true",
        "2026-12-24, true",
        "2026-12-25, false",
        "2027-01-04, false",
    })
    void saysWhichDaysAreNotSettledYet(LocalDate day, boolean settled) {
        assertThat(days.settled(day)).isEqualTo(settled);
    }

    @Test
    void excludesTheFirstDay() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        assertThat(days.plus(friday, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(days.between(friday, friday)).isZero();
        assertThat(days.between(friday, LocalDate.of(2026, 11, 30))).isEqualTo(1);
        assertThat(days.between(LocalDate.of(2026, 11, 30), friday)).isEqualTo(-1);
        assertThat(days.onOrAfter(friday)).isEqualTo(friday);
        assertThat(days.onOrAfter(friday.plusDays(1))).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,kind\n2026-11-28,weekday_off",
                "date,kind\n2026-11-27,weekend_on",
                "date,kind\n2026-11-27,holiday",
                "date,kind\n2026-11-27,weekday_off\n2026-11-27,weekday_off",
                "date,kind\n2026-13-01,weekday_off",
                "date,kind\n2026-11-27",
                "",
            })
    void refusesACalendarThatContradictsItself(String csv) {
        assertThatThrownBy(() -> WorkingDays.read(new StringReader(csv))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settlesAYearWhenItsNoticeIsLoaded() throws IOException {
        WorkingDays later =
                WorkingDays.read(new StringReader("date,kind\n2026-01-01,weekday_off\n2027-01-01,weekday_off\n"));
        assertThat(later.settled(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(later.settled(LocalDate.of(2027, 6, 1))).isTrue();
        assertThat(later.publishedYears()).containsExactlyInAnyOrder(2026, 2027);
    }

    @Test
    void countsBackFromAnEvent() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        assertThat(days.minus(monday, 1)).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(days.onOrBefore(monday)).isEqualTo(monday);
        assertThat(days.onOrBefore(monday.minusDays(1))).isEqualTo(LocalDate.of(2026, 11, 27));
        // over National Day
        assertThat(days.minus(LocalDate.of(2026, 10, 9), 2)).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void takesALaterNoticeUpAndKeepsTheEarlierOnes() throws IOException {
        WorkingDays later = days.amendedBy(new StringReader("""
                date,kind
                2026-12-28,weekday_off
                2027-01-01,weekday_off
                2026-10-10,as_usual
                """));
        assertThat(later.publishedYears()).contains(2015, 2026, 2027);
        assertThat(later.isWorkingDay(LocalDate.of(2026, 12, 28))).isFalse();
        assertThat(later.settled(LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(later.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
        assertThat(later.isWorkingDay(LocalDate.of(2026, 10, 8))).isTrue();
        assertThat(later.isWorkingDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,kind\n2026-11-27,as_usual",
                "date,kind\n2027-01-01,weekday_off\n2027-01-01,weekday_off",
                "date,kind\n2027-01-02,weekday_off",
                "date,kind\n2026-10-10,as_usual\n2026-10-10,as_usual",
            })
    void refusesANoticeThatContradictsItself(String csv) {
        assertThatThrownBy(() -> days.amendedBy(new StringReader(csv))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotTakeAYearForPublishedByItsLastDaysAlone() throws IOException {
        WorkingDays next =
                WorkingDays.read(new StringReader("date,kind\n2026-12-31,weekday_off\n2027-01-01,weekday_off"));
        assertThat(next.publishedYears()).containsExactly(2027);
    }

    @Test
    void refusesToCountNoDays() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThatThrownBy(() -> days.plus(day, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> days.plus(day, 10_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
