package cn.bishui.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InputTests {

    @Test
    void putsTheFieldsTogetherWhenAllAreRight() {
        var input = new Input();
        var name = input.text("name", " 昌邑水厂 ", 20);
        var limit = input.required("limit", "50.0", Input::decimal);
        var until = input.optional("until", "2026-11-23", Input::date);
        var remark = input.optional("remark", " ", text -> text);

        assertThat(input.<Object>read(() -> name.get() + limit.get() + until.get() + remark.get()))
                .isEqualTo("昌邑水厂" + new BigDecimal("50.0") + "Optional[2026-11-23]Optional.empty");
        assertThat(until.get()).contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void namesEveryFaultAtOnceInTheOrderOfTheFields() {
        var input = new Input();
        input.text("name", null, 20);
        input.text("trade", "x".repeat(21), 20);
        input.required("limit", "fifty", Input::decimal);
        input.required("day", "23.11.2026", Input::date);
        input.part("outlet", () -> {
            var part = new Input();
            part.text("code", "", 5);
            return part.read(() -> "never");
        });

        var invalid = catchThrowableOfType(InvalidInput.class, () -> input.read(() -> "never"));

        assertThat(invalid.faults())
                .extracting(f -> f.field() + " " + f.broken().code())
                .containsExactly(
                        "name input.missing",
                        "trade input.too-long",
                        "limit input.not-a-number",
                        "day input.not-a-date",
                        "outlet.code input.missing");
    }

    @Test
    void aBrokenRuleOfTheWholeBelongsToNoField() {
        var invalid = catchThrowableOfType(
                InvalidInput.class,
                () -> new Input().read(() -> {
                    throw RuleBroken.invalid("validity.reversed");
                }));

        assertThat(invalid.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEmpty())
                .satisfies(fault -> assertThat(fault.broken().code()).isEqualTo("validity.reversed"));
    }

    @Test
    void refusesNumbersThatWouldFillTheMemory() {
        var input = new Input();
        input.required("limit", "1e999999999", Input::decimal);

        assertThat(catchThrowableOfType(InvalidInput.class, () -> input.read(() -> "never")))
                .isNotNull();
    }
}
