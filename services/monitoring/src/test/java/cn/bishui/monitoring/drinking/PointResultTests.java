package cn.bishui.monitoring.drinking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointResultTests {

    private static PointResult of(int qualified, int exceeding, int undecided) {
        return new PointResult(
                "LT-1",
                "示例龙头水",
                "tap",
                Bureau.HEALTH,
                List.of("SY-2026-000001/1"),
                LocalDate.of(2026, 8, 5),
                qualified + exceeding + undecided,
                qualified,
                exceeding,
                undecided,
                List.of(),
                List.of(),
                null,
                "GB 5749-2022");
    }

    @Test
    void aPointWithoutAnyJudgedResultDoesNotCountAsMet() {
        assertThat(of(0, 0, 0).meets()).isNull();
        assertThat(of(29, 0, 0).meets()).isTrue();
        assertThat(of(28, 0, 1).meets()).isNull();
        assertThat(of(28, 1, 0).meets()).isFalse();
    }
}
