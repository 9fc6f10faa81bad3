package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.enforcement.card.SuggestedReason;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.Suspect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestedReasonTests {

    private static String reason(Exceedance... exceedances) {
        return SuggestedReason.of(Samples.suspect("91220202MADEMQ2B7L"), List.of(exceedances));
    }

    @Test
    void saysWhoWhereWhenWhatAndHowMuch() {
        assertThat(reason(Samples.cod("168.4", "1.11")))
                .isEqualTo("北岸纸板（示例）有限公司废水总排放口（DW001）经自动监测，2026年11月4日化学需氧量日均值168.4 mg/L，"
                        + "超过排污许可证规定的日均限值80 mg/L，超标1.11倍。现予以黄牌警示，责令整治。");
    }

    @Test
    void namesAnOutletByItsCodeWhereThatIsAllThatIsKnown() {
        assertThat(SuggestedReason.of(
                        new Suspect("91220202MADEMQ2B7L", "北岸纸板", "DW001", null), List.of(Samples.cod("100", "0.25"))))
                .startsWith("北岸纸板DW001经自动监测，");
    }

    @Test
    void namesARangeForPhAndNoMultiple() {
        assertThat(reason(Samples.exceedance("pH值", "9.6", "9", "6", "9", "1", null)))
                .contains("pH值日均值9.6，超出排污许可证规定的6～9范围。")
                .doesNotContain("倍");
    }

    @Test
    void saysThatASampleWasTakenOnSite() {
        Exceedance cod = Samples.cod("168.4", "1.11");
        Exceedance sample = new Exceedance(
                cod.id(),
                cod.pollutant(),
                cod.pollutantName(),
                cod.day(),
                cod.value(),
                cod.limit(),
                cod.limitMin(),
                cod.limitMax(),
                cod.unitOfMeasure(),
                cod.multiple(),
                cod.permit(),
                cod.limitSet(),
                null,
                cod.judgedAt(),
                null);
        assertThat(reason(sample)).contains("经现场监测，2026年11月4日化学需氧量现场监测值168.4 mg/L");
        assertThat(reason(sample, cod)).contains("经自动监测和现场监测");
    }

    @Test
    void namesALowerBound() {
        assertThat(reason(Samples.exceedance("溶解氧", "1.5", "2", "2", null, "mg/L", null)))
                .contains("溶解氧日均值1.5 mg/L，低于排污许可证规定的日均限值2 mg/L。");
    }

    @Test
    void keepsSilentOnAMultipleOfNothing() {
        assertThat(reason(Samples.cod("80.3", "0.00"))).contains("日均限值80 mg/L。").doesNotContain("倍");
    }

    @Test
    void listsSeveralAndCountsTheRest() {
        assertThat(reason(Samples.cod("100", "0.25"), Samples.cod("120", "0.50")))
                .contains("超标0.25倍；2026年11月4日", "超标0.50倍。现予以")
                .doesNotContain("等共");
        Exceedance[] many =
                Stream.generate(() -> Samples.cod("100", "0.25")).limit(12).toArray(Exceedance[]::new);
        assertThat(reason(many)).contains("；等共12项日均值超标。").hasSizeLessThan(2_000);
    }
}
