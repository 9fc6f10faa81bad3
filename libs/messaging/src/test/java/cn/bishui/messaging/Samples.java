package cn.bishui.messaging;

import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Facts to tell. */
final class Samples {

    private Samples() {}

    static CaseFiled caseFiled(String clue, int number) {
        return new CaseFiled(
                clue,
                "LA-2026-%06d".formatted(number),
                "91220201MA0Y4X0Q1X",
                "示例",
                Instant.parse("2026-11-23T01:00:00Z"));
    }

    static DailyLimitExceeded exceedance(String id) {
        return new DailyLimitExceeded(
                id,
                "91220201MA0Y4X0Q1X",
                "示例化工",
                "DW001",
                "总排口",
                "w01018",
                "化学需氧量",
                LocalDate.of(2026, 11, 22),
                new BigDecimal("115.0"),
                new BigDecimal("50"),
                null,
                new BigDecimal("50"),
                "mg/L",
                new BigDecimal("1.3"),
                "91220201MA0Y4X0Q1X001P",
                "1",
                "88888880000001",
                Instant.parse("2026-11-22T17:00:00Z"));
    }
}
