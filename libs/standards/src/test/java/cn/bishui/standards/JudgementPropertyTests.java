package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JudgementPropertyTests {

    @Property
    void theLimitItselfMeets(@ForAll("bounds") BigDecimal max) {
        assertThat(judge(max, max).exceeds()).isFalse();
    }

    @Property
    void aHigherValueIsNeverJudgedBetter(
            @ForAll("values") BigDecimal one, @ForAll("values") BigDecimal other, @ForAll("bounds") BigDecimal max) {
        Judgement lower = judge(one.min(other), max);
        Judgement higher = judge(one.max(other), max);
        assertThat(lower.exceeds() && !higher.exceeds()).isFalse();
    }

    @Property
    void roundingMovesAValueByHalfAStepAtMost(@ForAll("values") BigDecimal value, @ForAll("bounds") BigDecimal max) {
        Judgement judgement = judge(value, max);
        BigDecimal moved = judgement.rounded().subtract(value).abs();
        assertThat(moved).isLessThanOrEqualTo(max.ulp().divide(BigDecimal.TWO));
        assertThat(judgement.rounded().scale()).isEqualTo(max.scale());
    }

    @Property
    void whatExceedsLiesOverTheLimitAndHasAMultiple(
            @ForAll("values") BigDecimal value, @ForAll("bounds") BigDecimal max) {
        Judgement judgement = judge(value, max);
        if (judgement.exceeds()) {
            assertThat(value).isGreaterThan(max);
            assertThat(Objects.requireNonNull(judgement.multiple())).isNotNegative();
            assertThat(judgement.broken()).isEqualTo(max);
        } else {
            assertThat(judgement.multiple()).isNull();
            assertThat(value.subtract(max)).isLessThanOrEqualTo(max.ulp());
        }
        assertThat(judgement.working()).contains(max.toPlainString());
    }

    private static Judgement judge(BigDecimal value, BigDecimal max) {
        return Judgement.of(value, new Limit("w01018", null, max, "mg/L", LocalDate.of(2026, 1, 1), null, "x"));
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("200"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<BigDecimal> bounds() {
        return Arbitraries.integers()
                .between(0, 3)
                .flatMap(scale -> Arbitraries.bigDecimals()
                        .between(BigDecimal.ONE, new BigDecimal("150"))
                        .ofScale(scale));
    }
}
