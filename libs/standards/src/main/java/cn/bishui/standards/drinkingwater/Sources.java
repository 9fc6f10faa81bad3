package cn.bishui.standards.drinkingwater;

import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemIndex;
import cn.bishui.standards.ItemIndex.Matched;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.drinkingwater.SourceJudgement.Kind;
import cn.bishui.standards.groundwater.Groundwater;
import cn.bishui.standards.groundwater.GroundwaterClass;
import cn.bishui.standards.groundwater.GroundwaterItem;
import cn.bishui.standards.surfacewater.Compliance;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges central sources of drinking water as on a day: surface water by GB 3838-2002 table 1 at class III with tables 2 and
 * 3, groundwater by GB/T 14848-2017 at class III.
 */
public final class Sources {

    private static final List<SourceItem> ALL =
            Csv.resource("gb3838-2002-sources.csv").stream().map(SourceItem::of).toList();

    /** Chemical oxygen demand, which the monthly set leaves out. */
    private static final String COD = "w01018";

    private final SurfaceWater surface;
    private final Groundwater groundwater;
    private final List<SourceItem> items;
    private final ItemIndex<SourceItem> index;

    private Sources(LocalDate day, Rules rules) {
        surface = SurfaceWater.on(day, rules);
        groundwater = Groundwater.on(day, rules);
        items = ALL.stream().filter(each -> each.item().basis().holdsOn(day)).toList();
        index = new ItemIndex<>(items, SourceItem::item);
    }

    /**
     * As the limits and rules are on a day.
     *
     * @throws IllegalArgumentException if one of the standards is not in force on it
     */
    public static Sources on(LocalDate day) {
        return on(day, Rules.standard());
    }

    /** As the limits are on a day, by rules of one's own. */
    public static Sources on(LocalDate day, Rules rules) {
        return new Sources(day, rules);
    }

    /** Which items a test covers. */
    public enum Extent {
        /** The monthly set: 61 items of surface water, 39 of groundwater. */
        MONTHLY,
        /** Everything, once a year: 109 items of surface water, 93 of groundwater. */
        FULL
    }

    /**
     * The volumes taken from sources and those that met the standard.
     *
     * @param sources how many were judged
     * @param meeting how many of them met it
     * @param percent meeting of judged ones, to 1 decimal (水源达标率)
     * @param volume taken, in the unit of the input
     * @param volumeMeeting taken from sources that met it
     * @param volumePercent of the volume, to 1 decimal (水量达标率)
     * @param notJudged sources left out, having no verdict
     */
    public record Attainment(
            int sources,
            int meeting,
            BigDecimal percent,
            BigDecimal volume,
            BigDecimal volumeMeeting,
            BigDecimal volumePercent,
            List<String> notJudged) {}

    /**
     * A source with what was taken from it.
     *
     * @param judgement of its water
     * @param volume taken in the period, in one unit for all sources, such as 10⁴ t; not negative
     */
    public record Taken(SourceJudgement judgement, BigDecimal volume) {

        /** Checks the volume. */
        public Taken {
            if (volume.signum() < 0) {
                throw new IllegalArgumentException("A volume is not negative: " + volume);
            }
        }
    }

    /** The rows of tables 2 and 3. */
    public List<SourceItem> items() {
        return items;
    }

    /** A row of tables 2 and 3 by code, symbol or name. */
    public Optional<SourceItem> item(String name) {
        return index.find(name);
    }

    /**
     * Judges a surface source. The 21 items of table 1 count, those of tables 2 and 3 too; total nitrogen and coliforms are
     * reported apart.
     *
     * @param sample the values of all tables together, in mg/L, coliforms per litre
     * @param extent which items ought to be there
     * @throws IllegalArgumentException if two names mean the same item, or a number is negative
     */
    public SourceJudgement judgeSurface(Sample sample, Extent extent) {
        WaterClass target = WaterClass.of(surface.rule("source.surface.class").count());
        SectionAssessment assessed = surface.assess(sample);
        Compliance table1 = surface.comply(sample, target);
        Map<String, Measured> rest = new LinkedHashMap<>();
        assessed.unknown().forEach(name -> rest.put(name, sample.values().getOrDefault(name, Measured.words(""))));
        Matched<SourceItem> matched = index.match(rest);
        List<ItemJudgement> judgements = new ArrayList<>(table1.items());
        for (SourceItem each : items) {
            Measured measured = matched.values().get(each);
            if (measured != null) {
                judgements.add(ItemJudgement.of(
                        each.item(),
                        measured,
                        each.limit(),
                        each.rounding(),
                        each.item().basis()));
            }
        }
        List<ItemJudgement> reference = new ArrayList<>();
        assessed.items().stream()
                .filter(each ->
                        !each.item().evaluated() && each.item().limit(target).isPresent())
                .forEach(each -> reference.add(surface.judge(each.item(), each.measured(), target, null)));
        List<Item> found = Stream.concat(
                        assessed.items().stream().map(each -> each.item().item()),
                        matched.values().keySet().stream().map(SourceItem::item))
                .toList();
        return new SourceJudgement(
                sample.section(),
                Kind.SURFACE,
                verdict(judgements),
                judgements,
                reference,
                surfaceSet(sample, extent).filter(each -> !found.contains(each)).toList(),
                matched.unknown(),
                List.of(
                        surface.rule("source.surface.class"),
                        surface.rule(extent == Extent.MONTHLY ? "source.surface.monthly" : "source.surface.yearly"),
                        surface.rule("value.below")));
    }

    /**
     * Judges a groundwater source.
     *
     * @param values in the units of GB/T 14848-2017: mg/L, organic substances in µg/L
     * @param extent which items ought to be there
     * @throws IllegalArgumentException if two names mean the same item, or a number is negative
     */
    public SourceJudgement judgeGroundwater(String source, Map<String, Measured> values, Extent extent) {
        GroundwaterClass target =
                GroundwaterClass.of(groundwater.rule("source.ground.class").count());
        List<ItemJudgement> judgements = groundwater.comply(values, target);
        List<Item> found = judgements.stream().map(ItemJudgement::item).toList();
        return new SourceJudgement(
                source,
                Kind.GROUNDWATER,
                verdict(judgements),
                judgements,
                List.of(),
                groundwater.items().stream()
                        .filter(each -> extent == Extent.FULL || each.isRegular())
                        .map(GroundwaterItem::item)
                        .filter(each -> !found.contains(each))
                        .toList(),
                groundwater.assess(values).unknown(),
                List.of(
                        groundwater.rule("source.ground.class"),
                        groundwater.rule(extent == Extent.MONTHLY ? "source.ground.monthly" : "source.ground.yearly"),
                        groundwater.rule("compare.whole")));
    }

    /** How many sources, and how much of the water taken, meet the standard. A source without a verdict is left out. */
    public static Attainment attainment(Collection<Taken> taken) {
        List<Taken> judged = taken.stream()
                .filter(each -> each.judgement().verdict() == Verdict.MEETS
                        || each.judgement().verdict() == Verdict.EXCEEDS)
                .toList();
        List<Taken> meeting = judged.stream()
                .filter(each -> each.judgement().verdict() == Verdict.MEETS)
                .toList();
        BigDecimal volume = sum(judged);
        BigDecimal volumeMeeting = sum(meeting);
        return new Attainment(
                judged.size(),
                meeting.size(),
                percent(BigDecimal.valueOf(meeting.size()), BigDecimal.valueOf(judged.size())),
                volume,
                volumeMeeting,
                percent(volumeMeeting, volume),
                taken.stream()
                        .filter(each -> !judged.contains(each))
                        .map(each -> each.judgement().source())
                        .toList());
    }

    /** The items that ought to be tested of a surface source, the temperature among them. */
    private Stream<Item> surfaceSet(Sample sample, Extent extent) {
        Stream<Item> table1 = surface.items(sample.type()).stream()
                .map(SurfaceItem::item)
                .filter(each -> extent == Extent.FULL || !COD.equals(each.code()));
        Stream<Item> tables2And3 = items.stream()
                .filter(each -> extent == Extent.FULL || each.preferred())
                .map(SourceItem::item);
        return Stream.concat(table1, tables2And3);
    }

    private static Verdict verdict(List<ItemJudgement> judgements) {
        return Verdict.together(judgements.stream().map(ItemJudgement::verdict).toList());
    }

    private static BigDecimal sum(List<Taken> taken) {
        return taken.stream().map(Taken::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO.setScale(1)
                : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_EVEN);
    }
}
