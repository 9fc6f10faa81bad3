package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
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
    void countsEveryClockThatRunsFromAnEventAndNoOther() {
        LocalDate event = LocalDate.of(2026, 2, 10);
        for (LegalClock clock : clocks.all()) {
            if (clock.countsFromAnEvent()) {
                assertThat(clock.from(event, clocks.workingDays()).due()).isAfter(event);
            } else {
                assertThatThrownBy(() -> clock.from(event, clocks.workingDays()))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(clock.id());
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
