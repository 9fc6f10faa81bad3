package cn.bishui.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.StaleVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.validation.MapBindingResult;
import org.springframework.validation.ObjectError;

class AttemptTests {

    private final MapBindingResult errors = new MapBindingResult(Map.of(), "form");

    @Test
    void saysWhetherItWasDone() {
        assertThat(Attempt.succeeds(errors, () -> {})).isTrue();
        assertThat(errors.hasErrors()).isFalse();
    }

    @Test
    void notesEachFaultAtItsField() {
        assertThat(fails(new InvalidInput(List.of(
                        new InvalidInput.Fault("name", RuleBroken.invalid("input.missing")),
                        new InvalidInput.Fault("", RuleBroken.invalid("position.half"))))))
                .isFalse();

        assertThat(errors.getFieldError("name"))
                .satisfies(error -> assertThat(error.getCode()).isEqualTo("rule.input.missing"));
        assertThat(errors.getGlobalErrors()).extracting(ObjectError::getCode).containsExactly("rule.position.half");
    }

    @Test
    void keepsTheFormWhereSomebodyElseWasFaster() {
        assertThat(fails(new StaleVersion("permit/1", 3))).isFalse();
        assertThat(errors.getGlobalErrors())
                .extracting(ObjectError::getCode)
                .containsExactly("web.failure.stale.detail");
    }

    @Test
    void leavesWhatIsMissingOrForbiddenToTheErrorPage() {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> fails(RuleBroken.missing("unit.missing")));
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> fails(RuleBroken.forbidden("permit.four-eyes")));
    }

    private boolean fails(RuntimeException how) {
        return Attempt.succeeds(errors, () -> {
            throw how;
        });
    }
}
