package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Judgement.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // code, sent, min, max, rounded, outcome, multiple
        "w01018, 58.2,   ,     50,    58,     TOO_HIGH, 0.16",
        "w01018, 50.0,   ,     50,    50,     MEETS,    ",
        "w01018, 50.4,   ,     50,    50,     MEETS,    ",
        "w01018, 50.5,   ,     50,    50,     MEETS,    ",
        "w01018, 51.5,   ,     51,    52,     TOO_HIGH, 0.01",
        "w01018, 50.51,  ,     50,    51,     TOO_HIGH, 0.01",
        "w01018, 50.05,  ,     50.0,  50.0,   MEETS,    ",
        "w01018, 50.15,  ,     50.1,  50.2,   TOO_HIGH, 0.00",
        "w01018, 115,    ,     50,    115,    TOO_HIGH, 1.30",
        "w21003, 5.05,   ,     5,     5,      MEETS,    ",
        "w21011, 0.51,   ,     0.5,   0.5,    MEETS,    ",
        "w21011, 0.56,   ,     0.5,   0.6,    TOO_HIGH, 0.12",
        // µg/L against mg/L
        "w20111, 1,      ,     0.001, 0.001,  MEETS,    ",
        "w20111, 1.6,    ,     0.001, 0.002,  TOO_HIGH, 0.60",
        "w20115, 101,    ,     0.1,   0.1,    MEETS,    ",
        // pH keeps a decimal even where its limit has none, and has no multiple
        "w01001, 9.04,   6,    9,     9.0,    MEETS,    ",
        "w01001, 9.05,   6,    9,     9.0,    MEETS,    ",
        "w01001, 9.06,   6,    9,     9.1,    TOO_HIGH, ",
        "w01001, 5.94,   6,    9,     5.9,    TOO_LOW,  ",
        "w01001, 5.95,   6,    9,     6.0,    MEETS,    ",
        "w01001, 8.504,  6.50, 8.50,  8.50,   MEETS,    ",
        // dissolved oxygen is a lower bound
        "w01009, 4.9,    5,    ,      5,      MEETS,    ",
        "w01009, 4.4,    5,    ,      4,      TOO_LOW,  ",
        // not to be detected at all
        "w20111, 1,      ,     0.000, 0.001,  TOO_HIGH, ",
    })
    void judgesADailyMean(
            String code,
            BigDecimal sent,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            BigDecimal rounded,
            Outcome outcome,
            @Nullable BigDecimal multiple) {
        Pollutant pollutant = Pollutants.of(code);
        Judgement judgement = Judgement.ofSent(pollutant, sent, limit(code, min, max));
        assertThat(judgement.rounded()).isEqualTo(rounded);
        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(judgement.multiple()).isEqualTo(multiple);
        assertThat(judgement.exceeds()).isEqualTo(outcome != Outcome.MEETS);
        assertThat(judgement.broken())
                .isEqualTo(
                        switch (outcome) {
                            case MEETS -> null;
                            case TOO_LOW -> min;
                            case TOO_HIGH -> max;
                        });
    }

    @Test
    void showsItsWorking() {
        assertThat(judge("w01018", "58.2", null, "50").working())
                .isEqualTo("58.2 → 58 > 50 mg/L; (58.2 − 50) / 50 = 0.16; permit X, version 1");
        assertThat(judge("w01018", "40", null, "50").working()).isEqualTo("40 → 40 ≤ 50 mg/L; permit X, version 1");
        assertThat(judge("w01001", "5.2", "6", "9").working()).isEqualTo("5.2 → 5.2 < 6; permit X, version 1");
        assertThat(judge("w01001", "7", "6", "9").working()).isEqualTo("7 → 7.0 ≥ 6, ≤ 9; permit X, version 1");
        assertThat(judge("w01009", "7", "5", null).working()).isEqualTo("7 → 7 ≥ 5 mg/L; permit X, version 1");
    }

    @Test
    void refusesAnotherPollutantOrUnit() {
        Limit cod = limit("w01018", null, new BigDecimal("50"));
        assertThatThrownBy(() -> Judgement.ofSent(Pollutants.of("w21003"), BigDecimal.ONE, cod))
                .isInstanceOf(IllegalArgumentException.class);
        Limit perMicrogram = new Limit("w20111", null, BigDecimal.ONE, "µg/L", START, null, "x");
        assertThatThrownBy(() -> Judgement.ofSent(Pollutants.of("w20111"), BigDecimal.ONE, perMicrogram))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsTheLimitOfTheDay() {
        Limit first = new Limit("w01018", null, new BigDecimal("60"), "mg/L", START, LocalDate.of(2026, 6, 30), "v1");
        Limit second = new Limit("w01018", null, new BigDecimal("50"), "mg/L", LocalDate.of(2026, 7, 1), null, "v2");
        Limit stricter = new Limit(
                "w01018",
                null,
                new BigDecimal("40"),
                "mg/L",
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2026, 8, 31),
                "v3");
        List<Limit> limits = List.of(stricter, first, second);
        assertThat(Limit.inForce(limits, "w01018", START.minusDays(1))).isEmpty();
        assertThat(Limit.inForce(limits, "w01018", START)).contains(first);
        assertThat(Limit.inForce(limits, "w01018", LocalDate.of(2026, 6, 30))).contains(first);
        assertThat(Limit.inForce(limits, "w01018", LocalDate.of(2026, 7, 1))).contains(second);
        assertThat(Limit.inForce(limits, "w01018", LocalDate.of(2026, 8, 31))).contains(stricter);
        assertThat(Limit.inForce(limits, "w01018", LocalDate.of(2026, 9, 1))).contains(second);
        assertThat(Limit.inForce(limits, "w21003", START)).isEmpty();
    }

    @Test
    void refusesALimitThatIsNone() {
        assertThatThrownBy(() -> limit("w01018", null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit("w01001", BigDecimal.TEN, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit("w01018", null, BigDecimal.ONE, "mg/L", START, START.minusDays(1), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Judgement judge(String code, String sent, @Nullable String min, @Nullable String max) {
        Limit limit = limit(code, min == null ? null : new BigDecimal(min), max == null ? null : new BigDecimal(max));
        return Judgement.ofSent(Pollutants.of(code), new BigDecimal(sent), limit);
    }

    private static Limit limit(String code, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new Limit(code, min, max, Pollutants.of(code).judgedUnit(), START, null, "permit X, version 1");
    }
}
