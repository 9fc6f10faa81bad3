package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a river, basin or lake is, by its sections (环办[2011]22号).
 *
 * @param name of it
 * @param method how it was judged
 * @param level how good it is; null if no section had a value
 * @param sections those that had a value, each assessed
 * @param withoutValue names of sections that had none: dry, under ice, not sampled
 * @param shares how many sections have which class
 * @param ofMean the assessment of the mean of the sections; null where the shares of the classes decide
 * @param exceedances what is worse than class III in some section, the most frequent first
 * @param mainPollutants of the exceedances those that are named, three at most; none for one that is excellent or good
 * @param rules by which it was judged
 */
public record BasinAssessment(
        String name,
        Method method,
        @Nullable Level level,
        List<SectionAssessment> sections,
        List<String> withoutValue,
        QualityShares shares,
        @Nullable SectionAssessment ofMean,
        List<Exceedance> exceedances,
        List<Exceedance> mainPollutants,
        List<Rule> rules) {

    /** Keeps copies. */
    public BasinAssessment {
        sections = List.copyOf(sections);
        withoutValue = List.copyOf(withoutValue);
        exceedances = List.copyOf(exceedances);
        mainPollutants = List.copyOf(mainPollutants);
        rules = List.copyOf(rules);
    }

    /** How a river or basin is judged. */
    public enum Method {
        /** By the mean of its sections: fewer than five, and lakes. */
        MEAN_OF_SECTIONS("断面浓度均值法"),
        /** By the shares of the classes of its sections; it has no class then. */
        SHARE_OF_CLASSES("断面水质类别比例法");

        private final String zh;

        Method(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * An item that is worse than class III in some sections.
     *
     * @param item with its limits
     * @param sections in how many
     * @param percent of all sections with a value, to 1 decimal (断面超标率)
     * @param highestMultiple the highest multiple over class III; null for pH and dissolved oxygen
     */
    public record Exceedance(
            SurfaceItem item,
            int sections,
            BigDecimal percent,
            @Nullable BigDecimal highestMultiple) {}

    /** Its class, where it has one. */
    public @Nullable WaterClass waterClass() {
        return ofMean == null ? null : ofMean.waterClass();
    }

    /** The judgement as a line: {@code 断面水质类别比例法: Ⅰ~Ⅲ类 31/32 = 96.9%, 劣Ⅴ类 0/32 = 0.0%: 优}. */
    public String working() {
        String verdict = level == null ? "未评价" : level.zh();
        if (method == Method.MEAN_OF_SECTIONS) {
            String mean = ofMean == null ? "" : ofMean.wording();
            return method.zh() + ": " + sections.size() + " 个断面, 均值" + mean + ": " + verdict;
        }
        return "%s: Ⅰ~Ⅲ类 %d/%d = %s%%, 劣Ⅴ类 %d/%d = %s%%: %s"
                .formatted(
                        method.zh(),
                        shares.good(),
                        shares.total(),
                        shares.goodPercent().toPlainString(),
                        shares.worseThanV(),
                        shares.total(),
                        shares.worseThanVPercent().toPlainString(),
                        verdict);
    }
}
