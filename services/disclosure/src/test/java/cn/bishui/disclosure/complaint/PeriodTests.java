package cn.bishui.disclosure.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-10",
        "2026-12-01, 2026-10",
        "2026-12-02, 2026-10",
        "2026-12-03, 2026-11",
        "2027-01-02, 2026-11",
        "2027-01-03, 2026-12"
    })
    void aMonthIsToldFromTheThirdDayAfterItsEnd(LocalDate today, YearMonth last) {
        assertThat(Period.lastTold(today)).isEqualTo(last);
        assertThat(Period.untold(today)).isEqualTo(last.plusMonths(1).atDay(1));
    }

    @Test
    void isAYearUpToTheLastMonthUnlessAskedOtherwise() {
        Period usual = Period.asked(null, null, TODAY);

        assertThat(usual).isEqualTo(new Period(YearMonth.of(2025, 11), YearMonth.of(2026, 10)));
        assertThat(usual.months()).hasSize(12);
        assertThat(Period.asked(null, YearMonth.of(2026, 3), TODAY).from()).isEqualTo(YearMonth.of(2025, 4));
    }

    @Test
    void endsWithTheLastMonthThatIsTold() {
        assertThat(Period.asked(YearMonth.of(2026, 9), YearMonth.of(2026, 12), TODAY)
                        .to())
                .isEqualTo(YearMonth.of(2026, 10));
        assertThat(Period.asked(YearMonth.of(2026, 11), YearMonth.of(2026, 11), TODAY)
                        .months())
                .isEmpty();
    }

    @Test
    void refusesWhatIsTheWrongWayRoundOrTooLong() {
        assertThat(catchThrowableOfType(
                                RuleBroken.class,
                                () -> Period.asked(YearMonth.of(2026, 9), YearMonth.of(2026, 8), TODAY))
                        .code())
                .isEqualTo("period.reversed");
        assertThat(catchThrowableOfType(RuleBroken.class, () -> Period.asked(YearMonth.of(2016, 10), null, TODAY))
                        .code())
                .isEqualTo("period.too-long");
        assertThat(Period.asked(YearMonth.of(2016, 11), null, TODAY).months()).hasSize(120);
    }

    @Test
    void readsAMonthOrADayOfIt() {
        assertThat(Period.month("2026-11")).isEqualTo(YearMonth.of(2026, 11));
        assertThat(Period.month("2026-11-23")).isEqualTo(YearMonth.of(2026, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-13", "2026-11-31", "yesterday", "11/2026", "+12026-11"})
    void refusesWhatIsNoMonth(String text) {
        assertThat(catchThrowableOfType(RuleBroken.class, () -> Period.month(text))
                        .code())
                .isEqualTo("period.month");
    }
}
