package cn.bishui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    @ParameterizedTest
    @CsvSource({
        "mg/L, mg/L, mg/L",
        "degC, ℃, ℃",
        "count/L, 个/L, count/L",
        "count/10L, 个/10L, count/10L",
        "Pt-Co unit, 度, Pt-Co unit",
        "times, 倍, times",
        "MPN/100mL or CFU/100mL, MPN/100mL或CFU/100mL, MPN/100mL or CFU/100mL",
    })
    void writesUnitsAsReadersDo(String code, String chinese, String english) {
        assertThat(Formats.unit(code, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
        assertThat(Formats.unit(code, Locale.ENGLISH)).isEqualTo(english);
    }
}
