package cn.bishui.monitoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.monitoring.judgement.Finding.Reason;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.standards.Limit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Permit PERMIT = new Permit(
            "permit",
            7,
            "unit",
            "name",
            "in-force",
            DAY.minusYears(1),
            DAY.plusYears(1),
            List.of(new Permit.Outlet(
                    "DW001",
                    "outlet",
                    List.of(
                            limit("w01018", null, "50", "mg/L", "2026-01-01", "2026-06-30", "1"),
                            limit("w01018", null, "40", "mg/L", "2026-07-01", "2026-12-31", "2"),
                            limit("w01001", "6", "9", "1", "2026-01-01", "2026-12-31", "1"),
                            limit("w20111", null, "0.001", "mg/L", "2026-01-01", "2026-12-31", "1"),
                            limit("w21003", null, "5", "µg/L", "2026-01-01", "2026-12-31", "1")))));

    private static Permit.SetLimit limit(
            String pollutant,
            @Nullable String min,
            @Nullable String max,
            String unit,
            String from,
            String to,
            String set) {
        return new Permit.SetLimit(
                new Limit(
                        pollutant,
                        min == null ? null : new BigDecimal(min),
                        max == null ? null : new BigDecimal(max),
                        unit,
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        "permit " + set),
                set);
    }

    private static Finding judge(String pollutant, @Nullable String mean, @Nullable String flag, LocalDate day) {
        return Bench.judge(
                DayMean.of(new DayValue(pollutant, mean == null ? null : new BigDecimal(mean), flag)),
                day,
                "DW001",
                PERMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "w01018, 58.2, 2026-03-01, true, 0.16, 1",
        "w01018, 50, 2026-03-01, false, , 1",
        "w01018, 50.4, 2026-03-01, false, , 1",
        "w01018, 50.6, 2026-03-01, true, 0.01, 1",
        "w01018, 45, 2026-06-30, false, , 1",
        "w01018, 45, 2026-07-01, true, 0.12, 2",
        "w01001, 9.0, 2026-03-01, false, , 1",
        "w01001, 9.3, 2026-03-01, true, , 1",
        "w01001, 5.8, 2026-03-01, true, , 1",
        "w20111, 1.6, 2026-03-01, true, 0.60, 1",
        "w20111, 1.0, 2026-03-01, false, , 1"
    })
    void judgesByTheLimitOfTheDayInTheUnitOfTheLimit(
            String pollutant, String mean, LocalDate day, boolean exceeds, @Nullable BigDecimal multiple, String set) {
        assertThat(judge(pollutant, mean, "N", day)).isInstanceOfSatisfying(Finding.Judged.class, found -> {
            assertThat(found.judgement().exceeds()).isEqualTo(exceeds);
            assertThat(found.judgement().multiple()).isEqualTo(multiple);
            assertThat(found.limitSet()).isEqualTo(set);
            assertThat(found.permitVersion()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "M", "S", "D", "C", "T", "B", "n", ""})
    void doesNotJudgeWhatIsNotNormal(String flag) {
        assertThat(judge("w01018", "500", flag, DAY)).isEqualTo(new Finding.NotJudged(Reason.NOT_NORMAL));
    }

    @Test
    void saysWhyItDoesNotJudge() {
        assertThat(judge("w01018", "500", null, DAY)).isEqualTo(new Finding.NotJudged(Reason.NOT_NORMAL));
        assertThat(judge("w01018", null, "N", DAY)).isEqualTo(new Finding.NotJudged(Reason.NO_MEAN));
        assertThat(judge("w00000", "16.8", "N", DAY)).isEqualTo(new Finding.NotJudged(Reason.NO_LIMIT));
        assertThat(judge("w01018", "500", "N", LocalDate.of(2027, 1, 1)))
                .isEqualTo(new Finding.NotJudged(Reason.NO_LIMIT));
        assertThat(judge("x99999", "500", "N", DAY)).isEqualTo(new Finding.NotJudged(Reason.UNKNOWN_POLLUTANT));
        assertThat(judge("w21003", "500", "N", DAY)).isEqualTo(new Finding.NotJudged(Reason.OTHER_UNIT));
    }

    @Test
    void leavesADayThatIsNotOverForLater() {
        Instant midnight = DAY.plusDays(1).atStartOfDay(ZONE).toInstant();
        assertThat(Bench.isEarly(DAY, midnight.minusSeconds(7200), ZONE)).isTrue();
        assertThat(Bench.isEarly(DAY, midnight.minusSeconds(60), ZONE)).isFalse();
    }
}
