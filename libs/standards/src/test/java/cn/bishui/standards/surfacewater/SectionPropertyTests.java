package cn.bishui.standards.surfacewater;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SectionPropertyTests {

    private static final SurfaceWater WATER = SurfaceWater.on(LocalDate.of(2026, 11, 23));

    @Property
    void aWorseValueNeverHasABetterClass(
            @ForAll("limited") SurfaceItem item,
            @ForAll("numbers") BigDecimal one,
            @ForAll("numbers") BigDecimal other) {
        Bound bound = item.scale().bounds().getFirst();
        Assume.that(!(bound instanceof Bound.Within));
        boolean lowerIsWorse = bound instanceof Bound.Min;
        BigDecimal worse = lowerIsWorse ? one.min(other) : one.max(other);
        BigDecimal better = lowerIsWorse ? one.max(other) : one.min(other);
        assertThat(classOf(item, worse).isWorseThan(classOf(item, better))
                        || classOf(item, worse) == classOf(item, better))
                .isTrue();
    }

    @Property
    void theLimitItselfMeetsItsClass(@ForAll("limited") SurfaceItem item, @ForAll("classes") WaterClass target) {
        BigDecimal limit = switch (item.limit(target).orElseThrow()) {
            case Bound.Max max -> max.limit();
            case Bound.Min min -> min.limit();
            case Bound.Within within -> within.max();
            default -> throw new AssertionError();
        };
        assertThat(classOf(item, limit).isWorseThan(target)).isFalse();
        assertThat(WATER.judge(item, Measured.value(limit), target, null).multiple())
                .isNull();
    }

    @Property
    void theOrderOfTheValuesMakesNoDifference(@ForAll("samples") Map<String, Measured> values, @ForAll Random random) {
        List<String> names = new ArrayList<>(values.keySet());
        Collections.shuffle(names, random);
        Map<String, Measured> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, values.get(name)));
        SectionAssessment one = WATER.assess(Sample.river("x", values));
        SectionAssessment other = WATER.assess(Sample.river("x", shuffled));
        assertThat(other.items()).isEqualTo(one.items());
        assertThat(other.waterClass()).isEqualTo(one.waterClass());
        assertThat(other.mainPollutants()).isEqualTo(one.mainPollutants());
        assertThat(other.missing()).isEqualTo(one.missing());
    }

    @Property
    void aSectionIsAsBadAsItsWorstItem(@ForAll("samples") Map<String, Measured> values) {
        SectionAssessment assessment = WATER.assess(Sample.river("x", values));
        for (ItemClass each : assessment.items()) {
            if (each.standing() == ItemClass.Standing.EVALUATED) {
                assertThat(each.worst().isWorseThan(assessment.waterClass())).isFalse();
            }
        }
        assertThat(assessment.mainPollutants()).hasSizeLessThanOrEqualTo(3);
        boolean good =
                assessment.waterClass() == null || !assessment.waterClass().isWorseThan(WaterClass.III);
        assertThat(assessment.mainPollutants().isEmpty()).isEqualTo(good);
        assertThat(assessment.working()).allSatisfy(line -> assertThat(line).contains("GB 3838-2002"));
    }

    @Property
    void oneMoreValueNeverMakesASectionBetter(
            @ForAll("samples") Map<String, Measured> values,
            @ForAll("limited") SurfaceItem item,
            @ForAll("numbers") BigDecimal number) {
        Assume.that(values.keySet().stream().noneMatch(item.item()::isCalled));
        WaterClass before = WATER.assess(Sample.river("x", values)).waterClass();
        Map<String, Measured> more = new LinkedHashMap<>(values);
        more.put(item.item().key(), Measured.value(number));
        WaterClass after = WATER.assess(Sample.river("x", more)).waterClass();
        if (before != null && after != null) {
            assertThat(before.isWorseThan(after)).isFalse();
        }
    }

    @Property
    void aClassIsMetExactlyIfTheSectionIsNotWorse(
            @ForAll("detected") Map<String, Measured> values, @ForAll("classes") WaterClass target) {
        Sample sample = Sample.river("x", values);
        WaterClass found = WATER.assess(sample).waterClass();
        if (found != null) {
            boolean meets = WATER.comply(sample, target).verdict() == Verdict.MEETS;
            assertThat(meets).isEqualTo(!found.isWorseThan(target));
        }
    }

    @Property
    void belowDetectionIsNeverJudgedWorseThanTheDetectionLimit(
            @ForAll("limited") SurfaceItem item, @ForAll("numbers") BigDecimal limit) {
        Assume.that(limit.signum() > 0);
        Assume.that(item.scale().bounds().getFirst() instanceof Bound.Max);
        ItemClass below = WATER.classify(WaterType.RIVER, item.item().key(), new Below(limit));
        // the limit itself is not rounded before it is compared
        WaterClass bound = WaterClass.WORSE_THAN_V;
        for (WaterClass each : WaterClass.values()) {
            if (item.limit(each).filter(Bound.Max.class::isInstance).isPresent()
                    && limit.compareTo(((Bound.Max) item.limit(each).get()).limit()) <= 0) {
                bound = each;
                break;
            }
        }
        assertThat(below.worst()).isEqualTo(bound);
        assertThat(below.best().isWorseThan(below.worst())).isFalse();
    }

    @Property(tries = 200)
    void theMeanOfOneSampleIsThatSample(@ForAll("samples") Map<String, Measured> values) {
        Sample sample = Sample.river("x", values);
        SectionAssessment one = WATER.assess(sample);
        SectionAssessment mean = WATER.assess(WATER.mean("x", List.of(sample)));
        assertThat(mean.items()).isEqualTo(one.items());
    }

    private static WaterClass classOf(SurfaceItem item, BigDecimal number) {
        return WATER.classify(item.type(), item.item().key(), Measured.value(number))
                .worst();
    }

    @Provide
    Arbitrary<SurfaceItem> limited() {
        return Arbitraries.of(WATER.items(WaterType.RIVER).stream()
                .filter(each -> !each.scale().bounds().isEmpty())
                .toList());
    }

    @Provide
    Arbitrary<WaterClass> classes() {
        return Arbitraries.of(WaterClass.I, WaterClass.II, WaterClass.III, WaterClass.IV, WaterClass.V);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigDecimal> small = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(5);
        Arbitrary<BigDecimal> large = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("60"))
                .ofScale(2);
        return Arbitraries.oneOf(small, large);
    }

    @Provide
    Arbitrary<Map<String, Measured>> detected() {
        return samples(numbers().map(Measured::value));
    }

    @Provide
    Arbitrary<Map<String, Measured>> samples() {
        Arbitrary<Measured> below = numbers().filter(each -> each.signum() > 0).map(Below::new);
        return samples(Arbitraries.frequencyOf(Tuple.of(4, numbers().map(Measured::value)), Tuple.of(1, below)));
    }

    private Arbitrary<Map<String, Measured>> samples(Arbitrary<Measured> measured) {
        Arbitrary<List<String>> names = Arbitraries.of(WATER.items(WaterType.RIVER).stream()
                        .map(each -> each.item().key())
                        .toList())
                .list()
                .uniqueElements()
                .ofMaxSize(12);
        return Combinators.combine(names, measured.list().ofSize(12)).as((keys, values) -> {
            Map<String, Measured> sample = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                sample.put(keys.get(i), values.get(i));
            }
            return sample;
        });
    }
}
