package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalClocksTests {

    private final LegalClocks clocks = new LegalClocks(WorkingDays.china());

    @ParameterizedTest
    @CsvSource({
        // over Labour Day and National Day 2025
        "2025-04-25, 2025-05-20, false",
        "2025-09-26, 2025-10-23, false",
        // over New Year, Spring Festival, National Day 2026, each with a worked weekend day inside
        "2025-12-31, 2026-01-22, false",
        "2026-02-10, 2026-03-09, false",
        "2026-09-18, 2026-10-15, false",
        // from a weekend, and in a plain month
        "2026-11-21, 2026-12-11, false",
        "2026-11-24, 2026-12-15, false",
        // into a year that no notice has settled
        "2026-12-03, 2026-12-24, false",
        "2026-12-04, 2026-12-25, true",
        "2026-12-15, 2027-01-05, true",
    })
    void gives15WorkingDaysToDecideOnFiling(LocalDate found, LocalDate due, boolean provisional) {
        assertThat(clocks.deadline(LegalClocks.FILE_CASE, found))
                .isEqualTo(new Deadline(due, provisional, "ENF-FILE", "MEE30 18-19"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-20, 2023-06-30, ENF-FILE-OLD",
        "2023-06-30, 2023-07-11, ENF-FILE-OLD",
        "2023-07-01, 2023-07-21, ENF-FILE",
    })
    void followsTheLawOfTheDay(LocalDate found, LocalDate due, String rule) {
        Deadline deadline = clocks.deadline(LegalClocks.FILE_CASE, found);
        assertThat(deadline.due()).isEqualTo(due);
        assertThat(deadline.rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // calendar days, months and years do not move, but for those of the rules on transfer to the police
        "ENF-PAY, 2026-09-18, 2026-10-03",
        "TRF-HEAD, 2026-09-30, 2026-10-08",
        "ENF-LAWSUIT, 2026-08-31, 2027-02-28",
        "PMT-VALID, 2024-02-29, 2029-02-28",
        "ENF-DEMAND, 2025-01-20, 2025-02-08",
    })
    void countsDaysMonthsAndYears(String clock, LocalDate event, LocalDate due) {
        assertThat(clocks.deadline(clock, event).due()).isEqualTo(due);
    }

    @Test
    void holdsAllRowsOnceAndNoTwoVersionsAtATime() {
        assertThat(clocks.all()).hasSize(98);
        assertThat(clocks.all()).extracting(LegalClock::id).doesNotHaveDuplicates();
        assertThat(clocks.all()).extracting(LegalClock::status).doesNotContain("");
        for (LegalClock version : clocks.all()) {
            LocalDate first = version.validFrom() == null ? LocalDate.of(2026, 1, 1) : version.validFrom();
            assertThat(clocks.at(version.clock(), first)).isEqualTo(version);
            Set<String> same = clocks.all().stream()
                    .filter(other -> other.clock().equals(version.clock()) && other.holdsOn(first))
                    .map(LegalClock::id)
                    .collect(Collectors.toSet());
            assertThat(same).containsExactly(version.id());
        }
    }

    @Test
    void countsByTheDayOnlyWhatEndsWithADay() {
        LocalDate event = LocalDate.of(2026, 2, 10);
        for (LegalClock clock : clocks.all()) {
            if (clock.countsDays()) {
                LocalDate due = clock.from(event, clocks.workingDays()).due();
                assertThat(due.isBefore(event)).isEqualTo(clock.counted() == LegalClock.Counted.BEFORE);
            } else {
                assertThatThrownBy(() -> clock.from(event, clocks.workingDays()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(clock.id());
            }
        }
    }

    @Test
    void refusesToCountWhatIsNoClockAndSaysWhy() {
        assertThatThrownBy(() -> clocks.expiry("ENF-SURCHARGE", Instant.parse("2026-02-10T01:00:00Z")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not a clock: nobody has to act by its end");
    }

    @Test
    void isInTimeWithinTheMinute() {
        Expiry hours = clocks.expiry("EMG-II-I", Instant.parse("2026-02-17T01:30:59Z"));
        assertThat(hours.due()).isEqualTo(Instant.parse("2026-02-17T03:30:00Z"));
        assertThat(hours.isInTime(Instant.parse("2026-02-17T03:30:59Z"))).isTrue();
        assertThat(hours.isInTime(Instant.parse("2026-02-17T03:31:00Z"))).isFalse();
        assertThat(hours.late(Instant.parse("2026-02-17T03:40:10Z"))).isEqualTo(Duration.ofMinutes(10));
        assertThat(hours.overdueFrom()).isEqualTo(Instant.parse("2026-02-17T03:31:00Z"));
        Expiry days = clocks.expiry("CMP-PASS", Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(days.isInTime(Instant.parse("2026-03-05T15:59:59Z"))).isTrue();
        assertThat(days.isInTime(Instant.parse("2026-03-05T16:00:00Z"))).isFalse();
        assertThat(days.overdueFrom()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
    }

    @Test
    void isDueOnTheNamedDayItselfAndNotAYearLater() {
        assertThat(clocks.deadline("PUB-YEAR", LocalDate.of(2026, 3, 15)).due()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(clocks.deadline("PUB-YEAR", LocalDate.of(2026, 3, 16)).due()).isEqualTo(LocalDate.of(2027, 3, 15));
    }

    @Test
    void leavesOutTheMinutesOfAPauseWhereItCountsHours() {
        Instant event = Instant.parse("2026-02-17T01:30:59Z");
        Pause early =
                new Pause("hearing", Instant.parse("2026-02-17T05:00:10Z"), Instant.parse("2026-02-17T06:10:50Z"));
        Pause tooLate =
                new Pause("hearing", Instant.parse("2026-02-19T05:00:00Z"), Instant.parse("2026-02-19T06:00:00Z"));
        assertThat(Counting.expiry(
                                clocks.version("SEAL-POST"), 24, event, List.of(early, tooLate), clocks.workingDays())
                        .due())
                .isEqualTo(Instant.parse("2026-02-18T02:40:00Z"));
    }

    @Test
    void takesTheDayOfAnEventInBeijing() {
        // 23:30 and 00:30 in Beijing are one day in UTC
        assertThat(clocks.expiry("CMP-PASS", Instant.parse("2026-03-02T15:30:00Z"))
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(clocks.expiry("CMP-PASS", Instant.parse("2026-03-02T16:30:00Z"))
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    void namesEveryClockInChineseAndGivesItAPlan() {
        for (LegalClock clock : clocks.all()) {
            assertThat(clock.zh()).as(clock.id()).isNotBlank();
            assertThat(clocks.plan(clock.reminders()).isEmpty())
                    .as(clock.id())
                    .isEqualTo(clock.counted() == LegalClock.Counted.NONE);
        }
        assertThat(clocks.all()).extracting(LegalClock::zh).doesNotHaveDuplicates();
    }

    @Test
    void extendsOnlyWhatItKnows() {
        for (ExtensionRule extension : ExtensionRule.shipped()) {
            assertThat(clocks.version(extension.rule()).extension(extension.step()))
                    .contains(extension);
            assertThat(extension.after().isEmpty()
                            || clocks.version(extension.rule())
                                    .extension(extension.after())
                                    .isPresent())
                    .isTrue();
        }
    }

    @Test
    void doesNotHoldAClockToALawThatWasNotYetThere() {
        for (LegalClock clock : clocks.all()) {
            String cited = clock.source().split("[ ;]", -1)[0];
            if (clock.validFrom() != null
                    && Laws.all().stream().anyMatch(law -> law.id().equals(cited))) {
                assertThat(Laws.law(cited).holdsOn(clock.validFrom()))
                        .as(clock.id())
                        .isTrue();
            }
        }
    }

    @Test
    void doesNotInventAClock() {
        LocalDate day = LocalDate.of(2026, 2, 10);
        assertThatThrownBy(() -> clocks.deadline("NONE", day)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clocks.deadline(LegalClocks.FILE_CASE, LocalDate.of(2009, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
