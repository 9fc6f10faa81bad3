package cn.bishui.monitoring.assessment;

import cn.bishui.monitoring.assessment.WaterChange.ByMean;
import cn.bishui.monitoring.assessment.WaterChange.ByShares;
import cn.bishui.monitoring.assessment.WaterChange.NotCompared;
import cn.bishui.standards.Item;
import cn.bishui.standards.change.BasinChange;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.Direction;
import cn.bishui.standards.change.Extent;
import cn.bishui.standards.change.RankTrend;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.standards.surfacewater.CityIndex;
import cn.bishui.standards.surfacewater.TrophicState;
import cn.bishui.web.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comparisons, trophic states and trends in a reader's words: pages, reports and downloads say the same. */
public final class WaterWords {

    private final Texts texts;

    public WaterWords(Texts texts) {
        this.texts = texts;
    }

    /** {@code Ⅳ → Ⅲ，升1类，有所好转}, or why there is nothing to say. */
    public String change(WaterChange of) {
        String against = code(of.against());
        String sections = of.against() == Against.BASE_YEAR
                ? texts.of("water.change.base-of", of.comparable(), of.sections())
                : of.comparable() == of.sections()
                        ? ""
                        : texts.of("water.change.comparable", of.comparable(), of.sections());
        return switch (of.outcome()) {
            case ByMean(SectionChange change) -> mean(change, of.against()) + sections;
            case ByShares(BasinChange change) ->
                texts.of(
                                "water.change.shares",
                                signed(change.good()),
                                signed(change.worseThanV()),
                                extent(change.extent(), change.direction()))
                        + sections;
            case NotCompared(WaterChange.Reason reason) ->
                switch (reason) {
                    case NO_DATA -> texts.of("water.change.no-data." + against);
                    case WITHOUT_CLASS -> texts.of("water.change.without-class." + against);
                    case NOW_WITHOUT_CLASS -> texts.of("water.change.now-without-class");
                    case NO_SECTION -> texts.of("water.change.no-section");
                    case BASE_INCOMPLETE -> texts.of("water.change.base-incomplete", of.comparable(), of.sections());
                };
        };
    }

    private String mean(SectionChange change, Against against) {
        List<String> words = new ArrayList<>();
        words.add(waterClass(change.before().code()) + " → "
                + waterClass(change.now().code()));
        if (change.classesBetter() != 0) {
            words.add(texts.of(
                    change.classesBetter() > 0 ? "water.change.up" : "water.change.down",
                    Math.abs(change.classesBetter())));
        }
        words.add(
                against == Against.BASE_YEAR
                        ? texts.of("keeping." + code(change.keeping()))
                        : extent(change.extent(), change.direction()));
        return String.join(texts.of("water.change.and"), words);
    }

    private String extent(Extent extent, Direction direction) {
        return texts.of(extent == Extent.NONE ? "change.none" : "change." + code(extent) + "." + code(direction));
    }

    private static String signed(BigDecimal points) {
        return (points.signum() > 0 ? "+" : "") + points.toPlainString();
    }

    /** {@code 3/4 (75.0%)}, or that of none it is settled. */
    public String meeting(WaterTarget of) {
        return of.judged() == 0
                ? texts.of("water.target.none-judged")
                : of.meeting() + "/" + of.judged() + " (" + of.meetingPercent().toPlainString() + "%)";
    }

    /** {@code TLI(∑) 52.31，轻度富营养}, or what lacks. */
    public String trophic(Trophic of) {
        TrophicState state = of.state();
        if (state != null) {
            return texts.of("trophic.is", state.index().toPlainString(), grade(state));
        }
        List<String> words = new ArrayList<>();
        if (!of.missing().isEmpty()) {
            words.add(texts.of("trophic.missing", names(of.missing())));
        }
        if (!of.open().isEmpty()) {
            words.add(texts.of("trophic.open", names(of.open())));
        }
        return String.join(texts.of("water.change.and"), words);
    }

    /** What the index means; empty where there is none. */
    public String grade(Trophic of) {
        return of.state() == null ? "" : grade(of.state());
    }

    private String grade(TrophicState state) {
        return texts.either(state.grade().zh(), state.grade().en());
    }

    /** The index of the district, how it changed, and what it lacks, each a sentence. */
    public List<String> city(CityQuality of) {
        CityIndex index = of.index();
        if (index == null) {
            return List.of(texts.of("city.none"));
        }
        List<String> words = new ArrayList<>();
        words.add(texts.of(
                "city.is",
                index.value().toPlainString(),
                index.rivers() == null ? 0 : index.rivers().sections(),
                index.lakes() == null ? 0 : index.lakes().sections()));
        BigDecimal percent = of.percent();
        words.add(percent == null ? texts.of("city.change.none") : texts.of("city.change", signed(percent)));
        if (!of.missingInRivers().isEmpty()) {
            words.add(texts.of("city.missing.rivers", of.missingInRivers().size(), names(of.missingInRivers())));
        }
        if (!of.missingInLakes().isEmpty()) {
            words.add(texts.of("city.missing.lakes", of.missingInLakes().size(), names(of.missingInLakes())));
        }
        return words;
    }

    /** {@code N = 6，rs = -0.9429，临界值 0.829}; that there are too few where there are. */
    public String figures(Trend of) {
        RankTrend found = of.found();
        return found == null
                ? texts.of("trend.too-few.of", of.periods().size(), of.least())
                : texts.of(
                        "trend.figures",
                        found.periods(),
                        found.correlation().toPlainString(),
                        Objects.requireNonNull(of.critical()).toPlainString());
    }

    /** {@code 显著下降（好转）}. */
    public String trend(Trend of) {
        RankTrend found = of.found();
        String word = texts.of("trend." + of.word());
        return found == null || !of.isSignificant() || found.direction() == Direction.NEITHER
                ? word
                : texts.of("trend.means", word, texts.of("trend.is." + code(found.direction())));
    }

    /** The name of an item. */
    public String name(Item of) {
        return texts.either(of.zh(), of.en());
    }

    /** Names of items, one after the other. */
    public String names(List<Item> of) {
        return of.stream().map(this::name).collect(Collectors.joining(texts.of("water.names.and")));
    }

    /** A class as it is printed; empty for none. */
    public String waterClass(@Nullable Integer of) {
        return of == null ? "" : texts.of("site.class." + of);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
