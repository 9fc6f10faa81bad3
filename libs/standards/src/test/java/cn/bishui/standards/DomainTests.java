package cn.bishui.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.bishui.standards.blackodorous.BlackOdorous;
import cn.bishui.standards.blackodorous.BlackOdorous.Indicator;
import cn.bishui.standards.blackodorous.Grade;
import cn.bishui.standards.blackodorous.Observation;
import cn.bishui.standards.change.BasinChange;
import cn.bishui.standards.change.Extent;
import cn.bishui.standards.drinkingwater.DrinkingWater;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import cn.bishui.standards.drinkingwater.SourceItem;
import cn.bishui.standards.drinkingwater.Sources;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterClass;
import cn.bishui.standards.groundwater.GroundwaterItem;
import cn.bishui.standards.surfacewater.Basins;
import cn.bishui.standards.surfacewater.Level;
import cn.bishui.standards.surfacewater.QualityShares;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.TrophicState;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Our tables against others that were made from the same texts by other hands: each row, each figure. */
class DomainTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final SurfaceWater WATER = SurfaceWater.on(DAY);
    private static final Map<String, Object> SURFACE = yaml("surface-water-evaluation.yaml");
    private static final Map<String, Object> BLACK = yaml("black-odorous.yaml");

    private static final BigDecimal WEIGHT = new BigDecimal("0.0001");

    // ---- tables

    static List<Csv.Row> table1() {
        return rows("gb3838-2002.csv");
    }

    @ParameterizedTest
    @MethodSource("table1")
    void limitsSurfaceWaterAlike(Csv.Row row) {
        for (String water : row.list("applies_to", '|')) {
            WaterType type = WaterType.valueOf(water.toUpperCase(Locale.ROOT));
            SurfaceItem item = WATER.item(type, row.text("code")).orElseThrow();
            assertThat(WATER.item(type, row.text("name_zh"))).contains(item);
            assertThat(WATER.item(type, row.text("symbol")))
                    .as(row.text("symbol"))
                    .contains(item);
            assertThat(item.no()).hasToString(row.text("no"));
            assertThat(item.item().unit()).isEqualTo(row.text("unit"));
            assertThat(item.evaluated()).isEqualTo(row.yes("in_21_item_evaluation"));
            assertThat(item.withMultiple()).isEqualTo(row.yes("exceedance_multiple"));
            for (WaterClass each : WaterClass.values()) {
                String cell = row.text("direction").equals("range") && each != WaterClass.WORSE_THAN_V
                        ? row.text("lower") + ".." + row.text("upper")
                        : row.text("class_" + each.code());
                assertThat(item.limit(each).map(Bound::text))
                        .as(row.text("name_zh") + each)
                        .isEqualTo(Bound.read(cell, row.text("direction")).map(Bound::text));
            }
        }
    }

    @Test
    void evaluatesTwentyOneItemsAndNoOthers() {
        Map<String, Object> indicators = part(SURFACE, "indicators");
        for (WaterType type : WaterType.values()) {
            assertThat(WATER.items(type).stream().filter(SurfaceItem::evaluated).map(SurfaceItem::no))
                    .hasSize((Integer) indicators.get("evaluated_count"));
        }
        for (Object code : (List<?>) Objects.requireNonNull(indicators.get("reference_only"))) {
            assertThat(WATER.item(WaterType.LAKE, code.toString()))
                    .hasValueSatisfying(item -> assertThat(item.evaluated()).isFalse());
        }
    }

    static List<Csv.Row> table2() {
        return rows("gb3838-2002-table2.csv");
    }

    @ParameterizedTest
    @MethodSource("table2")
    void limitsSourcesAlike(Csv.Row row) {
        SourceItem item = Sources.on(DAY).item(row.text("code")).orElseThrow();
        assertThat(item.item().isCalled(row.text("name_zh")))
                .as(row.text("name_zh"))
                .isTrue();
        assertThat(item.table()).isEqualTo(2);
        assertThat(item.no()).hasToString(row.text("no"));
        assertThat(item.limit().text()).isEqualTo("≤" + row.text("limit"));
        assertThat(item.item().unit()).isEqualTo(row.text("unit"));
    }

    static List<Csv.Row> groundwater() {
        return rows("gbt14848-2017.csv");
    }

    @ParameterizedTest
    @MethodSource("groundwater")
    void limitsGroundwaterAlike(Csv.Row row) {
        GroundwaterItem item = Groundwater.on(DAY).item(row.text("name_zh")).orElseThrow();
        assertThat(item.table()).isEqualTo(1);
        assertThat(item.no()).hasToString(row.text("no"));
        assertThat(item.group()).isEqualTo(row.text("group"));
        assertThat(item.item().unit().replace('µ', 'u')).isEqualTo(row.text("unit"));
        for (int code = 1; code < 5; code++) {
            String cell = row.text("class_" + code);
            Bound bound = item.limit(GroundwaterClass.of(code));
            if (row.text("direction").equals("range")) {
                assertThat(numbers(cell)).containsAll(numbers(bound.text()));
            } else if (cell.startsWith(">")) {
                // the standard wants the nuclides analysed there
                assertThat(bound).isInstanceOf(Bound.ByAnalysis.class);
            } else {
                assertThat(bound.text())
                        .as(row.text("name_zh") + code)
                        .isEqualTo(Bound.read(cell, row.text("direction"))
                                .orElseThrow()
                                .text());
            }
        }
    }

    static List<Csv.Row> drinkingWater() {
        return rows("gb5749-2022.csv");
    }

    @ParameterizedTest
    @MethodSource("drinkingWater")
    void limitsDrinkingWaterAlike(Csv.Row row) {
        DrinkingWaterItem item = DrinkingWater.on(DAY).item(row.text("name_zh")).orElseThrow();
        assertThat(item.no()).hasToString(row.text("no"));
        assertThat(item.item().unit()).isEqualTo(row.text("unit"));
        String limit = row.text("limit");
        switch (row.text("group")) {
            case "disinfectant" -> {
                List<String> ours = numbers(
                        item.limit(Point.WORKS, Supply.CENTRAL).orElseThrow().text() + " "
                                + item.limit(Point.NETWORK_END, Supply.CENTRAL)
                                        .orElseThrow()
                                        .text());
                assertThat(ours).isEqualTo(numbers(limit));
                assertThat(row.text("note")).contains(Objects.requireNonNull(item.contactMinutes()) + " min");
            }
            default -> {
                Bound bound = item.limit(Point.NETWORK_END, Supply.CENTRAL).orElseThrow();
                if (row.text("direction").equals("text")) {
                    assertThat(bound.check(limit)).isEqualTo(Verdict.MEETS);
                } else {
                    assertThat(bound.text())
                            .isEqualTo(Bound.read(limit, row.text("direction"))
                                    .orElseThrow()
                                    .text());
                }
            }
        }
        Matcher small = Pattern.compile("([0-9.]+) for small").matcher(row.text("note"));
        assertThat(item.limit(Point.NETWORK_END, Supply.SMALL).map(Bound::text))
                .isEqualTo(
                        small.find()
                                ? Optional.of("≤" + small.group(1))
                                : item.limit(Point.NETWORK_END, Supply.CENTRAL).map(Bound::text));
    }

    @Test
    void limitsTownSewageAlike() {
        Set<String> ours = new HashSet<>();
        for (Csv.Row row : Csv.resource("gb18918-2002.csv")) {
            ours.add(line(row, "grade_1a", "grade_1b", "grade_2", "grade_3"));
        }
        for (Csv.Row row : rows("gb18918-2002.csv")) {
            assertThat(ours).contains(line(row, "grade_1A", "grade_1B", "grade_2", "grade_3"));
        }
    }

    private static String line(Csv.Row row, String... grades) {
        StringBuilder line = new StringBuilder(row.text("table") + " " + row.text("code") + " " + row.text("unit"));
        for (String grade : grades) {
            line.append(' ').append(row.text(grade)).append(';');
        }
        return line.toString();
    }

    @Test
    void limitsWastewaterAlike() {
        Set<String> ours = new HashSet<>();
        for (Csv.Row row : Csv.resource("gb8978-1996.csv")) {
            ours.add(wastewater(row, row.text("units")));
        }
        for (Csv.Row row : rows("gb8978-1996.csv")) {
            String units = row.text("applies_to");
            assertThat(ours).contains(wastewater(row, row.text("table").equals("1") ? "一切排污单位" : units));
        }
    }

    private static String wastewater(Csv.Row row, String units) {
        return String.join(
                " ",
                row.text("table"),
                row.text("no"),
                row.text("unit"),
                units,
                row.text("grade_1") + ";",
                row.text("grade_2") + ";",
                row.text("grade_3"));
    }

    @Test
    void knowsThePollutantsOfTheProtocolAlike() {
        assertThat(Csv.resource("hj212-pollutants.csv")).isEqualTo(rows("hj212-pollutants.csv"));
    }

    // ---- the method for surface water

    @Test
    void namesLevelsAlike() {
        for (Map<String, Object> level : parts(SURFACE, "levels")) {
            for (Object code : (List<?>) Objects.requireNonNull(level.get("classes"))) {
                Level ours = WaterClass.of((Integer) code).level();
                assertThat(ours.zh()).isEqualTo(level.get("zh"));
                assertThat(ours.en()).isEqualTo(level.get("en"));
                assertThat(ours.colourZh()).isEqualTo(level.get("colour_zh"));
                assertThat(ours.colour()).isEqualTo(level.get("colour"));
            }
        }
    }

    @Test
    void judgesBasinsByTheSameSharesOnAnyMixOfSections() {
        Basins basins = new Basins(WATER);
        List<Map<String, Object>> table = parts(part(part(SURFACE, "river_or_basin"), "many_sections"), "table");
        for (int good = 0; good <= 40; good++) {
            for (int bad = 0; bad + good <= 40; bad++) {
                QualityShares shares = shares(good, bad, 40 - good - bad);
                Map<String, BigDecimal> values = Map.of(
                        "share(I-III)", new BigDecimal(good).multiply(new BigDecimal("2.5")),
                        "share(劣V)", new BigDecimal(bad).multiply(new BigDecimal("2.5")));
                assertThat(basins.level(shares).zh()).as(good + " " + bad).isEqualTo(matching(table, values));
            }
        }
        assertThat(WATER.rule("basin.sections").count()).isEqualTo(5);
    }

    private static QualityShares shares(int good, int bad, int others) {
        Map<WaterClass, Integer> counts = new EnumMap<>(WaterClass.class);
        counts.put(WaterClass.II, good);
        counts.put(WaterClass.WORSE_THAN_V, bad);
        counts.put(WaterClass.IV, others);
        return new QualityShares(counts);
    }

    @Test
    void tellsTheChangeOfBasinsAlike() {
        List<Map<String, Object>> rule = parts(part(part(SURFACE, "trend_two_periods"), "basin"), "rule");
        for (int good = 0; good <= 40; good++) {
            QualityShares before = shares(20, 0, 20);
            QualityShares now = shares(good, 0, 40 - good);
            BasinChange change = BasinChange.between(WATER, before, now);
            BigDecimal shift = new BigDecimal(Math.abs(good - 20)).multiply(new BigDecimal("2.5"));
            String words = matching(rule, Map.of("|dG - dD|", shift));
            Extent extent = words.startsWith("无") ? Extent.NONE : words.startsWith("有所") ? Extent.SOME : Extent.MARKED;
            assertThat(change.extent()).as(Integer.toString(good)).isEqualTo(extent);
        }
    }

    @Test
    void computesTheTrophicIndexAlike() {
        Map<String, Object> index = part(part(SURFACE, "lakes"), "trophic_state_index");
        Map<String, Object> weights = part(index, "weights");
        Map<String, Measured> values = Map.of(
                "chla", Measured.value("10"),
                "TP", Measured.value("0.05"),
                "TN", Measured.value("1"),
                "SD", Measured.value("1.2"),
                "CODMn", Measured.value("4"));
        TrophicState state = TrophicState.of(WATER, values);
        assertThat(state.parts()).hasSize(5);
        weights.forEach((name, weight) -> {
            TrophicState.Part part = state.parts().stream()
                    .filter(each -> each.indicator().item().isCalled(name))
                    .findFirst()
                    .orElseThrow();
            // theirs are cut off at the fourth decimal, not rounded
            assertThat(part.weight()).as(name).isCloseTo(new BigDecimal(weight.toString()), within(WEIGHT));
            List<String> formula = numbers(part(index, "formulas").get(name).toString());
            assertThat(part.indicator().constant()).isEqualByComparingTo(formula.get(1));
            assertThat(part.indicator().factor().abs()).isEqualByComparingTo(formula.get(2));
        });
        List<Map<String, Object>> grades = parts(index, "grades");
        for (BigDecimal tli = new BigDecimal("20"); tli.intValue() < 80; tli = tli.add(new BigDecimal("0.5"))) {
            assertThat(TrophicState.grade(WATER, tli).zh())
                    .as(tli.toString())
                    .isEqualTo(matching(grades, Map.of("TLI", tli)));
        }
    }

    @Test
    void holdsTheSameCriticalValuesOfRankCorrelation() {
        Map<String, Object> critical = part(part(SURFACE, "trend_many_periods"), "critical_values");
        Map<?, ?> five = (Map<?, ?>) Objects.requireNonNull(critical.get("0.05"));
        Map<?, ?> one = (Map<?, ?>) Objects.requireNonNull(critical.get("0.01"));
        List<Csv.Row> ours = Csv.resource("spearman.csv");
        assertThat(ours).hasSize(five.size());
        for (Csv.Row row : ours) {
            int periods = Integer.parseInt(row.text("periods"));
            assertThat(row.number("critical_5"))
                    .isEqualByComparingTo(
                            Objects.requireNonNull(five.get(periods)).toString());
            assertThat(row.number("critical_1"))
                    .isEqualByComparingTo(
                            Objects.requireNonNull(one.get(periods)).toString());
        }
    }

    @Test
    void countsHalfOfADetectionLimitAndThreeMainPollutantsAlike() {
        assertThat(part(SURFACE, "detection_limit_handling").get("rule").toString())
                .contains("half");
        assertThat(WATER.rule("value.below").number()).isEqualByComparingTo("0.5");
        assertThat(WATER.rule("surface.main.take").count())
                .isEqualTo(part(SURFACE, "main_pollution_indicators_section").get("take"));
        assertThat(WATER.rule("basin.main.take").count())
                .isEqualTo(part(part(SURFACE, "river_or_basin"), "main_pollution_indicators")
                        .get("take"));
        assertThat(part(SURFACE, "period_statistics").get("year").toString())
                .contains(WATER.rule("year.months").count() + " monthly")
                .contains(WATER.rule("year.months.ice").count() + " months");
        assertThat(part(SURFACE, "period_statistics").get("quarter").toString())
                .contains(WATER.rule("quarter.samples").count() + " or more");
    }

    // ---- black-odorous waters

    @Test
    void gradesBlackOdorousWatersAlikeButForTheEdgesThatAreASetting() {
        BlackOdorous guide = BlackOdorous.on(DAY);
        for (Map<String, Object> theirs : parts(BLACK, "indicators")) {
            Indicator ours = BlackOdorous.indicators().stream()
                    .filter(each -> each.item().zh().equals(theirs.get("zh")))
                    .findFirst()
                    .orElseThrow();
            assertThat(ours.item().unit()).isEqualTo(theirs.get("unit"));
            assertThat(ours.higherIsWorse()).isEqualTo(theirs.get("direction").equals("max"));
            for (int step = -2500; step <= 500; step++) {
                BigDecimal value = BigDecimal.valueOf(step, 1);
                boolean redox = theirs.get("id").equals("orp");
                boolean edge = value.compareTo(ours.light()) == 0;
                if (edge || (!redox && step < 0)) {
                    continue;
                }
                Map<String, BigDecimal> values = Map.of("v", value);
                Grade expected = holds(theirs.get("severe").toString(), values)
                        ? Grade.SEVERE
                        : holds(theirs.get("light").toString(), values) ? Grade.LIGHT : Grade.NONE;
                assertThat(guide.grade(observation(theirs.get("id").toString(), value))
                                .getFirst()
                                .grade())
                        .as(theirs.get("zh") + " " + value)
                        .isEqualTo(expected);
            }
        }
    }

    private static Observation observation(String id, BigDecimal value) {
        return switch (id) {
            case "transparency" -> Observation.of(DAY, value, null, null, null);
            case "do" -> Observation.of(DAY, null, value, null, null);
            case "orp" -> Observation.of(DAY, null, null, value, null);
            default -> Observation.of(DAY, null, null, null, value);
        };
    }

    @Test
    void wantsTheSamePointsRoundsAndAnswers() {
        BlackOdorous guide = BlackOdorous.on(DAY);
        Map<String, Object> sampling = part(BLACK, "sampling");
        assertThat(guide.rule("black.points").count()).isEqualTo(sampling.get("min_points_per_body"));
        assertThat(guide.rule("black.rounds").count()).isEqualTo(sampling.get("min_rounds"));
        assertThat(List.of(
                        guide.rule("black.interval.min").count(),
                        guide.rule("black.interval.max").count()))
                .isEqualTo(sampling.get("interval_days"));
        assertThat(numbers(part(BLACK, "point_grade").get("severe").toString()))
                .containsExactly(
                        guide.rule("black.point.one").number().toPlainString(),
                        guide.rule("black.point.two").number().toPlainString());
        assertThat(numbers(part(BLACK, "reach_grade").get("severe").toString()))
                .containsExactly(guide.rule("black.reach").number().toPlainString());
        assertThat(numbers(part(BLACK, "body_grade").get("severe").toString()))
                .containsExactly(guide.rule("black.body").number().toPlainString());
        assertThat(numbers(part(BLACK, "identification").get("public_survey").toString()))
                .containsExactly(
                        guide.rule("black.survey.share").number().toPlainString(),
                        guide.rule("black.survey.answers").number().toPlainString());
        assertThat(numbers(part(BLACK, "effect_assessment").get("public").toString()))
                .containsExactly(
                        guide.rule("black.effect.share").number().toPlainString(),
                        guide.rule("black.survey.answers").number().toPlainString());
        assertThat(numbers(part(BLACK, "effect_assessment").get("duration").toString()))
                .containsExactly(guide.rule("black.effect.months").number().toPlainString());
    }

    // ---- reading

    /** The first row whose condition holds; the last one, called otherwise, if there is none. */
    private static String matching(List<Map<String, Object>> table, Map<String, BigDecimal> values) {
        return table.stream()
                .filter(row -> holds(Objects.requireNonNull(row.get("when")).toString(), values))
                .map(row -> Objects.requireNonNull(row.get("zh")).toString())
                .reduce((one, other) -> {
                    throw new AssertionError("Both " + one + " and " + other + " for " + values);
                })
                .orElseThrow(() -> new AssertionError("Nothing for " + values));
    }

    /** Reads {@code 75% <= share(I-III) < 90% and share(劣V) < 20%}. */
    private static boolean holds(String condition, Map<String, BigDecimal> values) {
        for (String term : condition.split(" and ", -1)) {
            String[] tokens = term.split(" (?=[<>])|(?<=[<>]=?) ", -1);
            for (int i = 0; i + 2 < tokens.length; i += 2) {
                int order = value(tokens[i], values).compareTo(value(tokens[i + 2], values));
                boolean right = switch (tokens[i + 1]) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> throw new AssertionError(term);
                };
                if (!right) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BigDecimal value(String token, Map<String, BigDecimal> values) {
        BigDecimal named = values.get(token.strip());
        return named == null ? new BigDecimal(token.strip().replace("%", "")) : named;
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("\\d+(?:\\.\\d+)?")
                .matcher(text)
                .results()
                .map(each -> each.group())
                .toList();
    }

    private static List<Csv.Row> rows(String name) {
        try (Reader reader = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
            return Csv.read(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(DomainTests.class.getResourceAsStream("domain/" + name), name);
    }

    private static Map<String, Object> yaml(String name) {
        return new Yaml().load(open(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) Objects.requireNonNull(whole.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> whole, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(whole.get(name), name);
    }
}
