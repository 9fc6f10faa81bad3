package cn.bishui.monitoring.blackodorous.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.web.form.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundFormTests {

    private static RoundForm form(String clear) {
        return new RoundForm("2025-05-03", null, Map.of("P-1/transparency", "30", "P-1/clear", clear), null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "Yes", "on", "是"})
    void isClearToTheGroundIfItSaysSo(String typed) {
        assertThat(form(typed).entries().getFirst().found().clearToGround()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "No", "否"})
    void isNotIfItSaysNot(String typed) {
        assertThat(form(typed).entries().getFirst().found().clearToGround()).isFalse();
    }

    @Test
    void refusesAnyOtherWord() {
        assertThatThrownBy(() -> form("maybe").entries()).isInstanceOf(InvalidInput.class);
    }
}
