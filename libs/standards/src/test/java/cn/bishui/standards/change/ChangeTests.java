package cn.bishui.standards.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.SectionChange.Keeping;
import cn.bishui.standards.surfacewater.QualityShares;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final SurfaceWater water = SurfaceWater.on(DAY);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NH3-N=0.4     | NH3-N=0.14    | 无明显变化 | BETTER             | 1
        NH3-N=0.4     | NH3-N=0.6     | 有所变差   | WORSE_CLASS        | -1
        NH3-N=0.6     | NH3-N=0.4     | 有所好转   | BETTER             | 1
        NH3-N=1.6     | NH3-N=0.4     | 明显好转   | BETTER             | 3
        NH3-N=0.4     | NH3-N=2.1     | 明显变差   | WORSE_CLASS        | -4
        NH3-N=0.40    | NH3-N=0.45    | 无明显变化 | WORSE_WITHIN_CLASS | 0
        NH3-N=0.45    | NH3-N=0.40    | 无明显变化 | BETTER             | 0
        NH3-N=0.40    | NH3-N=0.40    | 无明显变化 | KEPT               | 0
        NH3-N=0.404   | NH3-N=0.396   | 无明显变化 | KEPT               | 0
        DO=6.5        | DO=6.1        | 无明显变化 | WORSE_WITHIN_CLASS | 0
        DO=6.1        | DO=6.5        | 无明显变化 | BETTER             | 0
        pH=7 DO=6.5   | pH=8 DO=6.5   | 无明显变化 | KEPT               | 0
        pH=7          | pH=10         | 明显变差   | WORSE_CLASS        | -5
        NH3-N=0.4 TP=0.08 | NH3-N=0.3 TP=0.09 | 无明显变化 | WORSE_WITHIN_CLASS | 0
        """)
    void comparesTwoPeriodsOfASection(String before, String now, String wording, Keeping keeping, int classesBetter) {
        SectionChange change = SectionChange.between(water, water.assess(river(before)), water.assess(river(now)))
                .orElseThrow();
        assertThat(change.wording()).isEqualTo(wording);
        assertThat(change.keeping()).isEqualTo(keeping);
        assertThat(change.classesBetter()).isEqualTo(classesBetter);
    }

    @Test
    void explainsWhatGotWorse() {
        SectionChange change = SectionChange.between(
                        water,
                        water.assess(river("NH3-N=0.40 TP=0.08 DO=8")),
                        water.assess(river("NH3-N=0.45 TP=0.08 COD=10 DO=8")))
                .orElseThrow();
        assertThat(change.why()).isEqualTo("Ⅱ类 → Ⅱ类; 氨氮 0.40 → 0.45 (12.5%)");
        assertThat(change.items())
                .extracting(each -> each.item().zh() + " " + each.direction())
                .containsExactly("溶解氧 SAME", "氨氮 WORSE", "总磷(以P计) SAME");
        assertThat(change.items().get(1).difference()).isEqualByComparingTo("0.05");
    }

    @Test
    void showsADetectionLimitAsItIsAndTakesHalfOfItUnrounded() {
        SectionChange change = SectionChange.between(
                        water, water.assess(river("NH3-N=0.72")), water.assess(river("NH3-N=0.025L")))
                .orElseThrow();
        assertThat(change.items().getFirst().textBefore()).isEqualTo("0.72");
        assertThat(change.items().getFirst().textNow()).isEqualTo("0.025L");
        assertThat(change.items().getFirst().percent()).isEqualTo("-98.3");
        SectionChange back = SectionChange.between(
                        water, water.assess(river("NH3-N=0.025L")), water.assess(river("NH3-N=0.02")))
                .orElseThrow();
        assertThat(back.why()).endsWith("氨氮 0.025L → 0.02 (60.0%)");
    }

    @Test
    void aToleranceIsASetting() throws IOException {
        Rules rules = Rules.standard().with(new StringReader("""
            id,value,unit,valid_from,valid_to,zh,en,source,status,doubt
            better.tolerance,15,%,2026-01-01,,,,区方案,ours,x
            """));
        SurfaceWater tolerant = SurfaceWater.on(DAY, rules);
        assertThat(SectionChange.between(
                                tolerant, tolerant.assess(river("NH3-N=0.40")), tolerant.assess(river("NH3-N=0.45")))
                        .orElseThrow()
                        .keeping())
                .isEqualTo(Keeping.KEPT);
    }

    @Test
    void holdsASectionAgainstItsTargetAndEarlierPeriods() {
        Comparison comparison = Comparison.of(
                water,
                river("NH3-N=1.2"),
                WaterClass.III,
                Map.of(
                        Against.LAST_PERIOD, river(""),
                        Against.SAME_PERIOD_LAST_YEAR, river("NH3-N=1.6"),
                        Against.BASE_YEAR, river("NH3-N=0.9")));
        assertThat(comparison.target().verdict()).isEqualTo(Verdict.EXCEEDS);
        assertThat(comparison.target().exceeded().getFirst().multiple()).isEqualTo(new BigDecimal("0.20"));
        assertThat(comparison.notCompared()).containsExactly(Against.LAST_PERIOD);
        assertThat(comparison.changes().get(Against.SAME_PERIOD_LAST_YEAR).wording())
                .isEqualTo("有所好转");
        assertThat(comparison.changes().get(Against.BASE_YEAR).keeping()).isEqualTo(Keeping.WORSE_CLASS);
        assertThat(Comparison.of(water, river("NH3-N=1.2"), null, Map.of()).target())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // ΔG, ΔD: 环办[2011]22号
        "10, 0, 无明显变化",
        "10.1, 0, 有所好转",
        "5, -5.1, 有所好转",
        "20, 0, 有所好转",
        "20.1, 0, 明显好转",
        "0, 10.1, 有所变差",
        "-11.1, 0, 有所变差",
        "-15, 6, 明显变差",
        "30, 30, 无明显变化",
        "0, 0, 无明显变化",
    })
    void comparesTwoPeriodsOfABasin(BigDecimal good, BigDecimal bad, String wording) {
        assertThat(BasinChange.of(water, good, bad).wording()).isEqualTo(wording);
    }

    @Test
    void comparesSharesOfSections() {
        QualityShares before = new QualityShares(Map.of(WaterClass.III, 6, WaterClass.WORSE_THAN_V, 4));
        QualityShares now = new QualityShares(Map.of(WaterClass.III, 7, WaterClass.IV, 1, WaterClass.WORSE_THAN_V, 2));
        BasinChange change = BasinChange.between(water, before, now);
        assertThat(change.good()).isEqualTo(new BigDecimal("10.0"));
        assertThat(change.worseThanV()).isEqualTo(new BigDecimal("-20.0"));
        assertThat(change.sum()).isEqualTo(new BigDecimal("30.0"));
        assertThat(change.wording()).isEqualTo("明显好转");
        assertThatThrownBy(() -> BasinChange.between(water, before, new QualityShares(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Sample river(String text) {
        Map<String, Measured> values = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            for (String each : text.trim().split(" +", -1)) {
                String[] parts = each.split("=", -1);
                values.put(parts[0], Measured.parse(parts[1]));
            }
        }
        return Sample.river("x", values);
    }
}
