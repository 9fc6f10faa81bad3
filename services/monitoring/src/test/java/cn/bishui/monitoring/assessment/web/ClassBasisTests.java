package cn.bishui.monitoring.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.monitoring.assessment.Assessment;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ClassBasisTests {

    private static final String AMMONIA = "氨氮 1.77 ≤2.0 mg/L: Ⅴ; 参评; 超Ⅲ类 0.77 倍; GB 3838-2002 table 1 item 7";
    private static final String RULE = "断面水质类别取参评指标中类别最差的一项(单因子评价法); 环办[2011]22号";

    @Test
    void isATableOfWhatWasKeptWithItsRules() {
        ClassBasis basis = of(List.of("2026-11: 1 个月有数据", AMMONIA, RULE), Locale.ENGLISH);
        assertThat(basis.items()).extracting(each -> each.limit()).containsExactly("≤2.0");
        assertThat(basis.lines())
                .containsExactly(
                        "2026-11: 1 个月有数据",
                        "the class of a section is the worst class of its evaluated items (single factor); 环办[2011]22号");
    }

    @Test
    void staysAsItWasKeptWhereItWouldBeJudgedOtherwiseNow() {
        List<String> kept = List.of(AMMONIA.replace("≤2.0", "≤1.9"), RULE);
        ClassBasis basis = of(kept, Locale.SIMPLIFIED_CHINESE);
        assertThat(basis.items()).isEmpty();
        assertThat(basis.lines()).isEqualTo(kept);
    }

    private static ClassBasis of(List<String> working, Locale locale) {
        Assessment kept = new Assessment(
                "S",
                Period.of("2026-11"),
                1,
                5,
                null,
                null,
                List.of(),
                1,
                List.of(),
                null,
                false,
                Map.of("w21003", "1.77"),
                List.of("SY/1"),
                working,
                Instant.EPOCH);
        return ClassBasis.of(WaterType.RIVER, kept, Rules.standard(), new Texts(new StaticMessageSource(), locale));
    }
}
