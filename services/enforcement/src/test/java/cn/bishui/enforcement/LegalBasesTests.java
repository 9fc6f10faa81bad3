package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.enforcement.law.LegalBases;
import cn.bishui.enforcement.law.LegalBasis;
import cn.bishui.enforcement.law.Matter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalBasesTests {

    private static List<String> overLimit(String act, String decision) {
        return articles(LegalBases.of(Matter.OVER_LIMIT, List.of(LocalDate.parse(act)), LocalDate.parse(decision)));
    }

    private static List<String> articles(List<LegalBasis> bases) {
        return bases.stream().map(LegalBasis::article).toList();
    }

    @Test
    void changesWithTheCodeOf2026() {
        assertThat(overLimit("2026-08-01", "2026-08-14")).containsExactly("REG-34-1", "WPL-83-2");
        assertThat(overLimit("2026-08-15", "2026-08-20")).containsExactly("CODE-1103", "REG-34-1");
    }

    @Test
    void showsOldAndNewWhereTheLawChangedBetweenActAndDecision() {
        assertThat(overLimit("2026-08-14", "2026-08-15")).containsExactly("CODE-1103", "REG-34-1", "WPL-83-2");
        LocalDate act = LocalDate.of(2026, 8, 14);
        assertThat(articles(LegalBases.onChange(List.of(act), act.plusDays(1)))).containsExactly("CODE-1057");
        assertThat(LegalBases.onChange(List.of(act), act)).isEmpty();
        assertThat(LegalBases.onChange(List.of(act.plusDays(1)), act.plusDays(2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-06-30, O8-22", "2023-07-01, MEE30-18", "2026-11-25, MEE30-18"})
    void knowsWhatSaysWhenToDecide(String found, String article) {
        assertThat(articles(LegalBases.on(Matter.FILING, LocalDate.parse(found))))
                .contains(article);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void hasWordsForEveryArticle(String file) throws IOException {
        Properties messages = read(file);

        assertThat(LegalBases.all())
                .isNotEmpty()
                .allSatisfy(basis -> assertThat(messages)
                        .containsKeys("law." + basis.article(), "law." + basis.article() + ".text"));
    }

    @Test
    void bothLanguagesHaveTheSameMessages() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(read(file).stringPropertyNames());
    }

    private static Properties read(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            messages.load(reader);
        }
        return messages;
    }
}
