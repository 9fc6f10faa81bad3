package cn.bishui.standards.blackodorous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.standards.Rules;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.blackodorous.BodyGrade.Reach;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackOdorousTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final BlackOdorous WATER = BlackOdorous.on(DAY);

    @ParameterizedTest
    @CsvSource({
        // the table of the guide; the edges 25, 2.0 and 8.0 as the tests of a public implementation have them
        "30, , , , NONE",
        "25, , , , NONE",
        "24.9, , , , LIGHT",
        "10.1, , , , LIGHT",
        "10, , , , LIGHT",
        "9.9, , , , SEVERE",
        "0, , , , SEVERE",
        ", 2.1, , , NONE",
        ", 2.0, , , NONE",
        ", 1.99, , , LIGHT",
        ", 0.2, , , LIGHT",
        ", 0.19, , , SEVERE",
        ", , 51, , NONE",
        ", , 50, , NONE",
        ", , 49, , LIGHT",
        ", , -200, , LIGHT",
        ", , -201, , SEVERE",
        ", , , 7.9, NONE",
        ", , , 8.0, NONE",
        ", , , 8.1, LIGHT",
        ", , , 15, LIGHT",
        ", , , 15.1, SEVERE",
    })
    void gradesAValue(
            @Nullable BigDecimal transparency,
            @Nullable BigDecimal oxygen,
            @Nullable BigDecimal redox,
            @Nullable BigDecimal ammonia,
            Grade grade) {
        List<IndicatorGrade> grades = WATER.grade(Observation.of(DAY, transparency, oxygen, redox, ammonia));
        assertThat(grades).extracting(IndicatorGrade::grade).containsExactly(grade);
        assertThat(grades.getFirst().working()).contains("v", "城市黑臭水体整治工作指南");
    }

    @ParameterizedTest
    @CsvSource({
        // transparency, depth, clear to the ground: the tests of a public implementation
        "15, 20, true, NONE",
        "5, 20, true, NONE",
        "10, 20, false, LIGHT",
        "8, 20, false, LIGHT",
        "8.1, 20, false, LIGHT",
        "7.9, 20, false, SEVERE",
        "0, 20, false, SEVERE",
        "5.9, 15, false, SEVERE",
        "6, 15, false, LIGHT",
        "30, 25, false, NONE",
        "9, 25, true, SEVERE",
        "10, 24.9, false, LIGHT",
    })
    void holdsTheTransparencyOfShallowWaterAgainstItsDepth(
            BigDecimal transparency, BigDecimal depth, boolean clear, Grade grade) {
        Observation observation = new Observation(DAY, transparency, depth, clear, null, null, null);
        assertThat(WATER.grade(observation)).extracting(IndicatorGrade::grade).containsExactly(grade);
    }

    @Test
    void theEdgesAreASetting() throws IOException {
        BlackOdorous strict = BlackOdorous.on(DAY, Rules.standard().with(new StringReader("""
            id,value,unit,valid_from,valid_to,zh,en,source,status,doubt
            black.edge,1,,2020-01-01,,,,省办法,verified,
            """)));
        Observation edges = observation("25", "2.0", "50", "8.0");
        assertThat(strict.grade(edges)).extracting(IndicatorGrade::grade).containsOnly(Grade.LIGHT);
        assertThat(strict.grade(edges))
                .extracting(IndicatorGrade::limits)
                .containsExactly("10≤v≤25 cm", "0.2≤v≤2.0 mg/L", "-200≤v≤50 mV", "8.0≤v≤15 mg/L");
        assertThat(WATER.grade(edges)).extracting(IndicatorGrade::grade).containsOnly(Grade.NONE);
        assertThat(WATER.grade(edges))
                .extracting(IndicatorGrade::limits)
                .containsExactly("v≥25 cm", "v≥2.0 mg/L", "v≥50 mV", "v≤8.0 mg/L");
    }

    @ParameterizedTest
    @CsvSource({
        // how many of ten rounds are severe by oxygen, by ammonia, and light by redox potential
        "0, 0, 0, NONE",
        "0, 0, 1, LIGHT",
        "1, 0, 0, LIGHT",
        "5, 0, 0, LIGHT",
        "6, 0, 0, SEVERE",
        "3, 2, 0, LIGHT",
        "3, 3, 0, SEVERE",
        "10, 10, 10, SEVERE",
    })
    void gradesAPointBySharesOfItsData(int oxygen, int ammonia, int redox, Grade grade) {
        List<Observation> rounds = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rounds.add(Observation.of(
                    DAY.plusDays(i * 3L),
                    new BigDecimal("30"),
                    new BigDecimal(i < oxygen ? "0.1" : "5"),
                    new BigDecimal(i < redox ? "0" : "100"),
                    new BigDecimal(i < ammonia ? "20" : "2")));
        }
        PointGrade point = WATER.gradePoint("p", rounds);
        assertThat(point.grade()).isEqualTo(grade);
        assertThat(point.why().isEmpty()).isEqualTo(grade == Grade.NONE);
        assertThat(point.shortages()).isEmpty();
        assertThat(point.shares()).hasSize(4);
        Collections.shuffle(rounds, new Random(1));
        assertThat(WATER.gradePoint("p", rounds)).isEqualTo(point);
    }

    @Test
    void explainsWhyAPointIsSevere() {
        List<Observation> rounds = List.of(
                observation("30", "0.1", "100", "20"),
                Observation.of(DAY.plusDays(1), null, new BigDecimal("0.1"), null, new BigDecimal("2")),
                Observation.of(DAY.plusDays(30), null, new BigDecimal("3"), null, null));
        PointGrade point = WATER.gradePoint("p", rounds);
        assertThat(point.why()).isEqualTo("溶解氧 重度 2/3 = 66.7%");
        assertThat(point.shortages()).containsExactly("第 2 次与第 3 次间隔 29 日, 应为 1~7 日");
        assertThat(WATER.gradePoint("p", rounds.subList(0, 1)).shortages()).containsExactly("检测 1 次, 少于 3 次");
        PointGrade empty = WATER.gradePoint("q", List.of());
        assertThat(empty.grade()).isNull();
        assertThat(empty.shortages()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        // the points along the water, the grade of the whole, the severe reaches
        "SSSNN, SEVERE, p1-p3",
        "SSNNN, LIGHT, ''",
        "SSNSN, SEVERE, ''",
        "SSSNNN, LIGHT, p1-p3",
        "NSSSSN, SEVERE, p2-p5",
        "SSSNNNSSSN, SEVERE, p1-p3 p7-p9",
        "SSSNNNNSSN, LIGHT, p1-p3",
        "NNN, NONE, ''",
        "NLN, LIGHT, ''",
        "LLL, LIGHT, ''",
        "SSSSS, SEVERE, p1-p5",
    })
    void gradesABodyByItsPoints(String points, Grade grade, String reaches) {
        BodyGrade body = WATER.gradeBody("小沙河", body(points));
        assertThat(body.grade()).isEqualTo(grade);
        assertThat(String.join(
                        " ",
                        body.severeReaches().stream()
                                .map(each -> each.from() + "-" + each.to())
                                .toList()))
                .isEqualTo(reaches);
        assertThat(body.severe())
                .isEqualTo((int) points.chars().filter(each -> each == 'S').count());
        assertThat(body.shortages()).isEmpty();
    }

    @Test
    void explainsTheGradeOfABody() {
        BodyGrade body = WATER.gradeBody("小沙河", body("SSSLN"));
        assertThat(body.working()).isEqualTo("黑臭 4/5, 重度 3/5 = 60.0%: 重度黑臭");
        assertThat(body.severeReaches()).containsExactly(new Reach("p1", "p3", 3));
        BodyGrade few = WATER.gradeBody("x", body("SS"));
        assertThat(few.shortages()).containsExactly("检测点 2 个, 少于 3 个");
        BodyGrade none = WATER.gradeBody("x", Map.of());
        assertThat(none.grade()).isNull();
        assertThat(none.working()).contains("未评价");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 61, EXCEEDS",
        "100, 60, MEETS",
        "99, 99, CANNOT_BE_JUDGED",
        "0, 0, CANNOT_BE_JUDGED",
        "200, 121, EXCEEDS",
    })
    void listsABodyByWhatPeopleSay(int valid, int yes, Verdict verdict) {
        assertThat(WATER.identify(valid, yes).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"100, 90, MEETS", "100, 89, EXCEEDS", "99, 99, CANNOT_BE_JUDGED", "0, 0, CANNOT_BE_JUDGED"})
    void assessesWorksByWhatPeopleSay(int valid, int yes, Verdict verdict) {
        assertThat(WATER.assessEffect(valid, yes).verdict()).isEqualTo(verdict);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> WATER.identify(10, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> observation("-1", "1", "1", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlackOdorous.on(LocalDate.of(2015, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(observation("1", "1", "-300", "1").redox()).isNegative();
    }

    @Property
    void aWorseValueNeverHasABetterGrade(
            @ForAll @BigRange(min = "0", max = "40") BigDecimal one,
            @ForAll @BigRange(min = "0", max = "40") BigDecimal other) {
        BigDecimal low = one.min(other);
        BigDecimal high = one.max(other);
        assertThat(grade(low, null, null, null)).isGreaterThanOrEqualTo(grade(high, null, null, null));
        assertThat(grade(null, low, null, null)).isGreaterThanOrEqualTo(grade(null, high, null, null));
        assertThat(grade(null, null, null, high)).isGreaterThanOrEqualTo(grade(null, null, null, low));
    }

    @Property
    void onePointThatGetsWorseNeverMakesABodyBetter(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 2) Integer> grades,
            @ForAll @IntRange(max = 7) int which) {
        StringBuilder before = new StringBuilder();
        grades.forEach(each -> before.append("NLS".charAt(each)));
        StringBuilder after = new StringBuilder(before);
        after.setCharAt(which % before.length(), 'S');
        assertThat(WATER.gradeBody("x", body(after.toString())).grade())
                .isGreaterThanOrEqualTo(
                        WATER.gradeBody("x", body(before.toString())).grade());
    }

    private static Grade grade(
            @Nullable BigDecimal transparency,
            @Nullable BigDecimal oxygen,
            @Nullable BigDecimal redox,
            @Nullable BigDecimal ammonia) {
        return WATER.grade(Observation.of(DAY, transparency, oxygen, redox, ammonia))
                .getFirst()
                .grade();
    }

    /** Three rounds at each point: N not black-odorous, L light, S severe. */
    private static Map<String, List<Observation>> body(String grades) {
        Map<String, List<Observation>> points = new LinkedHashMap<>();
        for (int i = 0; i < grades.length(); i++) {
            String oxygen = switch (grades.charAt(i)) {
                case 'S' -> "0.1";
                case 'L' -> "1";
                default -> "5";
            };
            List<Observation> rounds = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                rounds.add(Observation.of(
                        DAY.plusDays(round),
                        new BigDecimal("30"),
                        new BigDecimal(oxygen),
                        BigDecimal.valueOf(90),
                        BigDecimal.ONE));
            }
            points.put("p" + (i + 1), rounds);
        }
        return points;
    }

    private static Observation observation(String transparency, String oxygen, String redox, String ammonia) {
        return Observation.of(
                DAY,
                new BigDecimal(transparency),
                new BigDecimal(oxygen),
                new BigDecimal(redox),
                new BigDecimal(ammonia));
    }
}
