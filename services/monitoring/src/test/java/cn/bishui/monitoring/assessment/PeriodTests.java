package cn.bishui.monitoring.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-01-01, 2026-01-31, 2025-12, 2026-02, 2025-01",
        "2024-02, 2024-02-01, 2024-02-29, 2024-01, 2024-03, 2023-02",
        "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4, 2026-Q2, 2025-Q1",
        "2026-Q4, 2026-10-01, 2026-12-31, 2026-Q3, 2027-Q1, 2025-Q4",
        "2026, 2026-01-01, 2026-12-31, 2025, 2027, 2025"
    })
    void knowsItsDaysAndItsNeighbours(
            String text, LocalDate first, LocalDate last, String before, String after, String yearBefore) {
        Period period = Period.of(text);

        assertThat(period.text()).isEqualTo(text);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period.before().text()).isEqualTo(before);
        assertThat(period.after().text()).isEqualTo(after);
        assertThat(period.yearBefore().text()).isEqualTo(yearBefore);
    }

    @Test
    void holdsItsMonths() {
        YearMonth november = YearMonth.of(2026, 11);

        assertThat(Period.quarterOf(november).months())
                .containsExactly(YearMonth.of(2026, 10), november, YearMonth.of(2026, 12));
        assertThat(Period.yearOf(november).months()).hasSize(12).contains(november);
        assertThat(Period.of(november).months()).containsExactly(november);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-Q5", "26", "20261", "2026-1", "last month"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Period.of(text))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("assessment.period");
    }
}
