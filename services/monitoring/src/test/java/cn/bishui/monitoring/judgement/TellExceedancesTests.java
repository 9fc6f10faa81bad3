package cn.bishui.monitoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.monitoring.judgement.Judgements.Latest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellExceedancesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Latest found(@Nullable Integer device, String outcome, String value) {
        BigDecimal number = new BigDecimal(value);
        boolean judged = !outcome.equals("not-judged");
        return new Latest(
                new Place(device, device == null ? null : "MN" + device, "unit", "DW001", "permit"),
                DAY,
                device == null
                        ? DayMean.ofSample("w01018", number, Working.NONE)
                        : DayMean.of(new DayValue("w01018", number, "N")),
                1,
                judged ? null : Finding.Reason.NO_LIMIT,
                outcome,
                judged ? number : null,
                null,
                judged ? new BigDecimal("50") : null,
                "mg/L",
                null,
                "1");
    }

    @Test
    void aSampleDecidesWhateverTheDevicesSay() {
        Latest sample = found(null, "meets", "40");
        assertThat(TellExceedances.decisive(List.of(found(1, "too-high", "90"), sample), 1))
                .isEqualTo(sample);
    }

    @Test
    void aSampleThatIsNotJudgedDecidesNothing() {
        Latest device = found(1, "meets", "40");
        assertThat(TellExceedances.decisive(List.of(found(null, "not-judged", "0"), device), null))
                .isEqualTo(device);
    }

    @Test
    void oneDeviceOverTheLimitIsEnoughAndTheOneThatWasToldStays() {
        Latest first = found(1, "too-high", "60");
        Latest second = found(2, "too-high", "90");
        Latest third = found(3, "meets", "40");
        assertThat(TellExceedances.decisive(List.of(third, second), null)).isEqualTo(second);
        assertThat(TellExceedances.decisive(List.of(second, first), 1)).isEqualTo(first);
        assertThat(TellExceedances.decisive(List.of(first, second), 3)).isIn(first, second);
    }

    @Test
    void tellsNothingThatWasToldAlready() {
        Exceedances.Told told =
                new Exceedances.Told("id", 1, 0, true, new BigDecimal("60.0"), null, new BigDecimal("50"));
        assertThat(told.says(found(1, "too-high", "60"))).isTrue();
        assertThat(told.says(found(1, "too-high", "61"))).isFalse();
        assertThat(told.says(found(1, "meets", "60"))).isFalse();
        assertThat(told.corrected(false).says(found(1, "meets", "45"))).isTrue();
        assertThat(told.corrected(false).corrected(true).corrections()).isEqualTo(2);
    }
}
