package cn.bishui.standards.effluent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Csv;
import cn.bishui.standards.Limit;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.effluent.EffluentLimit.Sampling;
import cn.bishui.standards.effluent.LimitChoice.Candidate;
import cn.bishui.standards.effluent.LimitChoice.Origin;
import cn.bishui.standards.effluent.Wastewater.Grade;
import cn.bishui.standards.effluent.Wastewater.Part;
import cn.bishui.standards.effluent.Wastewater.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WastewaterTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Wastewater wastewater = Wastewater.on(DAY);

    @ParameterizedTest
    @CsvSource({
        // pollutant, grade, built, industry, limit
        "COD, ONE, 1998-01-01, 皮革, ≤100",
        "COD, TWO, 1998-01-01, 皮革, ≤300",
        "COD, THREE, 1998-01-01, 皮革工业, ≤1000",
        "COD, TWO, 1998-01-01, 造纸, ≤150",
        "COD, ONE, 1998-01-01, 石油化工, ≤60",
        "COD, ONE, 1997-12-31, 石油化工, ≤100",
        "COD, THREE, 1998-01-01, 城镇二级污水处理厂, ",
        "COD, TWO, 1997-12-31, 焦化, ≤200",
        "COD, TWO, 1998-01-01, 焦化, ≤150",
        "BOD5, ONE, 1998-01-01, 造纸, ≤20",
        "BOD5, ONE, 1997-12-31, 造纸, ≤30",
        "BOD5, TWO, 1998-01-01, 酒精, ≤100",
        "SS, TWO, 1998-01-01, 脉金选矿, ≤400",
        "SS, TWO, 1997-12-31, 脉金选矿, ≤500",
        "SS, THREE, 1998-01-01, '', ≤400",
        "色度, TWO, 1997-12-31, 染料, ≤180",
        "色度, TWO, 1998-01-01, 染料, ≤80",
        "石油类, THREE, 1998-01-01, '', ≤20",
        "石油类, THREE, 1997-12-31, '', ≤30",
        "氨氮, TWO, 1998-01-01, 医药原料药, ≤50",
        "氨氮, THREE, 1998-01-01, 医药原料药, ",
        "氟化物, TWO, 1998-01-01, 黄磷, ≤15",
        "氟化物, TWO, 1998-01-01, 低氟地区, ≤20",
        "总氰化合物, TWO, 1997-12-31, 电影洗片, ≤5.0",
        "硫化物, THREE, 1997-12-31, '', ≤2.0",
        "硫化物, THREE, 1998-01-01, '', ≤1.0",
        "乐果, ONE, 1998-01-01, '', 不得检出",
        "乐果, ONE, 1997-12-31, '', ",
        "总汞, THREE, 1998-01-01, 造纸, ≤0.05",
        "总汞, ONE, 1980-01-01, 造纸, ≤0.05",
        "烷基汞, ONE, 1998-01-01, '', 不得检出",
        "pH, ONE, 1998-01-01, '', 6~9",
        "粪大肠菌群, ONE, 1998-01-01, 传染病, ≤100",
        "粪大肠菌群, ONE, 1998-01-01, 造纸, ",
        "彩色显影剂, ONE, 1998-01-01, 造纸, ",
        "TOC, TWO, 1998-01-01, 苎麻脱胶, ≤60",
        "总余氯(采用氯化消毒的医院污水), ONE, 1998-01-01, '传染病、结核病医院污水', <0.5",
        "总余氯(采用氯化消毒的医院污水), TWO, 1998-01-01, '传染病、结核病医院污水', >6.5",
    })
    void findsTheLimitOfAUnit(String pollutant, Grade grade, LocalDate built, String industry, @Nullable String limit) {
        assertThat(wastewater
                        .limit(pollutant, new Unit(grade, built, industry))
                        .map(each -> each.bound().text()))
                .isEqualTo(Optional.ofNullable(limit));
    }

    @Test
    void samplesFirstClassPollutantsAtTheWorkshop() {
        Unit unit = new Unit(Grade.TWO, DAY, "");
        EffluentLimit cadmium = wastewater.limit("w20115", unit).orElseThrow();
        assertThat(cadmium.sampling()).isEqualTo(Sampling.WORKSHOP_OUTLET);
        assertThat(cadmium.grade()).isEmpty();
        EffluentLimit cod = wastewater.limit("COD", unit).orElseThrow();
        assertThat(cod.sampling()).isEqualTo(Sampling.UNIT_OUTLET);
        assertThat(cod.units()).isEqualTo("其他排污单位");
        assertThat(cod.judge(Measured.value("150")).verdict()).isEqualTo(Verdict.MEETS);
        assertThat(wastewater.units("氟化物", DAY)).containsExactly("黄磷工业", "低氟地区(水体含氟量<0.5mg/L)", "其他排污单位");
        assertThat(wastewater.limits(Grade.ONE, DAY)).isNotEmpty();
    }

    @Test
    void holdsEveryItemOfTheTables() {
        for (String table : List.of("1", "2", "4")) {
            Set<Integer> numbers = new TreeSet<>();
            Csv.resource("gb8978-1996.csv").stream()
                    .filter(row -> row.text("table").equals(table))
                    .forEach(row -> numbers.add(Integer.valueOf(row.text("no"))));
            assertThat(numbers).hasSize(table.equals("1") ? 13 : table.equals("2") ? 26 : 56);
        }
    }

    @Test
    void weighsTheLimitsOfMixedWaters() {
        // annex A, B and C of the standard
        BigDecimal mixed = Wastewater.mixedLimit(List.of(
                new Part(new BigDecimal("100"), new BigDecimal("10"), new BigDecimal("20")),
                new Part(new BigDecimal("300"), new BigDecimal("60"), new BigDecimal("10"))));
        assertThat(mixed).isEqualByComparingTo("250");
        assertThat(Wastewater.loadPerProduct(new BigDecimal("300"), new BigDecimal("60")))
                .isEqualByComparingTo("18");
        assertThat(Wastewater.yearlyTotal(new BigDecimal("18"), new BigDecimal("5000")))
                .isEqualByComparingTo("90");
        assertThatThrownBy(() -> Wastewater.mixedLimit(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wastewater.on(LocalDate.of(1997, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PERMIT 60 / LOCAL 40 / INDUSTRY 50 / GENERAL 100, PERMIT",
        "LOCAL 40 / INDUSTRY 50 / GENERAL 100, LOCAL",
        "LOCAL 60 / INDUSTRY 50 / GENERAL 100, INDUSTRY",
        "LOCAL 50 / INDUSTRY 50, INDUSTRY",
        "INDUSTRY 200 / GENERAL 100, INDUSTRY",
        "LOCAL 90 / GENERAL 100, LOCAL",
        "LOCAL 90, LOCAL",
        "GENERAL 100, GENERAL",
    })
    void choosesTheLimitThatHolds(String candidates, Origin origin) {
        List<Candidate> all = List.of(candidates.split(" / ", -1)).stream()
                .map(each -> candidate(Origin.valueOf(each.split(" ", -1)[0]), each.split(" ", -1)[1], DAY))
                .toList();
        LimitChoice choice = LimitChoice.on(DAY, all).orElseThrow();
        assertThat(choice.origin()).isEqualTo(origin);
        assertThat(choice.why()).isNotBlank();
        assertThat(choice.others()).hasSize(all.size() - 1);
        assertThat(LimitChoice.on(DAY, all.reversed()).orElseThrow().origin()).isEqualTo(origin);
        assertThat(LimitChoice.on(DAY.minusDays(1), all)).isEmpty();
    }

    @Test
    void takesTheLimitThatBeganLastAndRefusesAMixture() {
        Candidate old = candidate(Origin.PERMIT, "60", DAY.minusYears(1));
        Candidate now = candidate(Origin.PERMIT, "50", DAY.minusDays(1));
        assertThat(LimitChoice.on(DAY, List.of(old, now)).orElseThrow().limit()).isEqualTo(now.limit());
        Limit other = new Limit("w21003", null, BigDecimal.ONE, "mg/L", DAY, null, "x");
        assertThatThrownBy(() -> LimitChoice.on(DAY, List.of(old, new Candidate(Origin.GENERAL, other))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Candidate candidate(Origin origin, String max, LocalDate from) {
        return new Candidate(origin, new Limit("w01018", null, new BigDecimal(max), "mg/L", from, null, "x"));
    }
}
