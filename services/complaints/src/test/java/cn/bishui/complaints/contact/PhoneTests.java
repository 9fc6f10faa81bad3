package cn.bishui.complaints.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001",
                " 138 0000 0001 ",
                "138-0000-0001",
                "+8613800000001",
                "+86 138 0000 0001",
                "0086 13800000001",
                "(138)00000001",
                "138\u30000000\u30000001"
            })
    void readsNumbersAsPeopleWriteThem(String typed) {
        assertThat(Phone.of(typed).number()).isEqualTo("13800000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12369",
                "12800000001",
                "1380000000",
                "138000000011",
                "+1 202 555 0100",
                "１３８００００００００１",
                "abc"
            })
    void refusesWhatTakesNoMessagesWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> Phone.of(typed)).isInstanceOf(RuleBroken.class).hasMessage("phone.form");
    }

    @Test
    void isMaskedInWords() {
        assertThat(Phone.of("13800000001")).hasToString("138****0001");
    }
}
