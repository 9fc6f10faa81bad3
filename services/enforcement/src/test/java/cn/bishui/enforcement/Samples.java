package cn.bishui.enforcement;

import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.ReportedAct;
import cn.bishui.enforcement.clue.Suspect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What monitoring tells. */
final class Samples {

    private Samples() {}

    /** A credit code that no other test uses. */
    static String unit() {
        return "9122"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 14).toUpperCase(Locale.ROOT);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    static Suspect suspect(String unit) {
        return new Suspect(unit, "北岸纸板（示例）有限公司", "DW001", "废水总排放口");
    }

    /** As complaints tells what a handler found. */
    static ComplaintActFound found(String unit, @Nullable String outlet) {
        String complaint = id();
        return new ComplaintActFound(
                complaint,
                "JB-2026-" + complaint.substring(0, 7),
                unit,
                "北岸纸板（示例）有限公司",
                outlet,
                "北侧围墙下有未经许可的排水管",
                LocalDate.of(2026, 11, 24),
                Instant.parse("2026-11-24T08:05:00Z"));
    }

    static ReportedAct act() {
        return new ReportedAct(
                id(),
                "JB-2026-0000123",
                "北侧围墙下有未经许可的排水管",
                LocalDate.of(2026, 11, 24),
                Instant.parse("2026-11-24T08:05:00Z"));
    }

    static DailyLimitExceeded exceeded(String unit) {
        return exceeded(unit, id());
    }

    static DailyLimitExceeded exceeded(String unit, String id) {
        return new DailyLimitExceeded(
                id,
                unit,
                "北岸纸板（示例）有限公司",
                "DW001",
                "废水总排放口",
                "w01018",
                "化学需氧量",
                LocalDate.of(2026, 11, 24),
                new BigDecimal("168.4"),
                new BigDecimal("80"),
                null,
                new BigDecimal("80"),
                "mg/L",
                new BigDecimal("1.11"),
                unit + "001P",
                "1",
                "22020200000200005A000002",
                Instant.parse("2026-11-24T16:05:00Z"));
    }

    static Exceedance cod(String value, @Nullable String multiple) {
        return exceedance("化学需氧量", value, "80", null, "80", "mg/L", multiple);
    }

    static Exceedance exceedance(
            String pollutant,
            String value,
            String limit,
            @Nullable String min,
            @Nullable String max,
            String unit,
            @Nullable String multiple) {
        return new Exceedance(
                id(),
                "w01018",
                pollutant,
                LocalDate.of(2026, 11, 4),
                new BigDecimal(value),
                new BigDecimal(limit),
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max),
                unit,
                multiple == null ? null : new BigDecimal(multiple),
                "91220202MADEMQ2B7L001P",
                "1",
                "22020200000200005A000002",
                Instant.parse("2026-11-04T16:05:00Z"),
                null);
    }
}
