package cn.bishui.monitoring.report;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.BaseValue;
import cn.bishui.monitoring.assessment.Decline;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.assessment.Trend;
import cn.bishui.monitoring.assessment.WaterComparison;
import cn.bishui.monitoring.blackodorous.BodyGradings.Graded;
import cn.bishui.monitoring.groundwater.WellAssessments.Well;
import cn.bishui.standards.change.SectionChange.Keeping;
import cn.bishui.standards.drinkingwater.Sources.Attainment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a period.
 *
 * @param sections every section in use, assessed or not
 * @param district all sections together; null where none was assessed
 * @param waters basins and water bodies
 * @param trends of sections, in the report of a year; empty in others
 * @param attainment of the sources that were judged
 * @param wells every well in use, once for each of its samples
 */
public record Report(
        Period period,
        int baseYear,
        List<Section> sections,
        @Nullable WaterComparison district,
        List<WaterComparison> waters,
        List<SectionTrend> trends,
        List<Source> sources,
        Attainment attainment,
        List<Well> wells,
        List<Graded> odorous) {

    private static final int HUNDRED = 100;
    private static final Set<String> EXCUSED = Set.of("ice", "dry", "no-access");

    /** Keeps copies. */
    public Report {
        sections = List.copyOf(sections);
        waters = List.copyOf(waters);
        trends = List.copyOf(trends);
        sources = List.copyOf(sources);
        wells = List.copyOf(wells);
        odorous = List.copyOf(odorous);
    }

    /**
     * A section.
     *
     * @param now null where it was not sampled
     * @param keeping what "only better, never worse" says; null where there is no base to hold it against
     * @param why the change against the base year in words
     * @param decline what was made of it; null where it is none
     * @param waiting how far samples of the period are that are not released, as {@link PendingSamples} says it; null where
     *     there is none
     */
    public record Section(
            String site,
            String name,
            @Nullable Assessment now,
            @Nullable Assessment before,
            @Nullable Assessment yearBefore,
            @Nullable BaseValue base,
            @Nullable Keeping keeping,
            String why,
            @Nullable Decline decline,
            @Nullable String waiting) {

        /** Whether it has a class. */
        public boolean hasClass() {
            return now != null && now.waterClass() != null;
        }

        /** Its class; null where it has none. */
        public @Nullable Integer waterClass() {
            return now == null ? null : now.waterClass();
        }

        /** Why it has none: a condition of sampling, that its samples are not released, or that nobody said. */
        public String withoutValue() {
            String why = now == null ? null : now.withoutValue();
            if (why != null && !why.equals(Assessment.NOT_SAMPLED)) {
                return why;
            }
            return waiting == null ? Assessment.NOT_SAMPLED : waiting;
        }

        /** Whether nothing is still to come: no water could be taken, then or in the months that lack. */
        public boolean isExcused() {
            String why = withoutValue();
            boolean settled = now != null && !now.provisional() && why.equals(Assessment.TOO_FEW);
            return settled || EXCUSED.contains(why);
        }

        /** Whether it got worse than in the base year. */
        public boolean isWorse() {
            return decline != null && decline.state() != Decline.State.LIFTED;
        }
    }

    /**
     * How the main items of a section, and what rose or fell besides, developed over the years.
     *
     * @param years that are final and have values, up to that of the report
     * @param least how many there must be
     * @param items empty where there are too few years
     */
    public record SectionTrend(String site, String name, List<String> years, int least, List<Trend> items) {

        /** Keeps copies. */
        public SectionTrend {
            years = List.copyOf(years);
            items = List.copyOf(items);
        }
    }

    /**
     * A source over the months of the period.
     *
     * @param met months in which it met its standard
     * @param judged months with a verdict
     * @param missing months without data, with why
     * @param exceeded what did not meet, by month
     * @param fullIndex the full-index test of the year; null where there is none
     */
    public record Source(
            String site,
            String name,
            String kind,
            @Nullable BigDecimal supplyPerDay,
            int met,
            int judged,
            List<Missing> missing,
            List<String> exceeded,
            @Nullable FullIndex fullIndex) {}

    /** A month without data. */
    public record Missing(String period, String why) {}

    /** A full-index test. */
    public record FullIndex(@Nullable Boolean meets, int items, int missing) {}

    /** Sections that have a class. */
    public List<Section> assessed() {
        return sections.stream().filter(Section::hasClass).toList();
    }

    /** Sections that have none. */
    public List<Section> without() {
        return sections.stream().filter(each -> !each.hasClass()).toList();
    }

    /** Sections with a verdict on their target. */
    public long judged() {
        return assessed().stream()
                .filter(each -> each.now() != null && each.now().meetsTarget() != null)
                .count();
    }

    /** Sections that meet their target. */
    public long meeting() {
        return assessed().stream()
                .filter(each -> each.now() != null && Objects.equals(each.now().meetsTarget(), true))
                .count();
    }

    /** Share of sections that meet their target, in percent to 1 decimal. */
    public BigDecimal meetingPercent() {
        long judged = judged();
        return judged == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(meeting() * HUNDRED).divide(BigDecimal.valueOf(judged), 1, RoundingMode.HALF_EVEN);
    }

    /** Sections that got worse than in the base year. */
    public List<Section> declined() {
        return sections.stream().filter(Section::isWorse).toList();
    }

    /** Sections that were held against the base year. */
    public long compared() {
        return sections.stream().filter(each -> each.keeping() != null).count();
    }

    /** Whether the whole rests on some of the sections only. */
    public boolean isPartial() {
        return district != null && assessed().size() < sections.size();
    }

    /** Whether it is not final: months are still to come, or months or sections lack without a reason. */
    public boolean isProvisional() {
        return district != null
                && (district.now().provisional() || without().stream().anyMatch(each -> !each.isExcused()));
    }

    /** The day on which it ends. */
    public LocalDate last() {
        return period.last();
    }
}
