package cn.bishui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.StaticMessageSource;

class TextsTests {

    private final StaticMessageSource messages = new StaticMessageSource();

    TextsTests() {
        messages.addMessages(
                Map.of("state.draft", "草稿", "state.granted", "已核发", "more", "还有{0}项"), Locale.SIMPLIFIED_CHINESE);
        messages.addMessages(Map.of("state.draft", "draft"), Locale.ENGLISH);
    }

    @Test
    void areThoseOfTheReadersLanguage() {
        assertThat(chinese().of("state.draft")).isEqualTo("草稿");
        assertThat(new Texts(messages, Locale.ENGLISH).of("state.draft")).isEqualTo("draft");
        assertThat(chinese().either("碧水", "Bishui")).isEqualTo("碧水");
        assertThat(new Texts(messages, Locale.ENGLISH).either("碧水", "Bishui")).isEqualTo("Bishui");
    }

    @Test
    void bearNumbersAsTheyAre() {
        assertThat(chinese().of("more", 12_345)).isEqualTo("还有12345项");
    }

    @Test
    void fillAChoiceInItsOrder() {
        assertThat(chinese().options("state.", List.of("granted", "draft")))
                .containsExactly(Map.entry("granted", "已核发"), Map.entry("draft", "草稿"));
        assertThat(chinese().all("state.granted", "state.draft")).containsExactly("已核发", "草稿");
    }

    @Test
    void fallBackOnlyOnTheWordsOfOthers() {
        assertThat(chinese().orWord("state.", "unheard-of")).isEqualTo("unheard-of");
        assertThatThrownBy(() -> chinese().of("state.unheard-of")).isInstanceOf(NoSuchMessageException.class);
    }

    private Texts chinese() {
        return new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }
}
