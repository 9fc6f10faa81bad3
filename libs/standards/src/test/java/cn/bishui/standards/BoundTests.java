package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTests {

    private static final Basis BASIS = new Basis("GB X", "verified", "", LocalDate.of(2020, 1, 1), null);

    @ParameterizedTest
    @CsvSource({
        "0.5, max, 0.5, MEETS",
        "0.5, max, 0.51, EXCEEDS",
        "0.5, max, 0.5L, MEETS",
        "0.5, max, 0.6L, CANNOT_BE_JUDGED",
        "0.5, max, ND, CANNOT_BE_JUDGED",
        "0.5, max, >0.5, EXCEEDS",
        "0.5, max, >0.4, CANNOT_BE_JUDGED",
        "0.5, max, 无, CANNOT_BE_JUDGED",
        "5, min, 5, MEETS",
        "5, min, 4.9, EXCEEDS",
        "5, min, 0.2L, EXCEEDS",
        "5, min, 6L, CANNOT_BE_JUDGED",
        "5, min, >20, MEETS",
        "5, min, >4, CANNOT_BE_JUDGED",
        "6..9, range, 6, MEETS",
        "6..9, range, 9, MEETS",
        "6..9, range, 9.1, EXCEEDS",
        "6..9, range, 5.9, EXCEEDS",
        "6..9, range, >9, EXCEEDS",
        "6..9, range, >7, CANNOT_BE_JUDGED",
        "6..9, range, 5L, EXCEEDS",
        "6..9, range, 7L, CANNOT_BE_JUDGED",
        "<0.5, mixed, 0.49, MEETS",
        "<0.5, mixed, 0.5, EXCEEDS",
        "<0.5, mixed, 0.5L, MEETS",
        ">3, mixed, 3, EXCEEDS",
        ">3, mixed, 3.1, MEETS",
        ">3, mixed, 0.1L, EXCEEDS",
        ">3, mixed, >3, MEETS",
        "not detected, max, 0, MEETS",
        "not detected, max, 1, EXCEEDS",
        "not detected, max, 0.1L, MEETS",
        "not detected, max, ND, MEETS",
        "not detected, max, >1, EXCEEDS",
        "无, text, 无, MEETS",
        "无, text, 有, EXCEEDS",
        "无, text, 3, CANNOT_BE_JUDGED",
    })
    void holdsAValueAgainstALimit(String cell, String direction, String measured, Verdict verdict) {
        Bound bound = Bound.read(cell, direction).orElseThrow();
        assertThat(bound.check(Measured.parse(measured), Rounding.NONE)).isEqualTo(verdict);
    }

    @Test
    void readsAnEmptyCellAsNoLimit() {
        assertThat(Bound.read("", "max")).isEmpty();
        assertThatThrownBy(() -> new Bound.Within(BigDecimal.TEN, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1.234 | 1.0  | 氨氮 1.234 → 1.23 : ≤1.0 mg/L; (1.23 − 1.0) / 1.0 = 0.23; 超标; GB X
        1.0   | 1.0  | 氨氮 1.0 → 1.00 : ≤1.0 mg/L; 达标; GB X
        0.01L | 1.0  | 氨氮 0.01L : ≤1.0 mg/L; 达标; GB X
        2L    | 1.0  | 氨氮 2L : ≤1.0 mg/L; 无法判定 (检出限高于标准限值); GB X
        """)
    void explainsAJudgement(String measured, String limit, String working) {
        assertThat(judge(measured, limit).working()).isEqualTo(working);
    }

    @Test
    void refusesNegativeNumbers() {
        assertThatThrownBy(() -> judge("-0.1", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "MEETS MEETS, MEETS",
        "MEETS EXCEEDS CANNOT_BE_JUDGED, EXCEEDS",
        "MEETS CANNOT_BE_JUDGED MEETS, CANNOT_BE_JUDGED",
        "NOT_JUDGED MEETS, MEETS",
        "NOT_JUDGED, NOT_JUDGED",
    })
    void oneThatExceedsDecides(String verdicts, Verdict together) {
        List<Verdict> each =
                List.of(verdicts.split(" ", -1)).stream().map(Verdict::valueOf).toList();
        assertThat(Verdict.together(each)).isEqualTo(together);
        assertThat(Verdict.together(each.reversed())).isEqualTo(together);
        assertThat(Verdict.together(List.of())).isEqualTo(Verdict.NOT_JUDGED);
    }

    @ParameterizedTest
    @CsvSource({
        "w21003, true",
        "W21003, true",
        "氨氮, true",
        "氨氮(以N计), true",
        "氨氮（以N计）, true",
        "NH3-N, true",
        "NH₃-N, true",
        "nh3-n, true",
        "Ammonia nitrogen, true",
        "' 氨 氮 ', true",
        "总氮, false",
        "w21001, false",
    })
    void knowsAnItemByAllItsNames(String name, boolean called) {
        assertThat(item("w21003").isCalled(name)).isEqualTo(called);
        assertThat(item("w21003").key()).isEqualTo("w21003");
        assertThat(item(null).key()).isEqualTo("氨氮(以N计)");
    }

    private static ItemJudgement judge(String measured, String limit) {
        Item item = new Item("w21003", "氨氮", "Ammonia nitrogen", List.of(), "mg/L", BASIS);
        Bound bound = new Bound.Max(new BigDecimal(limit));
        return ItemJudgement.of(item, Measured.parse(measured), bound, Rounding.to(2), BASIS);
    }

    private static Item item(@Nullable String code) {
        return new Item(code, "氨氮(以N计)", "Ammonia nitrogen", List.of("NH3-N"), "mg/L", BASIS);
    }
}
