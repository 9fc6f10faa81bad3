package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawsTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 14);
    private static final LocalDate CODE_DAY = LocalDate.of(2026, 8, 15);

    @Test
    void putsTheCodeInThePlaceOfTheLawsOnItsDay() {
        assertThat(Laws.at(LAST_DAY))
                .extracting(Law::id)
                .contains("WPL", "EPL", "REG")
                .doesNotContain("CODE");
        assertThat(Laws.at(CODE_DAY))
                .extracting(Law::id)
                .contains("CODE", "REG")
                .doesNotContain("WPL", "EPL");
        assertThat(Laws.at(LocalDate.of(2017, 12, 31)))
                .extracting(Law::id)
                .contains("WPL2008")
                .doesNotContain("WPL");
    }

    @Test
    void leavesNoGapBetweenALawAndWhatReplacedIt() {
        for (Law law : Laws.all()) {
            if (!law.replacedBy().isEmpty()) {
                assertThat(Laws.law(law.replacedBy()).validFrom())
                        .as(law.id())
                        .isEqualTo(law.validTo().plusDays(1));
            }
            assertThat(law.validTo() == null)
                    .as(law.id())
                    .isEqualTo(law.replacedBy().isEmpty());
        }
        assertThat(Laws.all()).hasSize(27).extracting(Law::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WPL | 83(2) | 1107, 1103
            WPL | 83(1) | 1102
            WPL | 78    | 291-293
            WPL | 92    | 1145
            WPL | 85(1) | 1136, 1137
            EPL | 57    | 145-146
            """)
    void saysWhereAnArticleWent(String law, String article, String now) {
        assertThat(Laws.successors(law, article))
                .singleElement()
                .extracting(Succession::now)
                .isEqualTo(new Citation("CODE", now));
    }

    @Test
    void findsEveryParagraphOfAnArticleAndNothingForOneThatWasNotCompared() {
        assertThat(Laws.successors("WPL", "83")).hasSize(4);
        assertThat(Laws.successors("WPL", "8")).isEmpty();
        assertThat(Laws.successors("EPL", "83(1)")).isEmpty();
        assertThat(Laws.predecessors("CODE", "1060"))
                .extracting(each -> each.old().toString())
                .containsExactlyInAnyOrder("WPL 95", "EPL 59");
        assertThat(Laws.predecessors("CODE", "175")).hasSize(1);
    }

    @Test
    void citesBothLawsWhereTheLawChangedBetweenActAndDecision() {
        Citation old = new Citation("WPL", "83(2)");
        assertThat(Laws.basis("WPL", "83(2)", LAST_DAY, LAST_DAY)).containsExactly(old);
        assertThat(Laws.basis("WPL", "83(2)", LAST_DAY, CODE_DAY))
                .containsExactly(old, new Citation("CODE", "1107, 1103"));
        assertThat(Laws.basis("CODE", "1107", CODE_DAY, CODE_DAY.plusYears(1)))
                .containsExactly(new Citation("CODE", "1107"));
        assertThatThrownBy(() -> Laws.basis("WPL", "83(2)", CODE_DAY, CODE_DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Laws.law("NONE")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mapsOnlyBetweenLawsThatItKnows() {
        for (String law : new String[] {"WPL", "EPL"}) {
            assertThat(Laws.law(law).replacedBy()).isEqualTo("CODE");
        }
        assertThat(Laws.repeals()).filteredOn(Laws.Repeal::repealed).hasSize(10);
        assertThat(Laws.repeals())
                .allSatisfy(repeal -> assertThat(repeal.by()).isEqualTo(new Citation("CODE", "1242")));
        assertThat(Laws.notes()).extracting(Laws.Note::id).contains("act-day", "both-bases");
    }
}
