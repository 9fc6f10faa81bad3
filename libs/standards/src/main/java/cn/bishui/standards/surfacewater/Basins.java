package cn.bishui.standards.surfacewater;

import cn.bishui.standards.surfacewater.BasinAssessment.Exceedance;
import cn.bishui.standards.surfacewater.BasinAssessment.Method;
import cn.bishui.standards.surfacewater.ItemClass.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges rivers, basins and lakes by their sections. */
public final class Basins {

    private final SurfaceWater water;

    /** By the limits and rules of a day. */
    public Basins(SurfaceWater water) {
        this.water = water;
    }

    /**
     * How good a river or basin is. Fewer than five sections with a value are judged by their mean, five and more by the
     * shares of their classes.
     *
     * @param samples of its sections in one period; a section without any value counts as not sampled
     * @throws IllegalArgumentException if fewer than five sections are of both kinds of water
     */
    public BasinAssessment assess(String name, Collection<Sample> samples) {
        List<SectionAssessment> all = samples.stream().map(water::assess).toList();
        boolean few = sections(all).size() < water.rule("basin.sections").count();
        return few ? byMean(name, all) : byShares(name, all);
    }

    /**
     * How good a lake or reservoir is: by the mean of its points, however many.
     *
     * @throws IllegalArgumentException if the samples are of both kinds of water
     */
    public BasinAssessment assessLake(String name, Collection<Sample> points) {
        return byMean(name, points.stream().map(water::assess).toList());
    }

    /**
     * The level that comes of the shares of the classes.
     *
     * @throws IllegalArgumentException if there is no section
     */
    public Level level(QualityShares shares) {
        if (shares.total() == 0) {
            throw new IllegalArgumentException("There is no section with a class");
        }
        if (reaches(shares, shares.good(), "basin.excellent")) {
            return Level.EXCELLENT;
        }
        if (reaches(shares, shares.good(), "basin.good")) {
            return Level.GOOD;
        }
        if (reaches(shares, shares.worseThanV(), "basin.heavy")) {
            return Level.HEAVILY_POLLUTED;
        }
        return reaches(shares, shares.worseThanV(), "basin.moderate")
                ? Level.MODERATELY_POLLUTED
                : Level.LIGHTLY_POLLUTED;
    }

    private boolean reaches(QualityShares shares, int sections, String rule) {
        return shares.isAtLeast(sections, water.rule(rule).number());
    }

    private static List<SectionAssessment> sections(List<SectionAssessment> all) {
        return all.stream().filter(each -> each.waterClass() != null).toList();
    }

    private BasinAssessment byMean(String name, List<SectionAssessment> all) {
        List<SectionAssessment> sections = sections(all);
        SectionAssessment ofMean = sections.isEmpty()
                ? null
                : water.assess(water.mean(
                        name, sections.stream().map(SectionAssessment::sample).toList()));
        List<Exceedance> exceedances = exceedances(sections);
        List<Exceedance> main = new ArrayList<>();
        if (ofMean != null) {
            for (MainPollutant each : ofMean.mainPollutants()) {
                exceedances.stream()
                        .filter(exceedance -> exceedance.item().item().equals(each.item()))
                        .forEach(main::add);
            }
        }
        return new BasinAssessment(
                name,
                Method.MEAN_OF_SECTIONS,
                ofMean == null ? null : ofMean.level(),
                sections,
                withoutValue(all),
                QualityShares.of(sections),
                ofMean,
                exceedances,
                main,
                List.of(water.rule("basin.sections"), water.rule("surface.class"), water.rule("surface.main.take")));
    }

    private BasinAssessment byShares(String name, List<SectionAssessment> all) {
        List<SectionAssessment> sections = sections(all);
        QualityShares shares = QualityShares.of(sections);
        Level level = level(shares);
        List<Exceedance> exceedances = exceedances(sections);
        boolean polluted = level.compareTo(Level.GOOD) > 0;
        return new BasinAssessment(
                name,
                Method.SHARE_OF_CLASSES,
                level,
                sections,
                withoutValue(all),
                shares,
                null,
                exceedances,
                polluted
                        ? exceedances.stream()
                                .limit(water.rule("basin.main.take").count())
                                .toList()
                        : List.of(),
                List.of(
                        water.rule("basin.sections"),
                        water.rule("basin.excellent"),
                        water.rule("basin.good"),
                        water.rule("basin.moderate"),
                        water.rule("basin.heavy"),
                        water.rule("basin.main.take")));
    }

    /** The most frequent first; of equally frequent ones that with the higher multiple, then the order of the table. */
    private List<Exceedance> exceedances(List<SectionAssessment> sections) {
        WaterClass good = WaterClass.of(water.rule("surface.main.class").count());
        Map<Integer, List<ItemClass>> worse = new LinkedHashMap<>();
        for (SectionAssessment section : sections) {
            for (ItemClass each : section.items()) {
                if (each.standing() == Standing.EVALUATED && each.worst().isWorseThan(good)) {
                    worse.computeIfAbsent(each.item().no(), no -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        QualityShares shares = QualityShares.of(sections);
        return worse.values().stream()
                .map(classes -> new Exceedance(
                        classes.getFirst().item(),
                        classes.size(),
                        shares.percent(classes.size()),
                        classes.stream()
                                .map(ItemClass::multiple)
                                .filter(BigDecimal.class::isInstance)
                                .max(Comparator.naturalOrder())
                                .orElse(null)))
                .sorted(Comparator.comparingInt(Exceedance::sections)
                        .reversed()
                        .thenComparing(Exceedance::highestMultiple, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparingInt(each -> each.item().no()))
                .toList();
    }

    private static List<String> withoutValue(List<SectionAssessment> all) {
        return all.stream()
                .filter(each -> each.waterClass() == null)
                .map(each -> each.sample().section())
                .toList();
    }
}
