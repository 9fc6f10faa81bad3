package cn.bishui.standards.drinkingwater;

import static cn.bishui.standards.drinkingwater.DrinkingWaterTests.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Item;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.drinkingwater.Sources.Attainment;
import cn.bishui.standards.drinkingwater.Sources.Extent;
import cn.bishui.standards.drinkingwater.Sources.Taken;
import cn.bishui.standards.surfacewater.Sample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTests {

    private final Sources sources = Sources.on(LocalDate.of(2026, 11, 23));

    @Test
    void wantsSixtyOneItemsOfASurfaceSourceAMonthAndAllOnceAYear() {
        Sample nothing = Sample.lake("x", Map.of());
        assertThat(sources.judgeSurface(nothing, Extent.MONTHLY).missing()).hasSize(61);
        assertThat(sources.judgeSurface(nothing, Extent.FULL).missing()).hasSize(109);
        assertThat(sources.judgeSurface(Sample.river("x", Map.of()), Extent.FULL)
                        .missing())
                .hasSize(109);
        assertThat(sources.judgeGroundwater("x", Map.of(), Extent.MONTHLY).missing())
                .hasSize(39);
        assertThat(sources.judgeGroundwater("x", Map.of(), Extent.FULL).missing())
                .hasSize(93);
        assertThat(sources.judgeSurface(nothing, Extent.MONTHLY).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        总磷=0.05 硫酸盐=250 铁=0.3 锰=0.1 苯=0.01          | MEETS   | -
        总磷=0.06                                            | EXCEEDS | 总磷(以P计)(0.20)
        铁=0.36                                              | EXCEEDS | 铁(0.20)
        三氯甲烷=0.07                                        | EXCEEDS | 三氯甲烷(0.17)
        pH=9.6                                               | EXCEEDS | pH值
        总氮=5 粪大肠菌群=20000 水温=20 化学需氧量=20        | MEETS   | -
        苯并(a)芘=0.000003                                   | EXCEEDS | 苯并(a)芘(0.07)
        苯并(a)芘=0.00001L                                   | CANNOT_BE_JUDGED | -
        """)
    void judgesALakeByAllThreeTables(String values, Verdict verdict, String exceeded) {
        SourceJudgement judgement = sources.judgeSurface(Sample.lake("x", measured(values.trim())), Extent.MONTHLY);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.exceededText()).isEqualTo(exceeded);
        assertThat(judgement.unknown()).isEmpty();
    }

    @Test
    void reportsNitrogenAndColiformsApart() {
        SourceJudgement lake =
                sources.judgeSurface(Sample.lake("x", measured("总氮=5 粪大肠菌群=20000 氨氮=0.1")), Extent.MONTHLY);
        assertThat(lake.reference())
                .extracting(each -> each.item().zh() + " " + each.verdict())
                .containsExactly("总氮(以N计) EXCEEDS", "粪大肠菌群 EXCEEDS");
        assertThat(lake.items()).hasSize(1);
        SourceJudgement river = sources.judgeSurface(Sample.river("x", measured("总氮=5")), Extent.MONTHLY);
        assertThat(river.reference()).isEmpty();
        assertThat(river.missing()).extracting(Item::zh).doesNotContain("总氮(以N计)", "化学需氧量");
    }

    @Test
    void agreesWithThePublishedSourcesOfAnhui() {
        // ltwysoft.com/…/t20200406_525043434: March 2020, 26 surface and 16 groundwater sources, fluoride over by
        // 0.6, 0.3, 0.3 and 0.6; 10193.6 of 10522.6 (10⁴ t) met it: 96.9 %
        List<Taken> taken = new ArrayList<>();
        List<String> multiples = new ArrayList<>();
        for (String fluoride : List.of("1.6", "1.3", "1.3", "1.6")) {
            SourceJudgement well = sources.judgeGroundwater("x", measured("氟化物=" + fluoride), Extent.MONTHLY);
            multiples.add(well.exceededText());
            taken.add(new Taken(well, new BigDecimal("82.25")));
        }
        for (int i = 0; i < 12; i++) {
            SourceJudgement well = sources.judgeGroundwater("x", measured("氟化物=0.9"), Extent.MONTHLY);
            taken.add(new Taken(well, new BigDecimal("193.6")));
        }
        for (int i = 0; i < 26; i++) {
            SourceJudgement lake = sources.judgeSurface(Sample.lake("x", measured("氟化物=0.9")), Extent.MONTHLY);
            taken.add(new Taken(lake, i == 0 ? new BigDecimal("7870.4") : BigDecimal.ZERO));
        }
        Attainment attainment = Sources.attainment(taken);
        assertThat(multiples).containsExactly("氟化物(0.60)", "氟化物(0.30)", "氟化物(0.30)", "氟化物(0.60)");
        assertThat(attainment.volume()).isEqualByComparingTo("10522.6");
        assertThat(attainment.volumeMeeting()).isEqualByComparingTo("10193.6");
        assertThat(attainment.volumePercent()).isEqualTo(new BigDecimal("96.9"));
        assertThat(attainment.sources()).isEqualTo(42);
        assertThat(attainment.meeting()).isEqualTo(38);
        assertThat(attainment.percent()).isEqualTo(new BigDecimal("90.5"));
    }

    @Test
    void leavesOutSourcesWithoutAVerdict() {
        SourceJudgement none = sources.judgeGroundwater("井", Map.of(), Extent.MONTHLY);
        Attainment attainment = Sources.attainment(List.of(new Taken(none, BigDecimal.TEN)));
        assertThat(attainment.notJudged()).containsExactly("井");
        assertThat(attainment.sources()).isZero();
        assertThat(attainment.volumePercent()).isEqualTo(new BigDecimal("0.0"));
        assertThatThrownBy(() -> new Taken(none, new BigDecimal("-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheTablesOfSources() {
        assertThat(sources.items()).hasSize(85);
        assertThat(sources.items())
                .filteredOn(each -> each.table() == 3 && each.preferred())
                .hasSize(33);
        assertThat(sources.item("w24004")).isPresent();
        assertThat(sources.item("莠去津")).isPresent();
        assertThatThrownBy(() -> Sources.on(LocalDate.of(2018, 4, 30))).isInstanceOf(IllegalArgumentException.class);
    }
}
