package cn.bishui.standards.effluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.effluent.TownSewage.Plant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownSewageTests {

    private static final LocalDate NEW = LocalDate.of(2006, 1, 1);

    private final TownSewage sewage = TownSewage.on(LocalDate.of(2026, 11, 23));

    @ParameterizedTest
    @CsvSource({
        // pollutant, grade, built, temperature, limit
        "COD, ONE_A, 2010-01-01, 15, ≤50",
        "化学需氧量, ONE_B, 2010-01-01, 15, ≤60",
        "w01017, TWO, 2010-01-01, 15, ≤30",
        "SS, THREE, 2010-01-01, 15, ≤50",
        "总氮, ONE_A, 2010-01-01, 15, ≤15",
        "总氮, TWO, 2010-01-01, 15, ",
        "氨氮, ONE_A, 2010-01-01, 12.1, ≤5",
        "氨氮, ONE_A, 2010-01-01, 12, ≤8",
        "氨氮, ONE_B, 2010-01-01, 4, ≤15",
        "氨氮, TWO, 2010-01-01, 4, ≤30",
        "氨氮, THREE, 2010-01-01, 4, ",
        "氨氮, ONE_A, 2010-01-01, , ",
        "总磷, ONE_A, 2005-12-31, 15, ≤1",
        "总磷, ONE_A, 2006-01-01, 15, ≤0.5",
        "总磷, ONE_B, 2005-12-31, 15, ≤1.5",
        "总磷, THREE, 2006-01-01, 15, ≤5",
        "pH, TWO, 2010-01-01, 15, 6~9",
        "粪大肠菌群, ONE_A, 2010-01-01, 15, ≤1000",
        "烷基汞, THREE, 2010-01-01, 15, 不得检出",
        "总镉, TWO, 2010-01-01, 15, ≤0.01",
        "总镍, ONE_A, 2010-01-01, 15, ≤0.05",
        "对-二甲苯, ONE_A, 2010-01-01, 15, ≤0.4",
        "电导率, ONE_A, 2010-01-01, 15, ",
    })
    void findsTheLimitOfAPlant(
            String pollutant,
            SewageGrade grade,
            LocalDate built,
            @Nullable BigDecimal celsius,
            @Nullable String limit) {
        assertThat(sewage.limit(pollutant, new Plant(grade, built, celsius))
                        .map(each -> each.bound().text()))
                .isEqualTo(Optional.ofNullable(limit));
    }

    @Test
    void aPlantHasEveryItemOnce() {
        Plant plant = new Plant(SewageGrade.ONE_A, NEW, BigDecimal.TEN);
        assertThat(sewage.limits(plant, false)).hasSize(12 + 7);
        assertThat(sewage.limits(plant, true)).hasSize(12 + 7 + 43);
        assertThat(sewage.limits(plant, true))
                .extracting(each -> each.item().zh())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLimitIsNoLaxerInABetterGrade() {
        for (EffluentLimit strict : sewage.limits(new Plant(SewageGrade.ONE_A, NEW, BigDecimal.TEN), false)) {
            for (SewageGrade grade : SewageGrade.values()) {
                sewage.limit(strict.item().zh(), new Plant(grade, NEW, BigDecimal.TEN))
                        .ifPresent(other -> {
                            if (strict.bound() instanceof Bound.Max(BigDecimal max)
                                    && other.bound() instanceof Bound.Max(BigDecimal otherMax)) {
                                assertThat(max).as(strict.item().zh()).isLessThanOrEqualTo(otherMax);
                            }
                        });
            }
        }
    }

    @Test
    void judgesADailyMeanAndExplainsIt() {
        EffluentLimit limit = sewage.limit("NH3-N", new Plant(SewageGrade.ONE_A, NEW, new BigDecimal("8")))
                .orElseThrow();
        assertThat(limit.condition()).isEqualTo("水温≤12℃");
        assertThat(limit.judge(Measured.value("8.4")).verdict()).isEqualTo(Verdict.MEETS);
        assertThat(limit.judge(Measured.value("8.51")).working())
                .isEqualTo("氨氮(以N计) 8.51 → 9 : ≤8 mg/L; (9 − 8) / 8 = 0.12; 超标; GB 18918-2002 table 1 item 8");
        EffluentLimit ph =
                sewage.limit("pH", new Plant(SewageGrade.ONE_A, NEW, null)).orElseThrow();
        assertThat(ph.judge(Measured.value("9.3")).verdict()).isEqualTo(Verdict.EXCEEDS);
        EffluentLimit mercury =
                sewage.limit("烷基汞", new Plant(SewageGrade.ONE_A, NEW, null)).orElseThrow();
        assertThat(mercury.judge(Measured.below("0.00001")).verdict()).isEqualTo(Verdict.MEETS);
        assertThat(mercury.judge(Measured.value("0.00001")).verdict()).isEqualTo(Verdict.EXCEEDS);
    }

    @Test
    void isALimitOfAnOutletToo() {
        Plant plant = new Plant(SewageGrade.ONE_A, NEW, null);
        Limit cod = sewage.limit("COD", plant).flatMap(EffluentLimit::asLimit).orElseThrow();
        assertThat(cod.source()).isEqualTo("GB 18918-2002 table 1 item 1 一级A");
        assertThat(Judgement.ofSent(Pollutants.of("w01018"), new BigDecimal("58.2"), cod)
                        .multiple())
                .isEqualTo(new BigDecimal("0.16"));
        Limit mercury =
                sewage.limit("w20113", plant).flatMap(EffluentLimit::asLimit).orElseThrow();
        assertThat(Judgement.ofSent(Pollutants.of("w20113"), BigDecimal.ONE, mercury)
                        .exceeds())
                .isTrue();
        assertThat(Judgement.ofSent(Pollutants.of("w20113"), BigDecimal.ZERO, mercury)
                        .exceeds())
                .isFalse();
        Limit coliforms =
                sewage.limit("w02003", plant).flatMap(EffluentLimit::asLimit).orElseThrow();
        assertThat(Judgement.ofSent(Pollutants.of("w02003"), new BigDecimal("1001"), coliforms)
                        .exceeds())
                .isTrue();
        assertThat(sewage.limit("动植物油", plant).flatMap(EffluentLimit::asLimit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COD, THREE, 350, 200, ",
        "COD, THREE, 350.1, 120, MEETS",
        "COD, THREE, 500, 200, EXCEEDS",
        "COD, THREE, 500, 199, MEETS",
        "COD, TWO, 500, 199, ",
        "BOD5, THREE, 200, 100, EXCEEDS",
        "BOD5, THREE, 200, 99, MEETS",
        "BOD5, THREE, 160, 99, ",
        "SS, THREE, 900, 1, ",
    })
    void judgesByRemovalWhereMuchComesIn(
            String pollutant, SewageGrade grade, BigDecimal inlet, BigDecimal outlet, @Nullable Verdict verdict) {
        assertThat(sewage.removal(pollutant, new Plant(grade, NEW, null), inlet, outlet)
                        .map(TownSewage.Removal::verdict))
                .isEqualTo(Optional.ofNullable(verdict));
    }

    @Test
    void explainsARemoval() {
        TownSewage.Removal removal = sewage.removal(
                        "COD", new Plant(SewageGrade.THREE, NEW, null), new BigDecimal("500"), new BigDecimal("200"))
                .orElseThrow();
        assertThat(removal.working())
                .isEqualTo("化学需氧量(COD) (500 − 200) / 500 = 60.0% : >60%; 超标; GB 18918-2002 table 1 note 1");
        assertThatThrownBy(() -> sewage.removal(
                        "COD", new Plant(SewageGrade.THREE, NEW, null), new BigDecimal("-1"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TownSewage.on(LocalDate.of(2003, 6, 30))).isInstanceOf(IllegalArgumentException.class);
    }
}
